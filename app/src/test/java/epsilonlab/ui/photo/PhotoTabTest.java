package epsilonlab.ui.photo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import epsilonlab.ui.LabServices;
import epsilonlab.ui.LabTab;
import epsilonlab.ui.Screenshots;
import epsilonlab.ui.SessionServices;
import epsilonlab.ui.TestDialogs;
import epsilonlab.ui.TestTab;
import epsilonlab.ui.component.EpsilonSlider;
import epsilonlab.ui.component.FigureView;
import epsilonlab.ui.frame.LabWindow;
import epsilonlab.ui.theme.Theme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.image.ImageView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.layout.TilePane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** The Photo tab in a window, from the empty state to the export. */
class PhotoTabTest {
  private static final int PHOTO = 5;

  @TempDir Path folder;
  private final FxRobot robot = new FxRobot();
  private final TestDialogs dialogs = new TestDialogs();
  private PhotoWorld world;
  private LabServices services;
  private LabWindow window;
  private Stage stage;

  @BeforeEach
  void open() throws Exception {
    world = new PhotoWorld(folder);
    FxToolkit.registerPrimaryStage();
    stage = FxToolkit.registerStage(Stage::new);
    services = SessionServices.with(Platform::runLater, dialogs);
    world.rememberNames(services);
    robot.interact(
        () -> {
          services.state().theme().choose(Theme.LIGHT);
          List<Function<LabServices, LabTab>> tabs =
              new ArrayList<>(TestTab.seven(new ArrayList<>()));
          tabs.set(PHOTO, PhotoTab::new);
          window = new LabWindow(services, stage, tabs);
          window.show();
          stage.setWidth(1280);
          stage.setHeight(800);
        });
    robot.interact(() -> services.state().wantedTab().set("photo"));
    WaitForAsyncUtils.waitForFxEvents();
  }

  @AfterEach
  void close() {
    services.jobs().close();
    robot.interact(stage::close);
  }

  private void shot(String name) {
    WaitForAsyncUtils.waitForFxEvents(20);
    robot.interact(() -> Screenshots.save(window.scene(), name));
  }

  private static void until(Callable<Boolean> condition) throws Exception {
    WaitForAsyncUtils.waitFor(
        120, TimeUnit.SECONDS, () -> WaitForAsyncUtils.waitForAsyncFx(60_000, condition));
    WaitForAsyncUtils.waitForFxEvents();
  }

  private String text(String id) {
    return robot.lookup(id).queryAs(Label.class).getText();
  }

  private boolean shows(String id) {
    return robot.lookup(id).query().isVisible();
  }

  private double epsilon() {
    return robot.lookup("#photo-epsilon").queryAs(EpsilonSlider.class).getValue();
  }

  /** Drops files onto a node as the desktop does. */
  private void drop(String id, Path... files) {
    Node target = robot.lookup(id).query();
    robot.interact(
        () -> {
          DragEvent over = DroppedFiles.event(DragEvent.DRAG_OVER, target, files);
          Event.fireEvent(target, over);
          assertTrue(over.isAccepted(), "files may be dropped here");
          DragEvent dropped = DroppedFiles.event(DragEvent.DRAG_DROPPED, target, files);
          Event.fireEvent(target, dropped);
          assertTrue(dropped.isDropCompleted());
        });
  }

  private void openBoth() throws Exception {
    dialogs.answer = "Allow and open";
    dialogs.file = Optional.of(world.network);
    robot.clickOn("#photo-empty-open");
    until(() -> !shows("#photo-empty-open"));
    dialogs.file = Optional.of(world.picture);
    robot.clickOn("#photo-open");
    until(() -> text("#photo-before").equals("pizza"));
  }

  @Test
  void fromNothingToAnAttackedPhotoAndItsExport() throws Exception {
    shot("photo-empty-light");
    assertTrue(shows("#photo-empty"));
    robot.clickOn("#photo-recipe-copy");
    until(() -> Clipboard.getSystemClipboard().getString().contains("torch.jit.trace"));
    openBoth();
    assertEquals(1, dialogs.asked.size());

    // a class is found by a part of its name
    robot.clickOn("#photo-target").press(KeyCode.CONTROL).type(KeyCode.A).release(KeyCode.CONTROL);
    robot.write("bull");
    until(() -> !robot.lookup("#photo-classes-found").queryAll().isEmpty());
    robot.type(KeyCode.ENTER);
    assertEquals("bullet_train", robot.lookup("#photo-target").queryAs(TextField.class).getText());

    // away from the slider's own keys: the tab moves it by 1/255
    robot.clickOn("#photo-pictures");
    robot.interact(() -> services.session().settings().set(PhotoKept.EPSILON, 0.01));
    double before = epsilon();
    robot.interact(() -> robot.lookup("#photo-primary").query().requestFocus());
    robot.type(KeyCode.RIGHT);
    assertEquals((Math.floor(before * 255 + 1e-6) + 1) / 255, epsilon(), 1e-9);

    robot.interact(() -> robot.lookup("#photo-steps").queryAs(TextField.class).setText("6"));
    robot.clickOn("#photo-primary");
    robot.moveTo("#photo-words");
    until(() -> !text("#photo-value-0").equals("–"));
    until(() -> !text("#photo-smallest").equals("–"));
    assertTrue(shows("#photo-found"));
    assertEquals("pizza", text("#photo-found"));
    FigureView curve = robot.lookup("#photo-probabilities").queryAs(FigureView.class);
    assertTrue(curve.getFigure().toTable().header().contains("bullet_train"));
    assertEquals(7, curve.getFigure().toTable().rows().size());
    assertEquals(String.format("%.4f", epsilon()), text("#photo-value-0"));

    dialogs.file = Optional.of(folder);
    robot.press(KeyCode.CONTROL).type(KeyCode.E).release(KeyCode.CONTROL);
    Path out = folder.resolve("photo");
    until(() -> Files.exists(out));
    for (String file :
        List.of(
            "original.png",
            "change.png",
            "adversarial.png",
            "top-five.csv",
            "probabilities.svg",
            "loss.png",
            "report.md")) {
      assertTrue(Files.size(out.resolve(file)) > 50, file);
    }
    shot("photo-small-network-light");
    robot.interact(() -> services.state().theme().choose(Theme.DARK));
    shot("photo-small-network-dark");
  }

  @Test
  void whatIsDroppedIsOpened() throws Exception {
    dialogs.answer = "Allow and open";
    Path capitals = Files.copy(world.network, folder.resolve("SMALL.PT"));
    // both at once, onto the empty middle
    drop("#photo-empty", world.picture, capitals);
    until(() -> text("#photo-before").equals("pizza"));
    assertEquals(1, dialogs.asked.size());
    // another picture, onto the pictures, and onto the field that asks for it
    Path other = Files.copy(world.picture, folder.resolve("other.png"));
    drop("#photo-pictures", other);
    until(() -> robot.lookup("#photo-samples").queryAs(TilePane.class).getChildren().size() == 2);
    // a tile that is pressed by the keyboard keeps the focus
    Node tile = robot.lookup("#photo-samples").queryAs(TilePane.class).getChildren().get(1);
    robot.interact(tile::requestFocus);
    robot.type(KeyCode.SPACE);
    until(() -> tile.getStyleClass().contains("photo-tile-chosen"));
    assertTrue(tile.isFocused());
    Path text = Files.writeString(folder.resolve("words.txt"), "hello");
    drop("#photo-open", text);
    until(() -> !robot.lookup(".complaint").match(n -> n.isVisible()).queryAll().isEmpty());
    assertEquals("pizza", text("#photo-before"));
  }

  @Test
  void aWholeNameIsATargetWithoutEnter() throws Exception {
    openBoth();
    TextField field = robot.lookup("#photo-target").queryAs(TextField.class);
    for (String[] typed :
        new String[][] {{"tabby", "tabby"}, {"4", "bullet_train"}, {"tus", "bullet_train"}}) {
      robot.interact(field::requestFocus);
      robot.press(KeyCode.CONTROL).type(KeyCode.A).release(KeyCode.CONTROL);
      robot.write(typed[0]);
      robot.interact(() -> robot.lookup("#photo-primary").query().requestFocus());
      WaitForAsyncUtils.waitForFxEvents();
      assertEquals(typed[1], field.getText());
      assertEquals(typed[1], services.session().settings().get(PhotoKept.TARGET));
    }
  }

  @Test
  void onAProjectorThePicturesAreLarger() throws Exception {
    openBoth();
    robot.interact(() -> robot.lookup("#photo-steps").queryAs(TextField.class).setText("3"));
    robot.clickOn("#photo-primary");
    until(() -> !text("#photo-value-0").equals("–"));
    robot.interact(() -> services.state().presenting().set(true));
    until(() -> pictureSide() == 280);
    shot("photo-presenter-light");
    assertAllCanBeRead(800);
    Region root = (Region) window.scene().getRoot();
    robot.interact(
        () -> {
          // the headless screen is smaller than that, so the window's content alone grows
          root.setPrefSize(1920, 1080);
          Group any = new Group();
          window.scene().setRoot(any);
          any.getChildren().add(root);
        });
    until(() -> pictureSide() == 448);
    WaitForAsyncUtils.waitForFxEvents(20);
    robot.interact(() -> Screenshots.save(root.snapshot(null, null), "photo-presenter-1920-light"));
    assertAllCanBeRead(1080);
    robot.interact(() -> services.state().presenting().set(false));
    until(() -> pictureSide() == 224);
  }

  /** Nothing under 20 px, and a chart that is a chart and not cut at the bottom. */
  private void assertAllCanBeRead(double height) {
    for (Node node : robot.lookup(n -> n instanceof Label).queryAll()) {
      if (isSeen(node) && !((Label) node).getText().isEmpty()) {
        double letters = ((Label) node).getFont().getSize();
        assertTrue(letters >= 20, ((Label) node).getText() + " has " + letters);
      }
    }
    Node chart = robot.lookup("#photo-probabilities").query();
    Bounds at = chart.localToScene(chart.getBoundsInLocal());
    assertTrue(at.getHeight() >= 140, "the chart is " + at.getHeight() + " high");
    assertTrue(at.getMaxY() <= height, "nothing is cut");
  }

  private double pictureSide() {
    return robot
        .from(robot.lookup("#photo-pictures"))
        .lookup(".image-view")
        .queryAllAs(ImageView.class)
        .stream()
        .mapToDouble(ImageView::getFitWidth)
        .max()
        .orElseThrow();
  }

  private static boolean isSeen(Node node) {
    for (Node up = node; up != null; up = up.getParent()) {
      if (!up.isVisible()) {
        return false;
      }
    }
    return node.getScene() != null;
  }

  @Test
  void badFilesAreSaidBesideTheControlsAndNothingIsLost() throws Exception {
    openBoth();
    Path bad = folder.resolve("text.pt");
    Files.writeString(bad, "hello");
    dialogs.file = Optional.of(bad);
    robot.clickOn("#photo-network-open");
    until(() -> !robot.lookup(".complaint").match(n -> n.isVisible()).queryAll().isEmpty());
    Label complaint = robot.lookup(".complaint").match(n -> n.isVisible()).queryAs(Label.class);
    assertTrue(complaint.getText().contains("not a TorchScript network"));
    assertEquals("pizza", text("#photo-before"));
    robot.interact(() -> stage.setWidth(1000));
    shot("photo-narrow-light");
    assertFalse(shows("#photo-empty"));
  }
}
