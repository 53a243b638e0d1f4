package epsilonlab.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import epsilonlab.data.DataSets;
import epsilonlab.data.RealData;
import epsilonlab.lesson.Lesson;
import epsilonlab.lesson.file.LessonParser;
import epsilonlab.ui.component.EpsilonSlider;
import epsilonlab.ui.frame.FxWatchdog;
import epsilonlab.ui.frame.LabWindow;
import epsilonlab.ui.theme.Theme;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Group;
import javafx.scene.control.Label;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/**
 * What the FX thread computes while epsilon is dragged, while a lesson is open and nothing happens,
 * and when a capsule is opened. Prints the figures of docs/performance.md; no time is asserted, for
 * machines differ. Times are processor time of that thread alone, so other work on the machine
 * hardly counts.
 */
@Tag("full")
class FxCostTest {
  private static final int MOVES = 100;
  private static final long BETWEEN_MILLIS = 70;
  private static final int WARM_MOVES = 300;
  private static final long WARM_MILLIS = 20;
  private static final int IDLE_SECONDS = 4;
  private static final int LOOKS = 200;
  private static final List<String> ONE_A_TAB =
      List.of(
          "train-attack-observe",
          "one-digit",
          "learning-from-attacks",
          "forger-and-detective",
          "who-was-in-the-average",
          "elephant-to-bullet-train",
          "linear-models");

  /** A lesson in which epsilon may be dragged while the answer is covered. */
  private static final String COVERED =
      """
      ---
      id: covered
      title: Covered
      minutes: 1
      tabs: [attack]
      summary: A guess that nobody makes.
      ---

      # What will it be?

      Drag $ε$ and guess.

      ```setup
      lab.tab: attack
      attack.attack: fgsm
      ```

      ```question
      ask: Is it fooled?
      options:
        fooled: "Yes"
        right: "No"
      truth:
        fooled: {attack.fooled: true}
        right: {attack.fooled: false}
      cover: [attack.after, attack.probabilities_after, attack.smallest, attack.verdict]
      ```
      """;

  private final FxRobot robot = new FxRobot();
  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private LabServices services;
  private LabWindow window;
  private Stage stage;
  private Region root;
  private long fx;

  @BeforeEach
  void open() throws Exception {
    Path real = RealData.folder();
    FxToolkit.registerPrimaryStage();
    stage = FxToolkit.registerStage(Stage::new);
    services = SessionServices.with(Platform::runLater, new TestDialogs());
    AtomicLong id = new AtomicLong();
    robot.interact(
        () -> {
          id.set(Thread.currentThread().getId());
          services.state().theme().choose(Theme.LIGHT);
          window = new LabWindow(services, stage, Tabs.ALL);
          window.show();
          root = (Region) window.scene().getRoot();
          Group around = new Group();
          around.setAutoSizeChildren(false);
          window.scene().setRoot(around);
          around.getChildren().add(root);
          size(1280, 800);
        });
    fx = id.get();
    services
        .session()
        .library()
        .importFile(real.resolveSibling("reference").resolve("lenet.safetensors"), "LeNet", null);
    var data = DataSets.fromFolder(real, "mnist");
    robot.interact(
        () -> {
          services.session().useData(data);
          window.chooseTab(1);
        });
    until(() -> !services.session().models().isEmpty());
    robot.interact(() -> services.session().model().set(services.session().models().get(0)));
    until(() -> text("#plain-words").contains(" sure of "));
  }

  @AfterEach
  void close() {
    services.jobs().close();
    robot.interact(stage::close);
  }

  private static void until(java.util.concurrent.Callable<Boolean> condition) throws Exception {
    WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, condition);
    WaitForAsyncUtils.waitForFxEvents();
  }

  private String text(String query) {
    return robot.lookup(query).queryAs(Label.class).getText();
  }

  // the screen of the tests is smaller than that of a lecture hall
  private void size(int width, int height) {
    root.resize(width, height);
  }

  private static void rest(long millis) throws InterruptedException {
    TimeUnit.MILLISECONDS.sleep(millis);
  }

  private double cpuMillis() {
    return threads.getThreadCpuTime(fx) / 1e6;
  }

  private EpsilonSlider slider() {
    return robot.lookup("#epsilon").queryAs(EpsilonSlider.class);
  }

  @ParameterizedTest
  @CsvSource({
    "normal, 1280, 800",
    "presenter, 1280, 800",
    "lesson, 1280, 800",
    "covered, 1280, 800",
    "presenter, 1920, 1080",
    "presenter covered, 1280, 800",
    "normal, 1920, 1080"
  })
  void epsilonDragged(String how, int width, int height) throws Exception {
    // the curve of the chart is there
    robot.interact(
        () -> {
          robot.lookup("#measure").queryButton().fire();
          size(width, height);
          services.state().presenting().set(how.startsWith("presenter"));
        });
    if (how.endsWith("covered")) {
      begin(LessonParser.parse(COVERED, "covered.md"));
    } else if (how.equals("lesson")) {
      begin(LessonPlay.shipped("one-digit"));
    }
    rest(2000);
    WaitForAsyncUtils.waitForFxEvents();
    // so that everything is compiled
    drag(WARM_MOVES, WARM_MILLIS);
    double[] moves = drag(MOVES, BETWEEN_MILLIS);
    Arrays.sort(moves);
    System.out.printf(
        Locale.ROOT,
        "drag of epsilon, %s %dx%d: median %.1f ms, p95 %.1f ms, max %.1f ms%n",
        how,
        width,
        height,
        moves[moves.length / 2],
        moves[moves.length * 95 / 100],
        moves[moves.length - 1]);
    // 0.46 of the whole width, of which the number before the track takes about a fifth
    assertEquals(0.17, slider().getValue(), 0.06, "it did move");
  }

  /** What the FX thread computed between one move and the next. */
  private double[] drag(int moves, long between) throws Exception {
    double[] millis = new double[moves];
    EpsilonSlider slider = slider();
    fire(slider, MouseEvent.MOUSE_PRESSED, 0.5);
    rest(300);
    for (int i = 0; i < moves; i++) {
      double before = cpuMillis();
      fire(slider, MouseEvent.MOUSE_DRAGGED, 0.6 + 0.3 * Math.sin(i * 0.1));
      rest(between);
      // whatever has come in meanwhile is done
      robot.interact(() -> {});
      millis[i] = cpuMillis() - before;
    }
    fire(slider, MouseEvent.MOUSE_RELEASED, 0.5);
    return millis;
  }

  private void fire(EpsilonSlider slider, EventType<MouseEvent> type, double share) {
    robot.interact(
        () -> {
          Point2D at = slider.localToScene(share * slider.getWidth(), slider.getHeight() / 2);
          Event.fireEvent(
              slider,
              new MouseEvent(
                  type,
                  at.getX(),
                  at.getY(),
                  at.getX(),
                  at.getY(),
                  MouseButton.PRIMARY,
                  1,
                  false,
                  false,
                  false,
                  false,
                  true,
                  false,
                  false,
                  true,
                  false,
                  true,
                  null));
        });
  }

  private void begin(Lesson lesson) throws Exception {
    robot.interact(() -> window.lessons().open(lesson));
    until(() -> window.lessons().run().get() != null);
  }

  @Test
  void capsuleOpenedThatKnowsAllTabs(@TempDir Path folder) throws Exception {
    for (int i = 0; i < Tabs.ALL.size(); i++) {
      int tab = i;
      robot.interact(() -> window.chooseTab(tab));
    }
    Path file = folder.resolve("all.epsilab");
    robot.interact(() -> window.capsules().save(file));
    until(() -> Files.exists(file));
    close();
    open();
    try (FxWatchdog watchdog = FxWatchdog.start()) {
      rest(500);
      watchdog.clear();
      robot.interact(() -> window.capsules().open(file));
      until(
          () ->
              services.messages().shown().stream()
                  .anyMatch(message -> message.sentence().startsWith("Opened")));
      rest(1000);
      System.out.printf(
          Locale.ROOT,
          "capsule of all tabs opened: pieces of work beyond a frame, ms of CPU: %s%n",
          watchdog.stalls().stream()
              .map(stall -> Math.round(stall.cpuMillis()))
              .filter(millis -> millis > FxWatchdog.LIMIT_MILLIS)
              .toList());
    }
    assertEquals("theory", services.state().remembered().get("tab", ""));
  }

  @Test
  void lessonOpenAndNothingHappens() throws Exception {
    AtomicLong pulses = new AtomicLong();
    robot.interact(() -> window.scene().addPostLayoutPulseListener(pulses::incrementAndGet));
    for (String id : ONE_A_TAB) {
      begin(LessonPlay.shipped(id));
      rest(2000);
      idle();
      pulses.set(0);
      double with = idle();
      double shown = pulses.get() / (double) IDLE_SECONDS;
      // whoever animates has sixty a second
      assertTrue(shown <= 5, () -> id + " has the window pulse " + shown + " times a second");
      double look = looks();
      robot.interact(() -> window.lessons().model().close());
      rest(500);
      System.out.printf(
          Locale.ROOT,
          "lesson %s open: %.1f ms of the FX thread and %.0f pulses a second, without it %.1f;"
              + " a look at the facts %.2f ms%n",
          id,
          with,
          shown,
          idle(),
          look);
    }
    assertNull(window.lessons().run().get());
  }

  private double idle() throws Exception {
    double before = cpuMillis();
    rest(IDLE_SECONDS * 1000L);
    return (cpuMillis() - before) / IDLE_SECONDS;
  }

  private double looks() {
    double before = cpuMillis();
    robot.interact(
        () -> {
          for (int i = 0; i < LOOKS; i++) {
            window.lessons().model().tick();
          }
        });
    return (cpuMillis() - before) / LOOKS;
  }
}
