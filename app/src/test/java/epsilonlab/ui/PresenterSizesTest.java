package epsilonlab.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import epsilonlab.lesson.fact.FactNames;
import epsilonlab.ui.attack.Lab;
import epsilonlab.ui.component.FigureView;
import epsilonlab.ui.frame.LabWindow;
import epsilonlab.ui.theme.Theme;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollBar;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** Presenter mode on every tab and part: no text under 20 pixels, none cut. */
class PresenterSizesTest {
  private static final double LEAST = 20;
  // what sub- and superscripts of formulas may be
  private static final double LEAST_IN_FORMULA = 14;
  private static final double SLACK = 2;

  private final FxRobot robot = new FxRobot();
  private final List<LabTab> tabs = new ArrayList<>();
  private LabServices services;
  private LabWindow window;
  private Stage stage;

  private void open(int width, int height) throws Exception {
    FxToolkit.registerPrimaryStage();
    stage = FxToolkit.registerStage(Stage::new);
    services = SessionServices.with(Platform::runLater, new TestDialogs());
    robot.interact(
        () -> {
          services.state().theme().choose(Theme.LIGHT);
          window =
              new LabWindow(
                  services, stage, Tabs.ALL.stream().map(PresenterSizesTest.this::keep).toList());
          window.show();
          stage.setWidth(width);
          stage.setHeight(height);
          services.session().useData(Lab.data(1000));
          services.session().use(Lab.addModel(services.session(), "rows", 20));
          services.state().presenting().set(true);
        });
    WaitForAsyncUtils.waitForFxEvents();
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
          look(tab.id() + "-" + part, width, faults);
        }
        if (!parts.isEmpty()) {
          break;
        }
      }
      if (parts.isEmpty()) {
        look(tab.id(), width, faults);
      }
    }
    assertEquals("", String.join("\n", faults));
  }

  private void look(String name, int width, Set<String> faults) throws Exception {
    WaitForAsyncUtils.waitForFxEvents();
    TimeUnit.MILLISECONDS.sleep(700);
    WaitForAsyncUtils.waitForFxEvents();
    robot.interact(
        () -> {
          Screenshots.save(window.scene(), "presenter-" + name + "-" + width);
          walk(window.scene().getRoot(), name, faults);
        });
  }

  private void walk(Node node, String where, Set<String> faults) {
    if (!node.isVisible() || node instanceof ScrollBar) {
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
            && whole.getMinX() < window.scene().getWidth()
            && whole.getMinY() < window.scene().getHeight()
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
    if (whole.getMaxX() > window.scene().getWidth() + SLACK) {
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
