package epsilonlab.ui.generate.denoise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import epsilonlab.data.DataSet;
import epsilonlab.data.SyntheticDigits;
import epsilonlab.engine.Seed;
import epsilonlab.generative.DenoisingAutoencoder;
import epsilonlab.model.Architecture;
import epsilonlab.model.Architectures;
import epsilonlab.model.ModelCard;
import epsilonlab.model.Safetensors;
import epsilonlab.report.figure.RestoredGrid;
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
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

class DenoiseTabTest {
  private static final DataSet DIGITS = SyntheticDigits.generate(1, 600, 120);
  private static final int GENERATE = 3;

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
    robot.interact(
        () -> {
          services.state().theme().choose(Theme.LIGHT);
          session.useData(DIGITS);
          List<Function<LabServices, LabTab>> tabs =
              new ArrayList<>(TestTab.seven(new ArrayList<>()));
          tabs.set(GENERATE, GenerateTab::new);
          window = new LabWindow(services, stage, tabs);
          window.show();
          stage.setWidth(1280);
          stage.setHeight(800);
        });
    robot.interact(() -> services.state().wantedTab().set("generate"));
    WaitForAsyncUtils.waitForFxEvents();
    robot.clickOn("#part-denoise");
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

  private String text(String id) {
    return robot.lookup(id).queryAs(Label.class).getText();
  }

  private RestoredGrid grid() {
    return (RestoredGrid) figure("#denoise-grid").getFigure();
  }

  private void classifier() {
    Architecture of = Architectures.get("logistic");
    robot.interact(
        () ->
            session.use(
                session
                    .library()
                    .add(
                        new ModelCard(
                            "Logistic",
                            of.id(),
                            "synthetic",
                            "Adam, 3 epochs",
                            0,
                            0.91,
                            null,
                            Instant.parse("2026-01-01T00:00:00Z"),
                            Map.of()),
                        of.initialWeights(Seed.of(1)))));
  }

  @Test
  void trainPauseStopScrubRestartAndExport() throws Exception {
    shot("generate-denoise-empty-light");
    type("#denoise-size", "-1");
    robot.clickOn("#denoise-empty-start");
    assertTrue(text("#denoise-complaint").contains("size of the noise is -1"));
    type("#denoise-size", "0.5");
    robot.interact(() -> robot.lookup("#denoise-narrowest-16").queryAs(ToggleButton.class).fire());
    type("#denoise-epochs", "5000");
    robot.clickOn("#denoise-empty-start");
    // away from the button, whose tooltip would take the keys on a headless screen
    robot.moveTo("#denoise-loss");
    until(() -> grid() != null);
    assertEquals("denoise-primary", window.scene().getFocusOwner().getId());
    robot.type(KeyCode.SPACE);
    until(() -> robot.lookup("#denoise-primary").queryButton().getText().equals("Resume"));
    robot.type(KeyCode.SPACE);
    Slider epochs = robot.lookup("#denoise-epoch").queryAs(Slider.class);
    until(() -> epochs.getValue() >= 3);
    robot.clickOn("#denoise-stop");
    until(() -> session.generativeModels().size() == 1);
    assertEquals(DenoisingAutoencoder.ID, session.generativeModels().get(0).card().architecture());

    RestoredGrid end = grid();
    robot.interact(() -> epochs.setValue(1));
    until(() -> text("#denoise-epoch-now").startsWith("1 of "));
    until(() -> grid() != end && grid().noisy().cells().get(0).image() != null);
    dialogs.text = Optional.of("0.002");
    type("#denoise-epochs", "1");
    robot.clickOn("#denoise-restart");
    until(() -> session.generativeModels().size() == 2);

    dialogs.file = Optional.of(folder);
    robot.press(KeyCode.CONTROL).type(KeyCode.E).release(KeyCode.CONTROL);
    Path out = folder.resolve("denoising");
    until(() -> Files.exists(out));
    for (String file :
        List.of(
            "noisy-and-restored.png",
            "noisy-and-restored.csv",
            "loss.svg",
            "loss.csv",
            "training.gif")) {
      assertTrue(Files.size(out.resolve(file)) > 50, file);
    }
    Safetensors weights = Safetensors.read(out.resolve("autoencoder.safetensors"));
    DenoisingAutoencoder.withNarrowest(16).validate("the export", weights.weights());
  }

  @Test
  @Tag("full")
  void theClassifierReadsTheDigitsAndTheAutoencoderIsAttacked() throws Exception {
    classifier();
    type("#denoise-epochs", "2");
    robot.clickOn("#denoise-primary");
    robot.moveTo("#denoise-words");
    until(() -> grid() != null && grid().noisy().cells().get(0).answer() >= 0);
    until(() -> Double.isFinite(grid().noisy().share()) && !grid().noisy().stale());
    until(() -> robot.lookup("#denoise-primary").queryButton().getText().startsWith("Train"));
    until(() -> figure("#denoise-digit").getFigure() != null);
    robot.clickOn("#denoise-attack");
    until(
        () ->
            robot.lookup("#denoise-attack").queryButton().getText().startsWith("Attack")
                && !text("#denoise-plain").isEmpty());
    assertTrue(text("#denoise-plain").matches("\\d+"), text("#denoise-plain"));
    double epsilon = session.settings().get(DenoiseSettings.EPSILON);
    robot.clickOn("#denoise-as-a-defence");
    robot.type(KeyCode.LEFT);
    assertFalse(session.settings().get(DenoiseSettings.EPSILON) == epsilon);

    RestoredGrid before = grid();
    robot.clickOn("#denoise-noise");
    robot.type(KeyCode.RIGHT);
    until(() -> grid() != before);
    robot.clickOn("#denoise-another");
    robot.clickOn("#denoise-random");
    until(() -> session.settings().get(DenoiseSettings.DIGITS).size() == DigitRow.COUNT);
    robot.type(KeyCode.ESCAPE);
    shot("generate-denoise-synthetic-light");
    robot.interact(() -> services.state().theme().choose(Theme.DARK));
    shot("generate-denoise-synthetic-dark");
    robot.interact(() -> services.state().theme().choose(Theme.LIGHT));
    robot.interact(() -> services.state().presenting().set(true));
    shot("generate-denoise-presenter-light");
    robot.interact(() -> services.state().presenting().set(false));
    robot.interact(() -> stage.setWidth(1000));
    shot("generate-denoise-narrow-light");
  }
}
