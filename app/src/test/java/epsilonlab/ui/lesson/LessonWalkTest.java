package epsilonlab.ui.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import epsilonlab.TestFolder;
import epsilonlab.lesson.Lesson;
import epsilonlab.lesson.Lessons;
import epsilonlab.lesson.fact.FactName;
import epsilonlab.lesson.fact.FactNames;
import epsilonlab.lesson.fact.Facts;
import epsilonlab.lesson.fact.PartName;
import epsilonlab.lesson.fact.PartNames;
import epsilonlab.lesson.run.LessonRun;
import epsilonlab.ui.LabServices;
import epsilonlab.ui.LabTab;
import epsilonlab.ui.Screenshots;
import epsilonlab.ui.SessionServices;
import epsilonlab.ui.TabFacts;
import epsilonlab.ui.TabParts;
import epsilonlab.ui.TestDialogs;
import epsilonlab.ui.attack.AttackTab;
import epsilonlab.ui.attack.Lab;
import epsilonlab.ui.component.EpsilonSlider;
import epsilonlab.ui.component.FigureView;
import epsilonlab.ui.defend.DefendTab;
import epsilonlab.ui.frame.LabWindow;
import epsilonlab.ui.theme.Theme;
import epsilonlab.ui.train.TrainTab;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/**
 * A student with mouse and keyboard in the real window, before digits that FGSM flips where epsilon
 * passes 0.3.
 */
class LessonWalkTest {
  private static final Lesson FIRST = Lessons.shipped().get(0);

  private final FxRobot robot = new FxRobot();
  private final TestDialogs dialogs = new TestDialogs();
  private final List<LabTab> tabs = new ArrayList<>();
  private LabServices services;
  private LabWindow window;
  private Stage stage;

  @BeforeEach
  void open() throws Exception {
    FxToolkit.registerPrimaryStage();
    stage = FxToolkit.registerStage(Stage::new);
    services = SessionServices.with(Platform::runLater, dialogs);
    robot.interact(
        () -> {
          services.state().theme().choose(Theme.LIGHT);
          window =
              new LabWindow(
                  services,
                  stage,
                  List.of(keep(TrainTab::new), keep(AttackTab::new), keep(DefendTab::new)));
          window.show();
          stage.setWidth(1280);
          stage.setHeight(800);
          services.session().useData(Lab.data(1000));
          services.session().model().set(Lab.addModel(services.session(), "rows", 20));
        });
    WaitForAsyncUtils.waitForFxEvents();
  }

  private Function<LabServices, LabTab> keep(Function<LabServices, LabTab> maker) {
    return with -> {
      LabTab tab = maker.apply(with);
      tabs.add(tab);
      return tab;
    };
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

  private LessonRun run() {
    return window.lessons().run().get();
  }

  private Node node(String selector) {
    return robot.lookup(selector).query();
  }

  private boolean shows(String text) {
    return robot
        .lookup(
            node ->
                node instanceof Labeled label
                    && label.getText() != null
                    && label.getText().contains(text))
        .tryQuery()
        .filter(Node::isVisible)
        .isPresent();
  }

  private void shot(String name) {
    robot.interact(
        () -> {
          window.scene().getRoot().layout();
          Screenshots.save(window.scene(), name);
        });
  }

  private long covers() {
    return robot.lookup(".lesson-cover").queryAll().stream().filter(Node::isVisible).count();
  }

  private boolean isCovered(String selector) {
    return ((FigureView) node(selector)).coveredProperty().get();
  }

  private void next() throws Exception {
    int at = run().at();
    until(() -> !node("#lesson-next").isDisabled());
    robot.clickOn("#lesson-next");
    until(() -> run().at() == at + 1);
  }

  @Test
  void lessonOneFromTheListToTheLastStep() throws Exception {
    robot.press(KeyCode.CONTROL).type(KeyCode.L).release(KeyCode.CONTROL);
    until(() -> robot.lookup("#lesson-row-one-digit").tryQuery().isPresent());
    shot("lesson-list");
    robot.clickOn("#lesson-row-one-digit");
    until(() -> robot.lookup("#lesson").tryQuery().isPresent());
    assertTrue(node("#attack").isDisabled(), "set by the lesson");
    assertTrue(shows("set by the lesson"));
    assertFalse(robot.lookup("#verdict").tryQuery().isPresent(), "the lesson is in its place");
    chooseASeven();
    predictATenth();
    predictANumber();
    leaveAndComeBack();
    tipAndWrite();
  }

  private void chooseASeven() throws Exception {
    assertTrue(node("#lesson-next").isDisabled());
    shot("lesson-task");
    robot.interact(() -> services.session().digit().set(7));
    until(() -> run().tick().isPresent());
    // the last choice counts
    robot.interact(() -> services.session().digit().set(17));
    until(() -> run().tick().get().startsWith("No. 17, read as a 7"));
    next();
  }

  private void predictATenth() throws Exception {
    until(() -> robot.lookup("#option-fooled").tryQuery().isPresent());
    until(() -> !node("#option-fooled").isDisabled());
    assertEquals(0.1, slider().getValue());
    assertTrue(slider().isDisabled());
    assertTrue(isCovered("#curves"), "a later step asks for what it shows");
    assertTrue(covers() >= 4, "the digit, its answer, the bars, the curve");
    assertFalse(((FigureView) node("#probabilities")).getFigure().description().contains("after"));
    shot("lesson-covered");
    nothingElseTells();
    robot.clickOn("#option-fooled");
    until(() -> run().comparison().isPresent());
    assertFalse(run().comparison().get().right(), "the digit tips at 0.3 only");
    assertTrue(((FigureView) node("#probabilities")).getFigure().description().contains("after"));
    assertTrue(isCovered("#curves"), "a later step asks for what they show");
    assertTrue(shows("It came out otherwise."));
    shot("lesson-revealed");
    robot.interact(() -> ((TextArea) node("#lesson-words")).setText("It got greyer."));
    next();
  }

  /** The tab's own column and its export would give the answer away. */
  private void nothingElseTells() throws Exception {
    robot.press(KeyCode.CONTROL).type(KeyCode.E).release(KeyCode.CONTROL);
    until(() -> shows("Some of this is covered"));
    // it lies over the button that goes on
    robot.clickOn(".message .button");
    until(() -> !shows("Some of this is covered"));
    robot.clickOn("#lesson-aside");
    until(() -> robot.lookup("#plain-words").tryQuery().isPresent());
    until(() -> node("#plain-words").getAccessibleRole() == AccessibleRole.NODE);
    shot("lesson-covered-aside");
    robot.clickOn("#lessons-button");
    until(() -> robot.lookup("#option-fooled").tryQuery().isPresent());
  }

  private EpsilonSlider slider() {
    return (EpsilonSlider) node("#epsilon");
  }

  private void predictANumber() throws Exception {
    until(() -> robot.lookup("#lesson-number").tryQuery().isPresent());
    until(() -> !node("#lesson-number").isDisabled());
    assertTrue(node("#lesson-commit").isDisabled(), "nothing is guessed yet");
    robot.interact(() -> node("#lesson-number").requestFocus());
    robot.type(KeyCode.RIGHT);
    assertFalse(node("#lesson-commit").isDisabled());
    shot("lesson-number");
    robot.clickOn("#lesson-commit");
    until(() -> run().comparison().isPresent());
    next();
  }

  private void leaveAndComeBack() throws Exception {
    robot.clickOn("#lesson-close");
    until(() -> robot.lookup("#verdict").tryQuery().isPresent());
    assertFalse(node("#attack").isDisabled(), "nothing is locked any more");
    assertEquals(0, covers());
    assertFalse(shows("set by the lesson"));
    robot.interact(() -> window.lessons().open(FIRST));
    until(() -> run() != null && run().at() == 3);
    assertEquals("It got greyer.", run().record(1).words());
    robot.clickOn("#tab-train");
    until(() -> node("#lesson").getParent().getParent() != null);
    assertTrue(shows("This step is on the Attack tab"));
    assertTrue(node("#lesson").isVisible(), "it goes along");
    robot.clickOn("#lesson-go-there");
    until(() -> node("#epsilon").isVisible());
    robot.clickOn("#lesson-aside");
    until(() -> robot.lookup("#verdict").tryQuery().isPresent());
    robot.clickOn("#lessons-button");
    until(() -> robot.lookup("#lesson").tryQuery().isPresent());
  }

  private void tipAndWrite() throws Exception {
    until(() -> !node("#lesson-number").isDisabled());
    goBackAndForth();
    until(() -> robot.lookup("#lesson-number").tryQuery().isPresent());
    until(() -> !node("#lesson-number").isDisabled());
    robot.interact(() -> node("#lesson-number").requestFocus());
    robot.type(KeyCode.RIGHT);
    robot.clickOn("#lesson-commit");
    until(() -> run().comparison().isPresent());
    assertEquals(0, covers());
    assertFalse(isCovered("#curves"));
    // the question's slider began in the middle, at 0.25
    assertTrue(run().comparison().get().words().endsWith("too low."));
    next();
    until(() -> run().isDone());
    Path file = TestFolder.create().resolve("one-digit.html");
    dialogs.file = Optional.of(file);
    dialogs.text = Optional.of("Ada Lovelace");
    assertEquals("Hand in", ((Labeled) node("#lesson-next")).getText());
    robot.clickOn("#lesson-next");
    until(() -> Files.exists(file));
    String report = Files.readString(file);
    assertTrue(report.contains("Ada Lovelace"), "who it was");
    assertTrue(report.contains("It got greyer."), "own words");
    assertTrue(report.contains("<p>Ada Lovelace, "), "who and when");
    assertTrue(report.contains("convolution 5 × 5") || report.contains(">linear<"), "layers");
    assertTrue(report.contains(">before</th>") && report.contains(">after</th>"), "both vectors");
    assertTrue(report.contains("It came out otherwise."), "guess and truth");
    // digit, change and attacked digit of two steps, and the probabilities of one
    assertEquals(3, report.split("<figure", -1).length - 1);
    assertEquals("Step 5 of 5", ((Label) node("#lesson-step-number")).getText());
    shot("lesson-done");
    robot.interact(() -> services.state().theme().choose(Theme.DARK));
    shot("lesson-done-dark");
  }

  /** What the step before is done with is no way around the open question. */
  private void goBackAndForth() throws Exception {
    long covers = covers();
    assertTrue(covers > 0);
    robot.clickOn("#lesson-back");
    until(() -> run().at() == 2);
    assertEquals(covers, covers());
    assertFalse(((FigureView) node("#probabilities")).getFigure().description().contains("after"));
    next();
  }

  /** One value of each settable fact that is allowed and not what holds at the beginning. */
  private static final Map<String, Object> VALUES =
      Map.ofEntries(
          Map.entry("attack.index", 13.0),
          Map.entry("attack.class", 3.0),
          Map.entry("attack.only_correct", false),
          Map.entry("attack.attack", "pgd"),
          Map.entry("attack.steps", 3.0),
          Map.entry("attack.step_size", 0.02),
          Map.entry("attack.target", 4.0),
          Map.entry("attack.epsilon", 0.35),
          Map.entry("attack.curves", "fgsm, pgd"),
          Map.entry("train.network", "mlp"),
          Map.entry("train.epochs", 7.0),
          Map.entry("train.learning_rate", 0.0125),
          Map.entry("train.batch", 33.0),
          Map.entry("defend.network", "lenet"),
          Map.entry("defend.methods", "standard, pgd"),
          Map.entry("defend.epsilon", 0.15),
          Map.entry("defend.steps", 4.0),
          Map.entry("defend.epochs", 9.0),
          Map.entry("defend.attacker", 0.35));

  @Test
  void everyFactIsToldAndEverySettableOneTakenAndLockable() {
    for (LabTab tab : tabs) {
      robot.clickOn("#tab-" + tab.id());
      WaitForAsyncUtils.waitForFxEvents();
      List<FactName> names =
          FactNames.ALL.stream().filter(fact -> fact.tab().equals(tab.id())).toList();
      TabFacts facts = tab.facts();
      TabParts parts = tab.parts();
      assertEquals(names.stream().map(FactName::name).collect(Collectors.toSet()), facts.names());
      for (FactName fact : names) {
        assertEquals(fact.settable(), facts.settable().contains(fact.name()), fact.name());
        if (fact.settable()) {
          assertFalse(parts.controls(fact.name()).isEmpty(), fact.name() + " has no control");
        }
      }
      assertEquals(
          PartNames.ALL.stream()
              .map(PartName::name)
              .filter(name -> name.startsWith(tab.id() + "."))
              .collect(Collectors.toSet()),
          parts.names());
      if (tab.id().equals("defend")) {
        assertTrue(
            parts.places("defend.table").stream()
                .anyMatch(place -> place.node() == node("#defend-words")),
            "the same numbers in words");
      }
      robot.interact(
          () -> {
            for (FactName fact : names) {
              if (fact.settable()) {
                Object value = VALUES.get(fact.name());
                Facts before = facts.now();
                assertFalse(before.get(fact.name()).filter(value::equals).isPresent(), fact.name());
                facts.take(fact.name(), value);
                assertEquals(value, facts.now().get(fact.name()).orElse(null), fact.name());
              }
            }
          });
    }
  }
}
