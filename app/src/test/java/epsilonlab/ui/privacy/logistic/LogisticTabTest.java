package epsilonlab.ui.privacy.logistic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import epsilonlab.data.SyntheticDigits;
import epsilonlab.report.figure.DigitWall;
import epsilonlab.report.figure.LineChart;
import epsilonlab.ui.LabServices;
import epsilonlab.ui.LabTab;
import epsilonlab.ui.Screenshots;
import epsilonlab.ui.SessionServices;
import epsilonlab.ui.TestDialogs;
import epsilonlab.ui.TestTab;
import epsilonlab.ui.component.FigureView;
import epsilonlab.ui.frame.LabWindow;
import epsilonlab.ui.privacy.PrivacyTab;
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
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
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

class LogisticTabTest {
  private static final int PRIVACY = 4;

  @TempDir Path folder;
  private final FxRobot robot = new FxRobot();
  private final TestDialogs dialogs = new TestDialogs();
  private LabServices services;
  private LabWindow window;
  private Stage stage;

  @BeforeEach
  void open() throws Exception {
    FxToolkit.registerPrimaryStage();
    stage = FxToolkit.registerStage(Stage::new);
    services = SessionServices.with(Platform::runLater, dialogs);
    services.session().settings().set(LogisticSettings.DATASET, "synthetic");
    robot.interact(
        () -> {
          services.state().theme().choose(Theme.LIGHT);
          services.session().useData(SyntheticDigits.generate(1, 260, 220));
        });
  }

  private void show() throws Exception {
    robot.interact(
        () -> {
          List<Function<LabServices, LabTab>> tabs =
              new ArrayList<>(TestTab.seven(new ArrayList<>()));
          tabs.set(PRIVACY, PrivacyTab::new);
          window = new LabWindow(services, stage, tabs);
          window.show();
          stage.setWidth(1280);
          stage.setHeight(800);
        });
    robot.interact(() -> services.state().wantedTab().set("privacy"));
    WaitForAsyncUtils.waitForFxEvents();
    robot.clickOn("#part-logistic");
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
    TextField field = robot.lookup(id).queryAs(TextField.class);
    robot.interact(
        () -> {
          field.setText(text);
          field.getOnAction().handle(null);
        });
  }

  private FigureView figure(String id) {
    return robot.lookup(id).queryAs(FigureView.class);
  }

  private String text(String id) {
    return robot.lookup(id).queryAs(Label.class).getText();
  }

  private String button(String id) {
    return robot.lookup(id).queryButton().getText();
  }

  private void export(Path out, String... files) throws Exception {
    dialogs.file = Optional.of(folder);
    robot.press(KeyCode.CONTROL).type(KeyCode.E).release(KeyCode.CONTROL);
    until(() -> Files.exists(out));
    for (String file : files) {
      assertTrue(Files.size(out.resolve(file)) > 50, file);
    }
  }

  @Test
  void trainCancelResumeLookAndExport() throws Exception {
    show();
    shot("privacy-logistic-empty-light");
    type("#logistic-n", "221");
    robot.clickOn("#logistic-gap-primary");
    assertTrue(text("#logistic-complaint").contains("choose n up to 220"));
    type("#logistic-n", "100");
    type("#logistic-variance", "-1");
    assertTrue(text("#logistic-complaint").startsWith("The variance of the noise is -1"));
    type("#logistic-variance", "0");
    type("#logistic-c", "0");
    assertTrue(text("#logistic-complaint").startsWith("The regulariser C is 0"));
    robot.clickOn("#logistic-c-inf");
    assertEquals("", text("#logistic-complaint"));
    type("#logistic-repeats", "1");

    robot.clickOn("#logistic-empty-start");
    until(() -> !text("#logistic-accuracy").equals("–"));
    robot.clickOn("#logistic-gap-primary");
    until(() -> !button("#logistic-gap-primary").equals("Cancel"));
    if (!button("#logistic-gap-primary").equals(Sweep.ALL_DONE)) {
      assertTrue(button("#logistic-gap-primary").matches("Measure \\d+ more"));
      robot.clickOn("#logistic-gap-primary");
    }
    until(() -> button("#logistic-gap-primary").equals(Sweep.ALL_DONE));
    until(() -> figure("#logistic-members-right").getFigure() != null);
    String free = text("#logistic-accuracy");
    assertTrue(text("#logistic-formula").startsWith("½ + gap / 2 = 50 % "));
    assertTrue(figure("#logistic-noise-free").getFigure() instanceof LineChart);

    // everything follows C, n and the noise
    robot.clickOn("#logistic-c-0-01");
    until(() -> !text("#logistic-accuracy").equals(free));
    Slider n = robot.lookup("#logistic-n-slider").queryAs(Slider.class);
    robot.interact(() -> n.setValue(1));
    assertEquals("200", robot.lookup("#logistic-n").queryAs(TextField.class).getText());
    robot.interact(() -> n.setValue(0));
    Slider noise = robot.lookup("#logistic-noise-slider").queryAs(Slider.class);
    DigitWall still = (DigitWall) figure("#logistic-non-members-wrong").getFigure();
    robot.interact(() -> noise.setValue(6));
    until(() -> figure("#logistic-non-members-wrong").getFigure() != still);
    robot.clickOn("#logistic-why");
    until(() -> robot.lookup("#logistic-norm-chart").tryQuery().isPresent());
    until(() -> figure("#logistic-norm-chart").getFigure() != null);
    shot("privacy-logistic-norm-light");
    robot.clickOn("#logistic-norm-close");
    robot.interact(() -> noise.setValue(0));
    shot("privacy-logistic-synthetic-light");
    robot.interact(() -> services.state().theme().choose(Theme.DARK));
    shot("privacy-logistic-synthetic-dark");
    export(
        folder.resolve("membership"),
        "model-accuracy.png",
        "attack-accuracy.svg",
        "noise-c-inf.csv",
        "fits.csv",
        "noise.csv",
        "report.md");
  }

  @Test
  @Tag("full")
  void strongerAttacksPlayAndDefences() throws Exception {
    show();
    type("#logistic-n", "40");
    robot.clickOn("#logistic-page-attacks");
    for (String other : List.of("correct", "calibrated-loss")) {
      robot.interact(
          () -> robot.lookup("#attacks-" + other).queryAs(CheckBox.class).setSelected(false));
    }
    type("#attacks-shadows", "7");
    robot.clickOn("#logistic-attacks-primary");
    assertTrue(text("#attacks-complaint").contains("must be even"));
    type("#attacks-shadows", "4");
    robot.clickOn("#logistic-attacks-primary");
    until(() -> robot.lookup("#attacks-table .list-cell").queryAll().size() >= 2);
    until(() -> button("#logistic-attacks-primary").equals("Attack"));
    String best = text("#attacks-accuracy");
    robot.clickOn("#attacks-histogram");
    until(() -> !text("#attacks-bar-remark").startsWith("Click"));
    robot.type(KeyCode.HOME);
    until(() -> !text("#attacks-accuracy").equals(best));
    robot.clickOn("#attacks-log");
    // the keys of the microscope reach it from elsewhere, too
    robot.type(KeyCode.B);
    until(() -> text("#attacks-accuracy").equals(best));
    shot("privacy-attacks-synthetic-light");
    type("#logistic-n", "50");
    until(() -> figure("#attacks-roc").getOpacity() < 1);
    assertTrue(figure("#attacks-histogram").getOpacity() < 1, "greyed: of another n");
    export(folder.resolve("membership-attacks"), "roc.png", "roc-log.svg", "attacks.csv");
    String report = Files.readString(folder.resolve("membership-attacks/report.md"));
    assertTrue(report.lines().anyMatch(line -> line.matches(".*\\bn\\b.*\\b40\\b.*")), report);
    type("#logistic-n", "40");
    until(() -> figure("#attacks-roc").getOpacity() == 1);

    robot.clickOn("#logistic-page-play");
    robot.clickOn("#play-empty-start");
    until(() -> text("#play-count").equals("1 of 20"));
    robot.moveTo("#play-label");
    shot("privacy-play-synthetic-light");
    robot.type(KeyCode.O, KeyCode.BACK_SPACE);
    assertEquals("1 of 20", text("#play-count"));
    robot.clickOn("#play-in");
    for (int i = 1; i < 20; i++) {
      robot.type(KeyCode.I);
    }
    until(() -> text("#play-you").equals("10"));
    assertNotEquals("–", text("#play-machine"));
    shot("privacy-play-over-synthetic-light");
    export(folder.resolve("play-the-attacker"), "twenty-images.png", "roc.csv", "judgements.csv");

    robot.clickOn("#logistic-page-defences");
    type("#defences-splits", "9");
    robot.clickOn("#logistic-defences-primary");
    assertTrue(text("#defences-complaint").contains("choose n up to 24"));
    type("#defences-splits", "2");
    robot.interact(
        () -> robot.lookup("#defences-dp-sgd").queryAs(CheckBox.class).setSelected(false));
    robot.clickOn("#logistic-defences-primary");
    until(() -> !text("#defences-leak").equals("–"));
    until(() -> !button("#logistic-defences-primary").equals("Cancel"));
    shot("privacy-defences-synthetic-light");
    export(folder.resolve("membership-defences"), "best-threshold.png", "defences.csv");
  }

  @Test
  void whatIsMissingIsSaidAndTheBuiltInDigitsDo() throws Exception {
    services.session().settings().set(LogisticSettings.DATASET, "fashion-mnist");
    show();
    until(() -> robot.lookup("#logistic-missing").query().isVisible());
    shot("privacy-logistic-missing-light");
    robot.clickOn("#logistic-missing-synthetic");
    until(() -> !robot.lookup("#logistic-missing").query().isVisible());
    ComboBox<?> box = robot.lookup("#logistic-data").queryAs(ComboBox.class);
    until(() -> box.getValue() != null);
    assertEquals("synthetic", services.session().settings().get(LogisticSettings.DATASET));
  }
}
