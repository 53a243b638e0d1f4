package epsilonlab.ui.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import epsilonlab.engine.LabException;
import epsilonlab.job.Job;
import epsilonlab.job.JobContext;
import epsilonlab.job.JobHandle;
import epsilonlab.ui.LabServices;
import epsilonlab.ui.ModelChoice;
import epsilonlab.ui.Screenshots;
import epsilonlab.ui.TestDialogs;
import epsilonlab.ui.TestServices;
import epsilonlab.ui.TestTab;
import epsilonlab.ui.theme.Theme;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

class LabWindowTest {
  private final FxRobot robot = new FxRobot();
  private final List<TestTab> tabs = new ArrayList<>();
  private final TestDialogs dialogs = new TestDialogs();
  private final CountDownLatch release = new CountDownLatch(1);
  private LabServices services;
  private LabWindow window;
  private Stage stage;

  @BeforeEach
  void open() throws Exception {
    FxToolkit.registerPrimaryStage();
    stage = FxToolkit.registerStage(Stage::new);
    services = TestServices.with(Platform::runLater, dialogs);
    robot.interact(
        () -> {
          services
              .state()
              .models()
              .items()
              .add(new ModelChoice("lenet", "LeNet", "Adam, 3 epochs", "98.0 %", "#0072B2"));
          services.state().models().chosen().set(services.state().models().items().get(0));
          services.state().deviceText().set("CPU, 2 threads, PyTorch 2.7.1");
          services.state().dataText().set("MNIST, 60,000 + 10,000, local folder");
          window = new LabWindow(services, stage, TestTab.seven(tabs));
          window.show();
          stage.setWidth(1280);
          stage.setHeight(800);
        });
    WaitForAsyncUtils.waitForFxEvents();
  }

  @AfterEach
  void close() {
    release.countDown();
    services.jobs().close();
    robot.interact(stage::close);
  }

  private TestTab tab(int index) {
    return tabs.get(index);
  }

  private void shot(String name) {
    robot.interact(() -> Screenshots.save(window.scene(), name));
  }

  private static void until(Callable<Boolean> condition) throws Exception {
    WaitForAsyncUtils.waitFor(120, TimeUnit.SECONDS, condition);
    WaitForAsyncUtils.waitForFxEvents();
  }

  /** A job that reports 62 % and works until it is cancelled or released. */
  private JobHandle<String> work(String name) throws Exception {
    JobHandle<String> handle = services.jobs().submit(new Work(name, release));
    until(() -> handle.progress().fraction() > 0);
    WaitForAsyncUtils.waitForFxEvents();
    return handle;
  }

  private record Work(String name, CountDownLatch release) implements Job<Void, String> {
    @Override
    public String run(JobContext<Void> context) throws Exception {
      context.progress(0.62);
      while (!release.await(5, TimeUnit.MILLISECONDS)) {
        context.check();
      }
      return "done";
    }
  }

  @Test
  void tabsChangeByMouseAndKeyboardAndAreBuiltWhenFirstChosen() {
    assertNotNull(tab(0).columns);
    assertFalse(tabs.subList(1, 7).stream().anyMatch(tab -> tab.columns != null));
    assertTrue(robot.lookup("#model-picker").query().isDisabled(), "Train uses no model");
    robot.clickOn("#tab-attack");
    assertEquals(List.of("normal", "shown"), tab(1).told);
    assertEquals("hidden", tab(0).told.get(tab(0).told.size() - 1));
    assertFalse(tab(0).columns.isVisible());
    assertFalse(robot.lookup("#model-picker").query().isDisabled());
    shot("frame-light");
    robot.press(KeyCode.CONTROL).type(KeyCode.DIGIT7).release(KeyCode.CONTROL);
    assertTrue(tab(6).columns.isVisible());
    assertEquals("theory", services.state().remembered().get("tab", ""));
    robot.interact(() -> robot.lookup("#tab-theory").query().requestFocus());
    robot.type(KeyCode.RIGHT);
    assertTrue(tab(0).columns.isVisible(), "the arrow key goes round to the first tab");
    assertEquals(0, tab(0).told.stream().filter("RIGHT"::equals).count());
  }

  @Test
  void themeChangesTheColoursAndIsRemembered() {
    robot.clickOn("#tab-attack").clickOn("#theme-switch");
    WaitForAsyncUtils.waitForFxEvents();
    shot("frame-dark");
    assertEquals("dark", services.state().remembered().get("theme", ""));
    assertEquals(Theme.DARK, services.state().theme().effectiveTheme().get());
    int argb =
        WaitForAsyncUtils.waitForAsyncFx(
            10_000, () -> window.scene().snapshot(null).getPixelReader().getArgb(640, 700));
    assertEquals(0xFF0D1117, argb, "the middle is Primer's dark ground");
  }

  @Test
  void aRunningJobIsShownAndCancelledByItsButton() throws Exception {
    JobHandle<String> first = work("Train small CNN");
    JobHandle<String> second = services.jobs().submit(new Work("LeNet, 5 steps", release));
    until(() -> label("#status-job-says").startsWith("62 %"));
    until(() -> robot.lookup("+1 waiting").tryQuery().isPresent());
    robot.clickOn("#status-jobs");
    assertTrue(robot.lookup(".jobs-popup").tryQuery().isPresent());
    shot("frame-jobs");
    robot.type(KeyCode.ESCAPE);
    assertFalse(robot.lookup(".jobs-popup").tryQuery().isPresent(), "Esc closes the list first");
    assertEquals(JobHandle.State.RUNNING, first.state());
    robot.clickOn("#status-cancel");
    until(() -> first.state() == JobHandle.State.CANCELLED);
    until(() -> second.state() == JobHandle.State.RUNNING);
    robot.type(KeyCode.ESCAPE);
    until(() -> second.state() == JobHandle.State.CANCELLED);
    until(() -> !robot.lookup("#status-job").query().isVisible());
  }

  private String label(String query) {
    return ((Label) robot.lookup(query).query()).getText();
  }

  @Test
  void aFailedJobSaysItsSentence() throws Exception {
    String sentence = "The loss is not finite; choose a smaller learning rate.";
    services
        .jobs()
        .submit(
            new Job<Void, Void>() {
              @Override
              public String name() {
                return "Train MLP";
              }

              @Override
              public Void run(JobContext<Void> context) {
                throw new LabException(sentence);
              }
            });
    until(() -> robot.lookup(".message-error").tryQuery().isPresent());
    assertTrue(robot.lookup(sentence).tryQuery().isPresent());
    shot("frame-failed");
    Node closeMessage = robot.from(robot.lookup(".message-error")).lookup(".icon-button").query();
    robot.clickOn(closeMessage);
    WaitForAsyncUtils.waitForFxEvents();
    assertFalse(robot.lookup(".message-error").tryQuery().isPresent());
    robot.clickOn("#status-jobs");
    assertTrue(
        robot.from(robot.lookup(".jobs-popup")).lookup(sentence).tryQuery().isPresent(),
        "the list keeps the reason");
  }

  @Test
  void closingWithARunningJobAsks() throws Exception {
    JobHandle<String> job = work("Train small CNN");
    robot.interact(window::requestClose);
    assertTrue(stage.isShowing(), "keep working is the harmless answer");
    assertTrue(dialogs.asked.get(0).contains("Train small CNN"));
    assertEquals(List.of("Close anyway", "Keep working"), dialogs.offered);
    tab(0).loss = "2 of 5 epochs are trained.";
    dialogs.answer = "Keep what is trained and close";
    robot.interact(window::requestClose);
    until(() -> !stage.isShowing());
    assertTrue(dialogs.asked.get(1).contains("2 of 5 epochs are trained."));
    assertTrue(tab(0).told.contains("keep"));
    until(() -> job.state().isOver());
    assertEquals(List.of(), services.messages().shown(), "what was given up is no failure");
  }

  @Test
  void closingWithNothingToLoseDoesNotAsk() {
    robot.interact(window::requestClose);
    assertFalse(stage.isShowing());
    assertEquals(List.of(), dialogs.asked);
    assertEquals("false", services.state().remembered().get("window.maximised", ""));
  }

  @Test
  void theReadColumnFoldsBelow1100() throws Exception {
    Node read = robot.lookup(".column-read").query();
    assertTrue(read.localToScene(0, 0).getX() > 900);
    robot.interact(() -> stage.setWidth(1000));
    until(() -> tab(0).columns.folded().get());
    robot.interact(() -> window.scene().getRoot().layout());
    shot("frame-folded");
    assertTrue(
        robot.lookup("#help-button").query().localToScene(32, 0).getX() <= 1000,
        "the top bar fits");
    assertFalse(shows((Label) robot.lookup("#tab-attack .tab-word").query()), "icons only");
    assertTrue(shows((Label) robot.lookup("#tab-train .tab-word").query()));
    Node see = robot.lookup(".column-see").query();
    assertEquals(264, read.localToScene(0, 0).getX(), 1);
    assertTrue(
        read.localToScene(0, 0).getY() >= see.localToScene(see.getLayoutBounds()).getMaxY() - 1);
    robot.interact(() -> stage.setWidth(1280));
    until(() -> !tab(0).columns.folded().get());
    robot.interact(() -> window.scene().getRoot().layout());
    assertEquals(976, read.localToScene(0, 0).getX(), 2);
  }

  @Test
  void theTabsHaveTheirWordsBackWithTheRoom() throws Exception {
    Label word = (Label) robot.lookup("#tab-theory .tab-word").query();
    TopBar bar = (TopBar) robot.lookup(".top-bar").query();
    until(() -> shows(word));
    robot.interact(() -> bar.showLessonAside(true));
    until(() -> !shows(word));
    robot.interact(() -> bar.showLessonAside(false));
    until(() -> shows(word));
  }

  @Test
  void keysGoToTheTabUnlessAControlUsesThem() {
    robot.type(KeyCode.N);
    assertTrue(tab(0).told.contains("N"));
    robot.clickOn("#field-train").type(KeyCode.R).type(KeyCode.LEFT);
    assertFalse(tab(0).told.contains("R"));
    assertFalse(tab(0).told.contains("LEFT"));
    robot.interact(() -> robot.lookup("#help-button").query().requestFocus());
    robot.type(KeyCode.SPACE);
    assertFalse(tab(0).told.contains("SPACE"));
    assertTrue(robot.lookup(".help-card").tryQuery().isPresent(), "Space pressed the button");
    assertTrue(robot.lookup("Next and previous digit").tryQuery().isPresent());
    shot("frame-help");
    robot.type(KeyCode.F1);
    assertFalse(robot.lookup(".help-card").tryQuery().isPresent());
    robot.press(KeyCode.CONTROL).type(KeyCode.E).release(KeyCode.CONTROL);
    assertTrue(tab(0).told.contains("export"));
  }

  @Test
  void presenterModeEnlargesAndFoldsAway() throws Exception {
    robot.clickOn("#tab-attack");
    work("Train small CNN");
    robot.type(KeyCode.F11);
    until(() -> robot.lookup(".top-bar").query().getLayoutBounds().getHeight() == 64);
    assertTrue(stage.isFullScreen());
    assertTrue(tab(1).told.contains("presenting"));
    assertFalse(robot.lookup(".status-bar").tryQuery().isPresent());
    assertTrue(robot.lookup(".job-line").query().isVisible());
    assertFalse(robot.lookup(".column-choose-scroll").tryQuery().isPresent());
    shot("frame-presenting");
    for (Node text : robot.lookup(node -> node instanceof Label).queryAll()) {
      if (text instanceof Label words && shows(words)) {
        assertTrue(words.getFont().getSize() >= 20, words.getText());
      }
    }
    robot.clickOn("#unfold-choose");
    until(() -> robot.lookup(".column-choose-scroll").tryQuery().isPresent());
    robot.type(KeyCode.F11);
    until(() -> robot.lookup(".status-bar").tryQuery().isPresent());
    assertFalse(stage.isFullScreen());
    // at 1280 there is room for every tab's word again
    until(() -> shows((Label) robot.lookup("#tab-train .tab-word").query()));
    until(() -> stage.getWidth() == 1280);
    WaitForAsyncUtils.waitForFxEvents(10);
    assertTrue(shows((Label) robot.lookup("#tab-train .tab-word").query()));
    assertTrue(shows((Label) robot.lookup("#tab-theory .tab-word").query()));
  }

  private static boolean shows(Label label) {
    for (Node node = label; node != null; node = node.getParent()) {
      if (!node.isVisible()) {
        return false;
      }
    }
    return !label.getText().isEmpty();
  }
}
