package epsilonlab.ui.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import epsilonlab.TestFolder;
import epsilonlab.attack.Attacks;
import epsilonlab.data.DataSet;
import epsilonlab.data.DataSets;
import epsilonlab.data.RealData;
import epsilonlab.job.JobRunner;
import epsilonlab.model.ModelEntry;
import epsilonlab.settings.Home;
import epsilonlab.ui.LabServices;
import epsilonlab.ui.Screenshots;
import epsilonlab.ui.TestDialogs;
import epsilonlab.ui.component.DigitPicker;
import epsilonlab.ui.component.EpsilonSlider;
import epsilonlab.ui.frame.FxWatchdog;
import epsilonlab.ui.frame.LabWindow;
import epsilonlab.ui.theme.Theme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** The Attack tab in the real window, by mouse and keyboard. */
class AttackTabTest {
  // the first two seconds build and lay out the tab
  private static final long WARM_UP_MILLIS = 2000;

  // not a @TempDir: the settings are written once more when the process ends
  private Path folder;
  private final FxRobot robot = new FxRobot();
  private final TestDialogs dialogs = new TestDialogs();
  private final JobRunner jobs = new JobRunner();
  private LabServices services;
  private LabWindow window;
  private Stage stage;

  @BeforeEach
  void open() throws Exception {
    folder = TestFolder.create();
    FxToolkit.registerPrimaryStage();
    stage = FxToolkit.registerStage(Stage::new);
    robot.interact(
        () -> {
          services =
              LabServices.with(
                  Home.of(folder),
                  Optional.empty(),
                  jobs,
                  CompletableFuture.completedFuture(Lab.compute()),
                  Platform::runLater,
                  any -> dialogs);
          services.state().theme().choose(Theme.LIGHT);
          window = new LabWindow(services, stage, List.of(AttackTab::new));
          window.show();
          size(1280, 800);
        });
  }

  @AfterEach
  void close() {
    jobs.close();
    robot.interact(stage::close);
  }

  private void size(double width, double height) {
    stage.setWidth(width);
    stage.setHeight(height);
  }

  private static void until(Callable<Boolean> condition) throws Exception {
    WaitForAsyncUtils.waitFor(120, TimeUnit.SECONDS, condition);
    WaitForAsyncUtils.waitForFxEvents();
  }

  private void use(DataSet data, ModelEntry model) throws Exception {
    robot.interact(
        () -> {
          services.session().useData(data);
          services.session().model().set(model);
        });
    until(() -> text("#plain-words").contains(" sure of "));
    until(() -> !text("#smallest").equals("–"));
  }

  private String text(String query) {
    return robot.lookup(query).queryAs(Label.class).getText();
  }

  private EpsilonSlider slider() {
    return robot.lookup("#epsilon").queryAs(EpsilonSlider.class);
  }

  private DigitPicker picker() {
    return robot.lookup("#digit-picker").queryAs(DigitPicker.class);
  }

  private void shot(String name) {
    robot.interact(
        () -> {
          window.scene().getRoot().layout();
          Screenshots.save(window.scene(), name);
        });
  }

  private void shift(KeyCode key) {
    robot.press(KeyCode.SHIFT).type(key).release(KeyCode.SHIFT);
  }

  @Test
  void everythingByMouseAndKeyboardWithoutAStall() throws Exception {
    use(Lab.data(1000), Lab.addModel(services.session(), "rows", 20));
    Thread.sleep(WARM_UP_MILLIS);
    // what is done for the first time loads classes and runs uncompiled
    for (int i = 0; i < 3; i++) {
      attackByMouse();
      attackByKeyboard();
      chooseAnAttack();
      measureAndCancel();
    }
    try (FxWatchdog watchdog = FxWatchdog.start()) {
      attackByMouse();
      attackByKeyboard();
      chooseAnAttack();
      measureAndCancel();
      tickAndMeasure();
      draw();
      Files.writeString(
          Path.of("target", "fx-stalls.txt"),
          watchdog.stalls().stream()
              .map(FxWatchdog.Stall::describe)
              .collect(Collectors.joining("\n\n")));
      // the list is for reading; a busy test machine stretches what takes 16 ms on a quiet one
      assertEquals(
          List.of(),
          watchdog.stalls().stream()
              .filter(stall -> stall.cpuMillis() > 5 * FxWatchdog.LIMIT_MILLIS)
              .filter(stall -> !opensAWindow(stall))
              .map(FxWatchdog.Stall::describe)
              .toList());
    }
  }

  // JavaFX builds and styles a popup the first time it is shown, as it does a tab
  private static boolean opensAWindow(FxWatchdog.Stall stall) {
    return stall.stack().stream()
        .anyMatch(
            call ->
                call.getMethodName().equals("show") && call.getClassName().contains("Window")
                    || call.getClassName().contains("Popup")
                    || call.getClassName().contains("PopOver")
                    || call.getClassName().contains("CssStyleHelper")
                    || call.getMethodName().contains("applyCss"));
  }

  private void attackByMouse() throws Exception {
    Node picker = picker();
    robot.interact(() -> picker().chosenProperty().set(0));
    // 58 pixels a cell, the second of the second row
    robot.clickOn(picker.localToScreen(58 + 28, 58 + 28));
    assertEquals(5, picker().chosenProperty().get());
    until(() -> text("#plain-words").contains("sure of a 5"));
    double middle = slider().getHeight() / 2 - 6;
    double track = slider().getWidth() - 152;
    robot
        .drag(slider().localToScreen(144 + 0.4 * track, middle))
        .dropTo(slider().localToScreen(144 + 0.5 * track, middle));
    assertEquals(0.25, slider().getValue(), 1e-9);
    until(() -> text(".verdict-title").equals("Not fooled"));
    robot
        .drag(slider().localToScreen(144 + 0.5 * track, middle))
        .dropTo(slider().localToScreen(144 + 0.8 * track, middle));
    until(() -> text(".verdict-title").equals("Fooled"));
    robot.clickOn("#go-there");
    // the rows of the digit hold 0.6 and lose to the others where epsilon passes half of it
    assertEquals(0.3, slider().getValue(), 0.0011);
    until(() -> text(".verdict-title").equals("Fooled"));
  }

  private void attackByKeyboard() throws Exception {
    robot.type(KeyCode.N);
    robot.interact(() -> slider().requestFocus());
    robot.type(KeyCode.N).type(KeyCode.N).type(KeyCode.P);
    until(() -> text("#plain-words").contains("sure of a 7"));
    robot.interact(() -> slider().setValue(0.2));
    robot.type(KeyCode.RIGHT).type(KeyCode.RIGHT).type(KeyCode.LEFT);
    assertEquals(0.21, slider().getValue(), 1e-9);
    shift(KeyCode.RIGHT);
    assertEquals(0.31, slider().getValue(), 1e-9);
    until(() -> text(".verdict-title").equals("Fooled"));
    shift(KeyCode.LEFT);
    until(() -> text(".verdict-title").equals("Not fooled"));
    robot.type(KeyCode.R);
    robot.clickOn("#search");
    robot.interact(() -> robot.lookup("#search").queryTextInputControl().setText("42"));
    robot.type(KeyCode.ENTER);
    assertEquals(42, picker().chosenProperty().get());
    robot.interact(() -> robot.lookup("#search").queryTextInputControl().setText("4200"));
    robot.type(KeyCode.ENTER);
    assertTrue(robot.lookup("There is no digit “4200”: type 0 to 999.").tryQuery().isPresent());
  }

  private void chooseAnAttack() throws Exception {
    ComboBox<?> attack = robot.lookup("#attack").queryComboBox();
    int pgd = Attacks.ALL.indexOf(Attacks.get("pgd"));
    robot.interact(() -> attack.getSelectionModel().select(pgd));
    TextField steps = robot.lookup("#parameter-steps").queryAs(TextField.class);
    robot.interact(() -> steps.setText("many"));
    assertTrue(robot.lookup("Steps takes a number, not “many”.").tryQuery().isPresent());
    robot.interact(() -> steps.setText("3"));
    assertFalse(robot.lookup("Steps takes a number, not “many”.").tryQuery().isPresent());
    until(() -> !text("#smallest").equals("–"));
    robot.interact(() -> attack.getSelectionModel().selectFirst());
  }

  private void measureAndCancel() throws Exception {
    robot.interact(() -> slider().requestFocus());
    robot.type(KeyCode.SPACE);
    until(() -> robot.lookup("#status-job").query().isVisible());
    robot.type(KeyCode.ESCAPE);
    until(() -> !robot.lookup("#status-job").query().isVisible());
  }

  private void tickAndMeasure() throws Exception {
    robot.clickOn("#curves-link");
    Node box = robot.lookup("rows, PGD").query();
    robot.clickOn(box).type(KeyCode.ESCAPE);
    assertTrue(
        services.session().settings().get(epsilonlab.settings.CommonSettings.CURVES).stream()
            .anyMatch(line -> line.endsWith("|pgd")));
    robot.clickOn("#measure");
    until(() -> !robot.lookup("#status-job").query().isVisible());
  }

  private void draw() throws Exception {
    robot.clickOn("#draw-digit");
    Node pad = robot.lookup(".draw-pad").query();
    robot.drag(pad.localToScreen(110, 40)).dropTo(pad.localToScreen(110, 180));
    robot.clickOn("#use-drawing");
    until(
        () -> robot.lookup("#digit-picker").queryAs(DigitPicker.class).chosenProperty().get() < 0);
    until(
        () ->
            text("#plain-words").contains("You still see")
                || text("#plain-words").contains("leaves it"));
  }

  @Test
  void exportsAndTeachesWhereSomethingIsMissing() throws Exception {
    assertEquals("The digits are being loaded.", text("#empty .plain-words"));
    boolean[] trained = {false};
    robot.interact(
        () -> {
          services.session().useData(Lab.data(50));
          services.state().trainFirst().set(() -> trained[0] = true);
        });
    WaitForAsyncUtils.waitForFxEvents();
    shot("attack-empty");
    robot.clickOn("#train-first");
    assertTrue(trained[0]);
    robot.press(KeyCode.CONTROL).type(KeyCode.E).release(KeyCode.CONTROL);
    assertTrue(
        services.messages().shown().get(0).sentence().startsWith("There is nothing to export"));
    use(Lab.data(50), Lab.addModel(services.session(), "rows", 20));
    assertFalse(robot.lookup("#empty").query().isVisible());
    dialogs.file = Optional.of(folder);
    robot.press(KeyCode.CONTROL).type(KeyCode.E).release(KeyCode.CONTROL);
    until(() -> Files.exists(folder.resolve("attack/report.md")));
    try (Stream<Path> files = Files.list(folder.resolve("attack"))) {
      assertEquals(
          List.of(
              "adversarial.png",
              "curves.csv",
              "curves.png",
              "curves.svg",
              "original.png",
              "perturbation.png",
              "report.md"),
          files.map(file -> file.getFileName().toString()).sorted().toList());
    }
    robot.clickOn("#theme-switch");
    assertEquals(Theme.DARK, services.state().theme().effectiveTheme().get());
  }

  @Test
  void whyItFailedStepByStep() throws Exception {
    use(Lab.data(100), Lab.addModel(services.session(), "rows", 20));
    robot.interact(() -> slider().setValue(0.25));
    until(() -> text(".verdict-title").equals("Not fooled"));
    Hyperlink why = robot.lookup("#why").queryAs(Hyperlink.class);
    assertEquals("Why did it fail?", why.getText());
    robot.clickOn("#why");
    until(() -> robot.lookup("#why-step").tryQuery().isPresent());
    until(() -> text("#why-step").startsWith("Step 1 of 1"));
    assertTrue(robot.lookup("The model is robust here").tryQuery().isPresent());
    assertTrue(robot.lookup("Random search is not better").tryQuery().isPresent());
    shot("why-light");
    robot.interact(() -> services.state().theme().choose(Theme.DARK));
    shot("why-dark");
    robot.interact(() -> services.state().theme().choose(Theme.LIGHT));
    Node steps = robot.lookup("#why-slider").query();
    robot.interact(steps::requestFocus);
    robot.type(KeyCode.LEFT);
    assertTrue(text("#why-step").startsWith("The original"), text("#why-step"));
    assertEquals(0.25, slider().getValue(), "the tab gets no keys meanwhile");
    robot.type(KeyCode.ESCAPE);
    assertFalse(robot.lookup("#why-panel").tryQuery().isPresent());
    robot.interact(() -> slider().setValue(0.4));
    until(() -> why.getText().equals("What happened, step by step"));
    robot.clickOn("#why");
    until(() -> robot.lookup("The attack succeeded").tryQuery().isPresent());
    robot.clickOn("#why-close");
    assertFalse(robot.lookup("#why-panel").tryQuery().isPresent());
  }

  private static DataSet fashionOr(DataSet other) {
    try {
      return DataSets.fromFolder(RealData.folder(), "fashion-mnist");
    } catch (TestAbortedException notHere) {
      return other;
    }
  }

  private static String ofSomething(DataSet data) {
    return data.classNames().get(data.test().label(28));
  }

  @Test
  void picturesOfTheRealThing() throws Exception {
    DataSet data;
    ModelEntry lenet;
    try {
      Path real = RealData.folder();
      data = DataSets.fromFolder(real, "mnist");
      Path weights = real.resolveSibling("reference");
      services
          .session()
          .library()
          .importFile(weights.resolve("small-cnn.safetensors"), "Small CNN", null);
      lenet =
          services
              .session()
              .library()
              .importFile(weights.resolve("lenet.safetensors"), "LeNet", null);
    } catch (TestAbortedException notHere) {
      data = Lab.data(1000);
      lenet = Lab.addModel(services.session(), "rows", 20);
    }
    until(() -> !services.session().models().isEmpty());
    use(data, lenet);
    robot.interact(() -> picker().chosenProperty().set(28));
    robot.clickOn("#measure");
    until(() -> robot.lookup("#status-job").query().isVisible());
    until(() -> !robot.lookup("#status-job").query().isVisible());
    robot.interact(() -> slider().setValue(0.2));
    until(() -> text("#plain-words").contains("0.20"));
    until(() -> !text("#smallest").equals("–"));
    shot("attack-light");
    robot.clickOn("#theme-switch");
    shot("attack-dark");
    robot.clickOn("#theme-switch");
    robot.interact(() -> size(1000, 800));
    until(() -> robot.lookup(".column-folded-scroll").tryQuery().isPresent());
    shot("attack-folded");
    robot.interact(() -> size(1280, 640));
    until(() -> robot.lookup(".column-read-scroll").tryQuery().isPresent());
    assertFalse(robot.lookup("#strip").query().getParent().isVisible(), "the strip gives way");
    shot("attack-low");
    robot.interact(() -> size(1280, 800));
    robot.type(KeyCode.F11);
    until(() -> robot.lookup("#projector-words").query().isVisible());
    robot.interact(() -> size(1280, 800));
    shot("attack-presenter");
    robot.type(KeyCode.F11);
    robot.interact(() -> size(1280, 800));
    DataSet fashion = fashionOr(data);
    robot.interact(() -> services.session().useData(fashion));
    until(() -> text("#plain-words").contains(ofSomething(fashion)));
    WaitForAsyncUtils.waitForFxEvents();
    shot("attack-fashion");
  }
}
