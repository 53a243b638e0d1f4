package epsilonlab.ui.generate.vae;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import epsilonlab.data.SyntheticDigits;
import epsilonlab.report.figure.DigitGrid;
import epsilonlab.report.figure.LatentMap;
import epsilonlab.settings.Setting;
import epsilonlab.ui.LabServices;
import epsilonlab.ui.LabSession;
import epsilonlab.ui.LabTab;
import epsilonlab.ui.Screenshots;
import epsilonlab.ui.SessionServices;
import epsilonlab.ui.TestDialogs;
import epsilonlab.ui.TestTab;
import epsilonlab.ui.component.FigureView;
import epsilonlab.ui.frame.LabWindow;
import epsilonlab.ui.generate.GenerateTab;
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
import javafx.geometry.Bounds;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

class VaeTabTest {
  @TempDir Path folder;
  private final FxRobot robot = new FxRobot();
  private final TestDialogs dialogs = new TestDialogs();
  private LabServices services;
  private LabSession session;
  private LabWindow window;
  private Stage stage;

  @BeforeEach
  void open() throws Exception {
    FxToolkit.registerPrimaryStage();
    stage = FxToolkit.registerStage(Stage::new);
    services = SessionServices.with(Platform::runLater, dialogs);
    session = services.session();
    session.settings().set(Setting.of("generate.part", String.class, "gan"), "vae");
    robot.interact(
        () -> {
          services.state().theme().choose(Theme.LIGHT);
          List<Function<LabServices, LabTab>> tabs =
              new ArrayList<>(TestTab.seven(new ArrayList<>()));
          tabs.set(0, GenerateTab::new);
          window = new LabWindow(services, stage, tabs);
          window.show();
          stage.setWidth(1280);
          stage.setHeight(800);
          session.useData(SyntheticDigits.generate(1, 1200, 300));
        });
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

  private void type(String id, String text) {
    TextInputControl field = robot.lookup(id).queryTextInputControl();
    robot.interact(() -> field.setText(text));
  }

  private FigureView figure(String id) {
    return robot.lookup(id).queryAs(FigureView.class);
  }

  private LatentMap map() {
    return (LatentMap) figure("#vae-map").getFigure();
  }

  private float[] digit() {
    return ((DigitGrid) figure("#vae-digit").getFigure()).values();
  }

  @Test
  void trainDragScrubStopExport() throws Exception {
    shot("generate-vae-empty-light");
    robot.clickOn("#vae-latent-2");
    assertEquals("2", robot.lookup("#vae-latent").queryTextInputControl().getText());
    type("#vae-hidden", "32");
    type("#vae-epochs", "5000");
    robot.clickOn("#vae-primary");
    robot.moveTo("#vae-loss");
    until(() -> map() != null && map().cloud().size() == 300);
    until(() -> figure("#vae-loss").getFigure().toTable().rows().size() >= 3);
    robot.type(KeyCode.SPACE);
    until(() -> robot.lookup("#vae-primary").queryButton().getText().equals("Resume"));

    // press beside the grips: the point comes there, and the digit follows
    float[] before = digit();
    FigureView view = figure("#vae-map");
    Bounds bounds = view.localToScreen(view.getBoundsInLocal());
    robot.clickOn(bounds.getMaxX() - 40, bounds.getMinY() + 60);
    double x =
        map().cloud().window().toPlaneX(view.getWidth() - 40, view.getWidth(), view.getHeight());
    assertEquals(x, map().point().x(), 0.05);
    until(() -> digit() != before);
    double beside = map().point().x();
    robot.type(KeyCode.LEFT);
    assertEquals(beside - 0.1, map().point().x(), 1e-9);

    // back to the first epoch
    LatentMap late = map();
    robot.clickOn("#vae-show-time");
    robot.clickOn("#vae-time-line");
    robot.type(KeyCode.HOME);
    until(() -> map().cloud() != late.cloud());
    shot("generate-vae-time-light");
    robot.type(KeyCode.END);
    until(() -> map().cloud().size() == 300 && !text("#vae-loss-number").equals("–"));
    robot.clickOn("#vae-show-walk");
    robot.clickOn("#vae-map-digits");
    until(() -> map().tiles() != null);
    shot("generate-vae-digits-light");
    robot.clickOn("#vae-map-points");

    robot.clickOn("#vae-primary");
    until(() -> robot.lookup("#vae-primary").queryButton().getText().equals("Pause"));
    robot.clickOn("#vae-stop");
    until(() -> session.generativeModels().size() == 1);
    until(() -> robot.lookup("#vae-primary").queryButton().getText().equals("Train the VAE"));
    dialogs.file = Optional.of(folder);
    robot.push(KeyCode.CONTROL, KeyCode.E);
    Path out = folder.resolve("vae");
    until(() -> Files.exists(out.resolve("vae.safetensors")));
    for (String name : List.of("map.svg", "loss.csv", "samples.png", "walk.png", "training.gif")) {
      assertTrue(Files.size(out.resolve(name)) > 0, name);
    }
    assertTrue(Files.readString(out.resolve("map.csv")).lines().count() == 301);

    type("#vae-latent", "0");
    robot.clickOn("#vae-primary");
    until(() -> text("#vae-complaint").contains("latent dimensions z is 0"));
    assertFalse(robot.lookup("#vae-primary").queryButton().isDisabled());
    robot.interact(() -> services.state().theme().choose(Theme.DARK));
    shot("generate-vae-dark");
    assertNotEquals("–", text("#vae-loss-number"));
  }

  private String text(String id) {
    return robot.lookup(id).queryAs(Label.class).getText();
  }
}
