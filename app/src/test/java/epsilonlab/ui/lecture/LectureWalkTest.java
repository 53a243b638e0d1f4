package epsilonlab.ui.lecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import epsilonlab.model.ModelEntry;
import epsilonlab.settings.Home;
import epsilonlab.ui.LabServices;
import epsilonlab.ui.Message;
import epsilonlab.ui.Restart;
import epsilonlab.ui.Screenshots;
import epsilonlab.ui.SessionServices;
import epsilonlab.ui.TestDialogs;
import epsilonlab.ui.attack.AttackTab;
import epsilonlab.ui.attack.Lab;
import epsilonlab.ui.component.EpsilonSlider;
import epsilonlab.ui.component.FigureView;
import epsilonlab.ui.frame.LabWindow;
import epsilonlab.ui.kiosk.KioskDialogs;
import epsilonlab.ui.theme.Theme;
import epsilonlab.ui.train.TrainTab;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** A lecturer with mouse, keyboard and remote in the real window. */
class LectureWalkTest {
  private final FxRobot robot = new FxRobot();
  private final TestDialogs dialogs = new TestDialogs();
  @TempDir Path folder;
  private LabServices services;
  private LabWindow window;
  private Stage stage;

  @BeforeEach
  void open() throws Exception {
    open(false);
  }

  private void open(boolean kiosk) throws Exception {
    FxToolkit.registerPrimaryStage();
    stage = FxToolkit.registerStage(Stage::new);
    LabServices made = SessionServices.with(Platform::runLater, dialogs);
    services = kiosk ? made.forKiosk() : made;
    robot.interact(
        () -> {
          services.state().theme().choose(Theme.LIGHT);
          window = new LabWindow(services, stage, List.of(TrainTab::new, AttackTab::new));
          window.show();
          stage.setWidth(1280);
          stage.setHeight(800);
          services.session().useData(Lab.data(1000));
        });
    WaitForAsyncUtils.waitForFxEvents();
  }

  @AfterEach
  void close() {
    services.jobs().close();
    robot.interact(stage::close);
  }

  private static void until(Callable<Boolean> condition) throws Exception {
    WaitForAsyncUtils.waitFor(120, TimeUnit.SECONDS, condition);
    WaitForAsyncUtils.waitForFxEvents();
  }

  private Node node(String selector) {
    return robot.lookup(selector).query();
  }

  private boolean isThere(String selector) {
    return robot.lookup(selector).tryQuery().filter(Node::isVisible).isPresent();
  }

  private void ctrl(KeyCode code) {
    robot.press(KeyCode.CONTROL).type(code).release(KeyCode.CONTROL);
    WaitForAsyncUtils.waitForFxEvents();
  }

  private void shot(String name) {
    robot.interact(() -> Screenshots.save(window.scene(), name));
  }

  private double epsilon() {
    return ((EpsilonSlider) node("#epsilon")).getValue();
  }

  private void epsilon(double value) {
    robot.interact(() -> ((EpsilonSlider) node("#epsilon")).setValue(value));
  }

  private String say() {
    return ((Label) node("#moment-place")).getText();
  }

  private void addMoment(String title, String cover) throws Exception {
    ctrl(KeyCode.M);
    until(() -> isThere("#lecture"));
    robot.interact(
        () -> {
          ((TextField) node("#moment-title")).setText(title);
          ((TextField) node("#moment-say")).setText("What will it say?");
          if (!cover.isEmpty()) {
            ((CheckBox) node(cover)).setSelected(true);
          }
        });
    robot.clickOn("#moment-add");
    until(() -> isThere("#moment-show-0"));
  }

  @Test
  void twoMomentsAreAddedSteppedThroughSavedAndOpenedElsewhere() throws Exception {
    ModelEntry model = Lab.addModel(services.session(), "rows", 20);
    robot.interact(() -> services.session().use(model));
    ctrl(KeyCode.DIGIT2);
    until(() -> isThere("#epsilon"));
    robot.interact(() -> services.session().digit().set(17));
    epsilon(0.1);
    addMoment("A little", "#cover-attack-curve");
    robot.type(KeyCode.ESCAPE);
    epsilon(0.35);
    addMoment("A lot", "");
    shot("lecture-panel");
    robot.type(KeyCode.ESCAPE);
    epsilon(0.2);
    ctrl(KeyCode.DIGIT1);
    robot.type(KeyCode.F11);
    until(() -> services.state().presenting().get());
    assertFalse(isThere("#moment-line"));
    robot.type(KeyCode.PAGE_DOWN);
    until(() -> isThere("#moment-line"));
    until(() -> epsilon() == 0.1);
    assertEquals("1 of 2 ·", say());
    assertTrue(isThere("#moment-ask"));
    assertTrue(((FigureView) node("#curves")).coveredProperty().get());
    shot("lecture-covered");
    robot.type(KeyCode.B);
    assertFalse(isThere("#moment-ask"));
    assertFalse(((FigureView) node("#curves")).coveredProperty().get());
    robot.type(KeyCode.PAGE_DOWN);
    until(() -> epsilon() == 0.35);
    assertEquals("2 of 2 ·", say());
    shot("lecture-moment");
    robot.type(KeyCode.PAGE_UP);
    until(() -> epsilon() == 0.1);
    assertTrue(isThere("#moment-ask"), "covered again");
    robot.type(KeyCode.PAGE_DOWN);
    assertEquals(0.1, epsilon(), "it uncovers first");
    assertFalse(isThere("#moment-ask"));
    saveAndOpenElsewhere(model);
  }

  private void saveAndOpenElsewhere(ModelEntry model) throws Exception {
    Path file = folder.resolve("lecture.epsilab");
    dialogs.file = Optional.of(file);
    robot
        .press(KeyCode.CONTROL, KeyCode.SHIFT)
        .type(KeyCode.S)
        .release(KeyCode.SHIFT, KeyCode.CONTROL);
    until(() -> Files.exists(file));
    close();
    open(false);
    ctrl(KeyCode.O);
    until(() -> window.lecture().model().moments().size() == 2);
    until(() -> services.session().model().get() != null);
    assertEquals(model.sha256(), services.session().model().get().sha256());
    until(() -> isThere("#epsilon"));
    until(() -> epsilon() == 0.1);
    assertEquals(17, services.session().digit().get());
    assertEquals("A little", window.lecture().model().moments().get(0).title());
  }

  @Test
  void aHostileCapsuleGetsOneSentence() throws Exception {
    dialogs.file = Optional.of(Files.writeString(folder.resolve("x.epsilab"), "PK none"));
    ctrl(KeyCode.O);
    until(() -> !services.messages().shown().isEmpty());
    Message message = services.messages().shown().get(0);
    assertEquals(Message.Kind.ERROR, message.kind());
    assertTrue(message.sentence().contains("is not opened, for it is"), message.sentence());
    assertEquals(1, services.messages().shown().size());
  }

  @Test
  void aKioskStaysOpenAndKeepsItsFilesToItself() throws Exception {
    close();
    open(true);
    assertTrue(services.state().presenting().get());
    robot.interact(() -> stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST)));
    assertTrue(stage.isShowing());
    robot.type(KeyCode.F11);
    assertTrue(services.state().presenting().get());
    dialogs.file = Optional.of(folder.resolve("out.epsilab"));
    robot
        .press(KeyCode.CONTROL, KeyCode.SHIFT)
        .type(KeyCode.S)
        .release(KeyCode.SHIFT, KeyCode.CONTROL);
    ctrl(KeyCode.M);
    assertFalse(isThere("#lecture"));
    assertEquals(
        Optional.empty(), services.dialogs().chooseFileToSave("Export", "x.png", List.of()));
    until(() -> !services.messages().shown().isEmpty());
    assertEquals(KioskDialogs.NOT_HERE, services.messages().shown().get(0).sentence());
    assertFalse(Files.exists(folder.resolve("out.epsilab")));
    robot
        .press(KeyCode.CONTROL, KeyCode.SHIFT)
        .type(KeyCode.Q)
        .release(KeyCode.SHIFT, KeyCode.CONTROL);
    until(() -> !stage.isShowing());
  }

  @Test
  void aResetAsksFirstAndBeginsAnew() throws Exception {
    Home home = services.session().home();
    Lab.addModel(services.session(), "rows", 20);
    int[] times = new int[1];
    robot.interact(
        () ->
            services
                .state()
                .restart()
                .set(
                    new Restart() {
                      @Override
                      public <T> void anew(Callable<T> between, BiConsumer<LabServices, T> then) {
                        times[0]++;
                        try {
                          then.accept(services, between.call());
                        } catch (Exception failure) {
                          throw new AssertionError(failure);
                        }
                      }
                    }));
    dialogs.answer = "Keep everything";
    resetKeys();
    assertEquals(1, dialogs.asked.size());
    assertEquals(0, times[0]);
    dialogs.answer = "Reset";
    resetKeys();
    assertEquals(1, times[0]);
    assertEquals(List.of(), services.session().library().list());
    assertTrue(Files.isDirectory(home.folder().resolve("aside/1/models")));
    until(() -> !services.messages().shown().isEmpty());
    robot.interact(() -> services.messages().shown().get(0).action().orElseThrow().run().run());
    assertEquals(1, services.session().library().list().size());
  }

  private void resetKeys() {
    robot
        .press(KeyCode.CONTROL, KeyCode.SHIFT)
        .type(KeyCode.R)
        .release(KeyCode.SHIFT, KeyCode.CONTROL);
    WaitForAsyncUtils.waitForFxEvents();
  }
}
