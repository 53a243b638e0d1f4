package epsilonlab.ui.generate.gan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import epsilonlab.data.SyntheticDigits;
import epsilonlab.engine.Seed;
import epsilonlab.generative.Gan;
import epsilonlab.generative.GenerativeModels;
import epsilonlab.model.Architectures;
import epsilonlab.model.ModelCard;
import epsilonlab.model.Safetensors;
import epsilonlab.report.figure.DigitGrid;
import epsilonlab.report.figure.EpochStrip;
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
import epsilonlab.ui.generate.run.DigitGridView;
import epsilonlab.ui.generate.run.TimeLine;
import epsilonlab.ui.theme.Theme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.Node;
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

class GanTabTest {
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
    keepClassifier();
    robot.interact(
        () -> {
          services.state().theme().choose(Theme.LIGHT);
          List<Function<LabServices, LabTab>> tabs =
              new ArrayList<>(TestTab.seven(new ArrayList<>()));
          tabs.set(GENERATE, GenerateTab::new);
          window = new LabWindow(services, stage, tabs);
          window.show();
          window.chooseTab(GENERATE);
          stage.setWidth(1280);
          stage.setHeight(800);
          session.useData(SyntheticDigits.generate(1, 600, 200));
        });
    WaitForAsyncUtils.waitForFxEvents();
  }

  private void keepClassifier() {
    session
        .library()
        .add(
            new ModelCard(
                "Logistic",
                "logistic",
                "synthetic",
                "Adam, 3 epochs",
                0,
                0.9,
                0.1,
                Instant.parse("2026-01-01T00:00:00Z"),
                Map.of()),
            Architectures.get("logistic").initialWeights(Seed.of(1)));
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

  private EpochStrip strip() {
    return (EpochStrip) robot.lookup("#gan-time-line").queryAs(TimeLine.class).view().getFigure();
  }

  private DigitGrid grid() {
    DigitGridView view = robot.lookup("#gan-grid").queryAs(DigitGridView.class);
    return (DigitGrid) view.view().getFigure();
  }

  private String text(String id) {
    return robot.lookup(id).queryAs(Label.class).getText();
  }

  private String primary() {
    return robot.lookup("#gan-primary").queryButton().getText();
  }

  private void small() {
    type("#gan-generator", "16");
    type("#gan-discriminator", "16");
    type("#gan-latent", "8");
    type("#gan-batch", "50");
    type("#gan-epochs", "2000");
  }

  @Test
  void trainScrubStopOpenExport() throws Exception {
    shot("gan-empty-light");
    small();
    robot.clickOn("#gan-empty-start");
    robot.moveTo("#gan-losses");
    until(() -> strip().newest() >= 3 && figure("#gan-copies").getFigure() != null);
    assertEquals("gan-primary", window.scene().getFocusOwner().getId());
    robot.type(KeyCode.SPACE);
    until(() -> primary().equals("Resume"));
    int newest = strip().newest();
    robot.type(KeyCode.SPACE);
    until(() -> strip().newest() > newest);

    // back in time with the keyboard, and forth again
    Node line = robot.lookup("#gan-time-line").query();
    robot.interact(line::requestFocus);
    robot.type(KeyCode.HOME);
    until(() -> text("#gan-epoch").equals("0"));
    float[] noise = grid().values();
    robot.type(KeyCode.RIGHT);
    robot.type(KeyCode.RIGHT);
    until(() -> text("#gan-epoch").equals("2"));
    assertTrue(Arrays.mismatch(noise, grid().values()) >= 0, "the digits follow");
    robot.type(KeyCode.END);
    until(() -> strip().looked() == strip().newest());

    // another digit by mouse
    float[] first = strip().frames().get(0).image();
    Bounds digits =
        robot
            .lookup("#gan-grid")
            .query()
            .localToScreen(robot.lookup("#gan-grid").query().getBoundsInLocal());
    robot.clickOn(digits.getMinX() + 100, digits.getMinY() + 10);
    assertEquals(1, grid().chosen());
    until(() -> !Arrays.equals(first, strip().frames().get(0).image()));

    robot.clickOn("#gan-stop");
    until(() -> session.generativeModels().size() == 1);
    until(() -> primary().equals("Train the GAN"));
    assertNotNull(figure("#gan-beliefs").getFigure());
    shot("gan-small-light");

    dialogs.file = Optional.of(folder);
    robot.push(KeyCode.CONTROL, KeyCode.E);
    Path out = folder.resolve("gan");
    until(() -> Files.exists(out.resolve("weights.safetensors")));
    for (String name : List.of("digits/epoch-000.png", "losses-training.svg", "beliefs-test.csv")) {
      assertTrue(Files.size(out.resolve(name)) > 0, name);
    }
    assertEquals("GIF89a", new String(Files.readAllBytes(out.resolve("training.gif")), 0, 6));
    Safetensors weights = Safetensors.read(out.resolve("weights.safetensors"));
    assertEquals(8, ((Gan) GenerativeModels.of("gan", weights.weights())).latent());

    type("#gan-latent", "0");
    robot.clickOn("#gan-primary");
    assertEquals(
        "The number of latent dimensions z is 0, but must be from 1 to 1024, for example 20.",
        text("#gan-complaint"));
    assertEquals(0, dialogs.asked.size(), "what is typed wrongly is no question");
    shot("gan-wrong-light");
    robot.interact(() -> services.state().theme().choose(Theme.DARK));
    shot("gan-small-dark");
  }
}
