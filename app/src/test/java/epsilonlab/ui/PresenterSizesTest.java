package epsilonlab.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import epsilonlab.job.JobHandle;
import epsilonlab.lesson.fact.FactNames;
import epsilonlab.ui.attack.Lab;
import epsilonlab.ui.component.FigureView;
import epsilonlab.ui.frame.LabWindow;
import epsilonlab.ui.theme.Theme;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollBar;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kordamp.ikonli.javafx.FontIcon;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** Presenter mode on every tab and part: no text under 20 pixels, none cut. */
class PresenterSizesTest {
  private static final double LEAST = 20;
  // what sub- and superscripts of formulas may be
  private static final double LEAST_IN_FORMULA = 14;
  private static final double SLACK = 2;
  private static final Map<String, Object> QUICK =
      Map.of(
          "train.network", "logistic",
          "train.epochs", 2.0,
          "defend.network", "logistic",
          "defend.epochs", 1.0,
          "gan.epochs", 1.0,
          "vae.epochs", 1.0,
          "vae.latent", 2.0,
          "denoise.epochs", 1.0);

  private final FxRobot robot = new FxRobot();
  private final List<LabTab> tabs = new ArrayList<>();
  private LabServices services;
  private LabWindow window;
  private Stage stage;
  private Region root;
  private final Set<JobHandle<?>> begun = ConcurrentHashMap.newKeySet();

  private void open(int width, int height) throws Exception {
    FxToolkit.registerPrimaryStage();
    stage = FxToolkit.registerStage(Stage::new);
    services = SessionServices.with(Platform::runLater, new TestDialogs());
    services.jobs().onChange(begun::add);
    robot.interact(
        () -> {
          services.state().theme().choose(Theme.LIGHT);
          window =
              new LabWindow(
                  services, stage, Tabs.ALL.stream().map(PresenterSizesTest.this::keep).toList());
          window.show();
          size(width, height);
          services.session().useData(Lab.data(1000));
          services.session().use(Lab.addModel(services.session(), "rows", 20));
          services.state().presenting().set(true);
        });
    WaitForAsyncUtils.waitForFxEvents();
  }

  // the screen of the tests is smaller than that of a lecture hall
  private void size(int width, int height) {
    root = (Region) window.scene().getRoot();
    Group around = new Group();
    around.setAutoSizeChildren(false);
    window.scene().setRoot(around);
    around.getChildren().add(root);
    root.resize(width, height);
  }

  private Function<LabServices, LabTab> keep(Function<LabServices, LabTab> maker) {
    return with -> {
      LabTab tab = maker.apply(with);
      tabs.add(tab);
      return tab;
    };
  }

  @AfterEach
  void close() {
    services.jobs().close();
    robot.interact(stage::close);
  }

  @Tag("full")
  @ParameterizedTest
  @CsvSource({"1280,720", "1920,1080"})
  void nothingIsSmallAndNothingIsCut(int width, int height) throws Exception {
    open(width, height);
    Set<String> faults = new TreeSet<>();
    for (int i = 0; i < tabs.size(); i++) {
      LabTab tab = tabs.get(i);
      int index = i;
      robot.interact(() -> window.chooseTab(index));
      List<String> parts = new ArrayList<>();
      for (String fact : List.of(tab.id() + ".part", tab.id() + ".page")) {
        robot.interact(
            () -> {
              if (tab.facts().settable().contains(fact)) {
                parts.addAll(FactNames.find(fact).orElseThrow().choices());
              }
            });
        for (String part : parts) {
          robot.interact(() -> tab.facts().take(fact, part));
          see(tab.id() + "-" + part, tab, width, faults);
        }
        if (!parts.isEmpty()) {
          break;
        }
      }
      if (parts.isEmpty()) {
        see(tab.id(), tab, width, faults);
      }
    }
    assertEquals("", String.join("\n", faults));
  }

  /** What invites, and what is there when the invitation was taken up. */
  private void see(String name, LabTab tab, int width, Set<String> faults) throws Exception {
    look(name, width, faults);
    Optional<Button> begin =
        robot.lookup(PresenterSizesTest::isInvitation).queryAllAs(Button.class).stream()
            .filter(PresenterSizesTest::isSeen)
            .findFirst();
    if (begin.isEmpty()) {
      return;
    }
    robot.interact(
        () -> {
          quick(tab);
          begin.get().fire();
        });
    TimeUnit.SECONDS.sleep(1);
    WaitForAsyncUtils.waitFor(120, TimeUnit.SECONDS, this::isAtRest);
    WaitForAsyncUtils.waitForFxEvents();
    look(name + "-done", width, faults);
  }

  private boolean isAtRest() {
    return begun.stream().allMatch(handle -> handle.future().isDone());
  }

  private static boolean isInvitation(Node node) {
    return node instanceof Button button
        && (button.getId() != null && button.getId().endsWith("-empty-start")
            || "Start the race".equals(button.getText())
            || "Take the built-in digits".equals(button.getText()));
  }

  private static boolean isSeen(Node node) {
    for (Node any = node; any != null; any = any.getParent()) {
      if (!any.isVisible()) {
        return false;
      }
    }
    return true;
  }

  /** One short epoch of whatever is trained. */
  private static void quick(LabTab tab) {
    for (Map.Entry<String, Object> setting : QUICK.entrySet()) {
      if (tab.facts().settable().contains(setting.getKey())) {
        tab.facts().take(setting.getKey(), setting.getValue());
      }
    }
  }

  private void look(String name, int width, Set<String> faults) throws Exception {
    WaitForAsyncUtils.waitForFxEvents();
    TimeUnit.MILLISECONDS.sleep(700);
    WaitForAsyncUtils.waitForFxEvents();
    robot.interact(
        () -> {
          Screenshots.save(root.snapshot(null, null), "presenter-" + name + "-" + width);
          walk(root, name, faults);
        });
  }

  private void walk(Node node, String where, Set<String> faults) {
    if (!node.isVisible() || node instanceof ScrollBar || node instanceof FontIcon) {
      return;
    }
    if (node instanceof Text text && !text.getText().isBlank()) {
      check(text, where, faults);
    }
    if (node instanceof FigureView || !(node instanceof Parent)) {
      return;
    }
    ((Parent) node).getChildrenUnmodifiable().forEach(child -> walk(child, where, faults));
  }

  private void check(Text text, String where, Set<String> faults) {
    Bounds whole = text.localToScene(text.getBoundsInLocal());
    boolean inView =
        whole.getMaxX() > 0
            && whole.getMaxY() > 0
            && whole.getMinX() < root.getWidth()
            && whole.getMinY() < root.getHeight()
            && whole.getWidth() > 1;
    if (!inView) {
      return;
    }
    boolean formula = isIn(text, "math") || isIn(text, "formula");
    double size = text.getFont().getSize();
    if (size < (formula ? LEAST_IN_FORMULA : LEAST)) {
      faults.add(where + ": " + Math.round(size) + " px: " + text.getText() + path(text));
    }
    if (text.getParent() instanceof Labeled label
        && label.getText() != null
        && !text.getText().equals(label.getText())
        && text.getText().endsWith(label.getEllipsisString())) {
      faults.add(where + ": cut: " + label.getText() + path(text));
    }
    for (Node any = text; any != null; any = any.getParent()) {
      if (any.getClip() != null) {
        Bounds seen = any.localToScene(any.getClip().getBoundsInParent());
        boolean cut =
            whole.getMinX() < seen.getMinX() - SLACK || whole.getMaxX() > seen.getMaxX() + SLACK;
        if (cut && seen.intersects(whole)) {
          faults.add(where + ": beyond its edge: " + text.getText() + path(text));
        }
      }
    }
    if (whole.getMaxX() > root.getWidth() + SLACK) {
      faults.add(where + ": beyond the window: " + text.getText() + path(text));
    }
  }

  private static boolean isIn(Node node, String styleClass) {
    for (Node any = node; any != null; any = any.getParent()) {
      if (any.getStyleClass().stream().anyMatch(name -> name.contains(styleClass))) {
        return true;
      }
    }
    return false;
  }

  private static String path(Node node) {
    StringBuilder path = new StringBuilder("  [");
    Node any = node.getParent();
    for (int i = 0; i < 4 && any != null; i++) {
      path.append(any.getClass().getSimpleName())
          .append(any.getStyleClass())
          .append(any.getId() == null ? "" : "#" + any.getId())
          .append(" < ");
      any = any.getParent();
    }
    return path.append("]").toString();
  }
}
