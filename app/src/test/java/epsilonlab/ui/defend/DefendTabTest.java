package epsilonlab.ui.defend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import epsilonlab.data.SyntheticDigits;
import epsilonlab.model.Architecture;
import epsilonlab.model.Architectures;
import epsilonlab.report.figure.FigureTable;
import epsilonlab.ui.LabServices;
import epsilonlab.ui.LabSession;
import epsilonlab.ui.LabTab;
import epsilonlab.ui.Screenshots;
import epsilonlab.ui.SessionServices;
import epsilonlab.ui.TestDialogs;
import epsilonlab.ui.TestTab;
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
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

class DefendTabTest {
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
          List<Function<LabServices, LabTab>> tabs =
              new ArrayList<>(TestTab.seven(new ArrayList<>()));
          tabs.set(0, DefendTab::new);
          window = new LabWindow(services, stage, tabs);
          window.show();
          stage.setWidth(1280);
          stage.setHeight(800);
          session.useData(SyntheticDigits.generate(1, 300, 60));
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

  private String primary() {
    return robot.lookup("#defend-primary").queryButton().getText();
  }

  private boolean tableIsFull() {
    FigureView table = figure("#defend-table");
    return table.getFigure() != null
        && !table.getFigure().description().contains("not known")
        && table.getFigure().toTable().rows().size() == 3;
  }

  @Test
  void raceStopStartAgainTableTrialExport() throws Exception {
    ComboBox<Architecture> box = robot.lookup("#defend-network").queryComboBox();
    robot.interact(() -> box.setValue(Architectures.get("logistic")));
    type("#defend-epochs", "0");
    shot("defend-empty-light");
    robot.clickOn("#defend-empty-start");
    assertEquals(
        "The number of epochs is 0, but must be from 1 to 10000.",
        robot.lookup("#defend-complaint-2").queryLabeled().getText());
    type("#defend-epochs", "1000");
    type("#defend-steps", "2");
    robot.clickOn("#defend-empty-start");
    robot.moveTo("#defend-race");
    until(() -> figure("#defend-race").getFigure().toTable().rows().size() > 12);
    assertEquals("defend-primary", window.scene().getFocusOwner().getId());
    robot.type(KeyCode.SPACE);
    until(() -> primary().equals("Resume"));
    robot.clickOn("#defend-stop");
    until(() -> session.models().size() == 3 && primary().equals("Start the race"));
    type("#defend-epochs", "2");
    robot.clickOn("#defend-primary");
    until(() -> session.models().size() == 6);
    until(this::tableIsFull);
    until(() -> figure("#defend-digits").getFigure() != null);

    robot.clickOn("#defend-attacker-slider");
    robot.moveTo("#defend-race");
    robot.interact(() -> robot.lookup("#defend-primary").queryButton().requestFocus());
    robot.type(KeyCode.RIGHT);
    until(
        () -> figure("#defend-table").getFigure().description().contains("0.21") && tableIsFull());
    shot("defend-slider-light");
    robot.clickOn("#defend-attacker-0-1");

    robot.clickOn("#defend-stronger");
    until(() -> robot.lookup("#defend-verdicts").queryAs(VBox.class).getChildren().size() == 2);
    shot("defend-light");
    robot.interact(() -> services.state().theme().choose(Theme.DARK));
    shot("defend-dark");
    robot.interact(() -> services.state().theme().choose(Theme.LIGHT));
    robot.interact(() -> services.state().presenting().set(true));
    shot("defend-presenter-light");
    assertFalse(
        robot.lookup("#defend-table").query().getParent().getParent().getParent().isVisible(),
        "the race has all the room");
    robot.interact(() -> services.state().presenting().set(false));
    robot.interact(() -> stage.setWidth(1000));
    shot("defend-narrow-light");
    robot.interact(() -> stage.setWidth(1280));

    dialogs.file = Optional.of(folder);
    robot.interact(() -> window.scene().getRoot().requestFocus());
    robot.press(KeyCode.CONTROL, KeyCode.E).release(KeyCode.E, KeyCode.CONTROL);
    Path out = folder.resolve("defend");
    until(() -> Files.exists(out.resolve("report.md")));
    for (String file :
        List.of(
            "race.png",
            "race.svg",
            "race.csv",
            "training-against-attack-0.1.csv",
            "training-against-attack-0.5.png",
            "the-same-digit.png",
            "samples-pgd.png",
            "stronger-attacks.csv")) {
      assertTrue(Files.size(out.resolve(file)) > 50, file);
    }
    FigureTable shown = figure("#defend-table").getFigure().toTable();
    String csv = Files.readString(out.resolve("training-against-attack-0.1.csv"));
    assertEquals(shown.toCsv(), csv);
  }
}
