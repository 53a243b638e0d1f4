package epsilonlab.ui.privacy.mean;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import epsilonlab.privacy.Confusion;
import epsilonlab.report.figure.FigureTable;
import epsilonlab.report.figure.LineChart;
import epsilonlab.report.figure.ScoreHistogram;
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
import javafx.geometry.Bounds;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

class MeanTabTest {
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
    session.settings().set(Setting.of("privacy.part", String.class, "logistic"), "mean");
    robot.interact(
        () -> {
          services.state().theme().choose(Theme.LIGHT);
          List<Function<LabServices, LabTab>> tabs =
              new ArrayList<>(TestTab.seven(new ArrayList<>()));
          tabs.set(0, PrivacyTab::new);
          window = new LabWindow(services, stage, tabs);
          window.show();
          stage.setWidth(1280);
          stage.setHeight(800);
        });
    WaitForAsyncUtils.waitForFxEvents();
    until(() -> histogram() != null);
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

  private FigureView figure(String id) {
    return robot.lookup(id).queryAs(FigureView.class);
  }

  private ScoreHistogram histogram() {
    return (ScoreHistogram) figure("#mean-histogram").getFigure();
  }

  private String text(String id) {
    return robot.lookup(id).queryAs(Label.class).getText();
  }

  private String button() {
    return robot.lookup("#mean-primary").queryButton().getText();
  }

  private void type(String id, String text) {
    robot.interact(() -> robot.lookup(id).queryTextInputControl().setText(text));
    robot.clickOn(id).type(KeyCode.ENTER);
  }

  /** Where a score stands on the screen, at half the height of the plot. */
  private double[] place(double score) {
    FigureView view = figure("#mean-histogram");
    Bounds bounds = view.localToScreen(view.getBoundsInLocal());
    double x = histogram().placeOf(score, view.getWidth(), view.getTheme());
    return new double[] {bounds.getMinX() + x, bounds.getCenterY()};
  }

  private void saysWhatItShows() {
    Confusion now = histogram().bins().roc().at(histogram().threshold());
    assertEquals(MeanWords.hero(now), text("#mean-accuracy"));
    assertEquals(Math.round(100 * now.truePositiveRate()) + " of 100", text("#mean-found"));
    assertEquals(Math.round(100 * now.falsePositiveRate()) + " of 100", text("#mean-accused"));
  }

  @Test
  void dragRepeatCancelExport() throws Exception {
    saysWhatItShows();
    String best = text("#mean-accuracy");

    // drag the threshold, then move it with the keys
    double[] from = place(histogram().threshold());
    double[] to = place(3);
    robot.moveTo(from[0], from[1]).press(MouseButton.PRIMARY);
    robot.moveTo((from[0] + to[0]) / 2, to[1]).moveTo(to[0], to[1]).release(MouseButton.PRIMARY);
    WaitForAsyncUtils.waitForFxEvents();
    assertEquals(3, histogram().threshold(), 0.05);
    saysWhatItShows();
    assertNotEquals(best, text("#mean-accuracy"));
    double before = histogram().threshold();
    robot.type(KeyCode.LEFT);
    double step = (histogram().bins().edge(1) - histogram().bins().edge(0)) / 10;
    assertEquals(before - step, histogram().threshold(), 1e-9);
    saysWhatItShows();
    robot.type(KeyCode.B);
    assertEquals(best, text("#mean-accuracy"));

    // a slider: the scores follow
    ScoreHistogram first = histogram();
    robot.clickOn("#mean-d-slider");
    until(() -> histogram().bins() != first.bins());
    double share = robot.lookup("#mean-d-slider").queryAs(Slider.class).getValue();
    assertEquals(0.5, share, 0.05);
    type("#mean-d", "100");
    until(() -> text("#mean-accuracy").equals(best));

    // repeat, cancel, go on
    type("#mean-repeats", "1000000");
    robot.clickOn("#mean-primary");
    until(() -> button().equals("Cancel"));
    robot.clickOn("#mean-primary");
    until(() -> !button().equals("Cancel"));
    type("#mean-repeats", "300");
    robot.clickOn("#mean-primary");
    until(() -> button().equals("Repeated 300 times"));
    assertTrue(robot.lookup("#mean-primary").queryButton().isDisabled());
    assertEquals(21, figure("#mean-noise").getFigure().toTable().rows().size());
    shot("privacy-mean-light");
    assertTrue(((LineChart) figure("#mean-noise").getFigure()).scaleAbove().ticks().size() > 3);
    robot.clickOn("#mean-norm");
    FigureTable length = figure("#mean-noise").getFigure().toTable();
    assertTrue(length.header().contains("|p|"), "the length in place of the accuracy");
    shot("privacy-mean-length");
    robot.clickOn("#mean-norm");
    assertFalse(figure("#mean-noise").getFigure().toTable().header().contains("|p|"));

    dialogs.file = Optional.of(folder);
    robot.push(KeyCode.CONTROL, KeyCode.E);
    Path out = folder.resolve("gaussian-mean");
    until(() -> Files.exists(out.resolve("report.md")));
    for (String name : List.of("scores", "roc", "dimensions", "noise", "norm")) {
      assertTrue(Files.size(out.resolve(name + ".png")) > 0, name);
      assertTrue(Files.size(out.resolve(name + ".svg")) > 0, name);
      assertTrue(Files.size(out.resolve(name + ".csv")) > 0, name);
    }
    assertEquals(22, Files.readAllLines(out.resolve("noise.csv")).size());
    assertTrue(Files.readString(out.resolve("settings.csv")).contains("repeats,300"));

    type("#mean-variance", "-1");
    assertTrue(text("#mean-complaint").startsWith("The variance of the noise is -1"));
    type("#mean-variance", "0.3");
    until(() -> text("#mean-complaint").isEmpty());
    until(() -> !text("#mean-epsilon").equals("none"));

    robot.clickOn("#mean-derivation");
    until(() -> !robot.lookup("#derivation-panel").queryAll().isEmpty());
    shot("privacy-mean-derivation");
    robot.type(KeyCode.ESCAPE);
    until(() -> services.state().overlay().get() == null);

    robot.interact(() -> services.state().theme().choose(Theme.DARK));
    shot("privacy-mean-dark");
    robot.interact(() -> services.state().presenting().set(true));
    WaitForAsyncUtils.waitForFxEvents(10);
    assertFalse(figure("#mean-noise").getParent().getParent().isVisible());
    shot("privacy-mean-presenter");
    assertTrue(figure("#mean-histogram").getHeight() > 500);
  }
}
