package epsilonlab.ui.theory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import epsilonlab.data.SyntheticDigits;
import epsilonlab.lesson.Guess;
import epsilonlab.ui.LabServices;
import epsilonlab.ui.LabTab;
import epsilonlab.ui.LessonPlay;
import epsilonlab.ui.SessionServices;
import epsilonlab.ui.TabFacts;
import epsilonlab.ui.TestDialogs;
import epsilonlab.ui.TestTab;
import epsilonlab.ui.attack.AttackDesk;
import epsilonlab.ui.attack.Lab;
import epsilonlab.ui.frame.LabWindow;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** The lessons on theory, walked through in the window. */
class TheoryLessonsTest {
  private final FxRobot robot = new FxRobot();
  private LabServices services;
  private LabTab tab;
  private Stage stage;
  private LessonPlay play;
  // what lessons on two tabs need of the other one
  private TabFacts attack;

  @BeforeEach
  void open() throws Exception {
    FxToolkit.registerPrimaryStage();
    stage = FxToolkit.registerStage(Stage::new);
    services = SessionServices.with(Platform::runLater, new TestDialogs());
    robot.interact(
        () -> {
          List<Function<LabServices, LabTab>> tabs =
              new ArrayList<>(TestTab.seven(new ArrayList<>()));
          tab = new TheoryTab(services);
          tabs.set(6, all -> tab);
          LabWindow window = new LabWindow(services, stage, tabs);
          window.show();
          stage.setWidth(1280);
          stage.setHeight(800);
          services.state().wantedTab().set("theory");
        });
    WaitForAsyncUtils.waitForFxEvents();
  }

  @AfterEach
  void close() {
    services.jobs().close();
    robot.interact(stage::close);
  }

  private void begin(String id) {
    robot.interact(
        () ->
            play = new LessonPlay(LessonPlay.shipped(id), services.session().home(), this::facts));
  }

  private TabFacts facts() {
    TabFacts all = new TabFacts().and(tab.facts());
    return attack == null ? all : all.and(attack);
  }

  private void take(String fact, double value) {
    robot.interact(() -> facts().take(fact, value));
  }

  private double number(String fact) {
    return (Double)
        facts().now().get(fact).orElseThrow(() -> new AssertionError(fact + " is not told"));
  }

  private void guess(boolean rightly) {
    robot.interact(() -> play.guess(rightly));
  }

  private void goOn(boolean rightly) {
    robot.interact(() -> play.goOn(rightly));
  }

  private void press(String button) {
    robot.interact(() -> robot.lookup(button).queryButton().fire());
  }

  private static void until(Callable<Boolean> condition) throws Exception {
    WaitForAsyncUtils.waitFor(
        120, TimeUnit.SECONDS, () -> WaitForAsyncUtils.waitForAsyncFx(60_000, condition));
  }

  private void met() throws Exception {
    until(() -> play.isTaskMet());
  }

  private void notMet() {
    robot.interact(() -> assertFalse(play.isTaskMet(), play.run().step().title()));
  }

  private void check() throws Exception {
    press("#theory-check");
    met();
  }

  private void over() {
    robot.interact(() -> assertTrue(play.run().isDone()));
  }

  @Test
  @Tag("full")
  void linearModels() throws Exception {
    robot.interact(
        () -> {
          services.session().useData(Lab.data(200));
          services.session().model().set(Lab.addModel(services.session(), "rows", 20));
          attack =
              AttackDesk.facts(services.session())
                  .tell("lab.model", () -> services.session().model().get().card().name());
        });
    begin("linear-models");
    guess(false);
    goOn(false);
    // the drawing would tell, so the guess comes first
    robot.interact(() -> play.guess(new Guess.Choice("w")));
    notMet();
    check();
    goOn(true);
    take("attack.index", 18);
    notMet();
    take("attack.index", 17);
    met();
    double oneStep = number("attack.loss_after");
    goOn(true);
    met();
    robot.interact(() -> assertEquals(oneStep, number("attack.loss_after"), 1e-4, "it is linear"));
    robot.interact(() -> play.guess(new Guess.Choice("much")));
    goOn(false);
    notMet();
    check();
    goOn(true);
    over();
  }

  @Test
  @Tag("full")
  void robustRegression() throws Exception {
    begin("robust-regression");
    guess(false);
    goOn(false);
    notMet();
    check();
    goOn(false);
    notMet();
    robot.interact(() -> play.guess(new Guess.Choice("small")));
    // the slider goes far enough for two, and for none
    for (double lambda = 1; lambda <= 5 && !isMetSoon(); lambda += 0.5) {
      take("regression.lambda", lambda);
    }
    met();
    goOn(false);
    over();
  }

  private boolean isMetSoon() throws Exception {
    until(() -> facts().now().get("regression.nonzero").isPresent());
    return WaitForAsyncUtils.waitForAsyncFx(60_000, () -> play.isTaskMet());
  }

  @Test
  void perceptron() throws Exception {
    begin("perceptron");
    met();
    guess(true);
    goOn(true);
    notMet();
    // towards the other class, step by step, as the arrow keys do it
    nearer();
    met();
    robot.interact(() -> assertTrue(number("perceptron.mistakes") <= number("perceptron.bound")));
    guess(false);
    goOn(false);
    check();
    goOn(false);
    over();
  }

  private void nearer() throws Exception {
    Node point = robot.lookup("#perceptron-point-5").query();
    for (int i = 0; i < 20 && !WaitForAsyncUtils.waitForAsyncFx(60_000, play::isTaskMet); i++) {
      robot.interact(() -> point.fireEvent(down()));
      until(() -> facts().now().get("perceptron.mistakes").isPresent());
    }
  }

  private static KeyEvent down() {
    return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.DOWN, false, false, false, false);
  }

  @Test
  void optimalDiscriminator() throws Exception {
    begin("optimal-discriminator");
    robot.interact(() -> play.guess(new Guess.Number(0.25)));
    goOn(false);
    notMet();
    press("#discriminator-equal");
    met();
    robot.interact(
        () -> assertEquals(-Math.log(4), number("discriminator.value"), 1e-9, "nobody can tell"));
    guess(true);
    goOn(true);
    check();
    goOn(false);
    over();
  }

  @Test
  @Tag("full")
  void principalComponents() throws Exception {
    robot.interact(() -> services.session().useData(SyntheticDigits.generate(1, 300, 60)));
    begin("principal-components");
    guess(true);
    check();
    goOn(true);
    notMet();
    take("pca.components", 50);
    notMet();
    press("#pca-find");
    met();
    robot.interact(
        () -> {
          double kept = number("pca.explained");
          assertTrue(kept > 0.5 && kept < 1, "50 of 784: " + kept);
        });
    guess(true);
    goOn(true);
    over();
  }

  @Test
  @Tag("full")
  void uniform() throws Exception {
    begin("uniform");
    guess(false);
    goOn(false);
    robot.interact(() -> assertEquals(9, number("uniform.n")));
    notMet();
    press("#uniform-simulate");
    met();
    robot.interact(
        () -> {
          assertEquals(0.1, number("uniform.formula"), 1e-12, "1 / (9 + 1)");
          assertEquals(0.1, number("uniform.bias"), 0.002);
        });
    guess(true);
    goOn(true);
    check();
    goOn(false);
    over();
  }

  @Test
  void theTheoryOfLinearModels() throws Exception {
    robot.interact(
        () -> {
          facts().take("theory.page", "linear-adversary");
          facts().take("linear.epsilon", 0.5);
          for (String norm : List.of("linf", "l2")) {
            assertEquals(number("linear.formula_" + norm), number("linear.measured_" + norm), 1e-6);
          }
          // every weight counts in l-infinity, so less is enough there
          assertTrue(number("linear.flip_linf") < number("linear.flip_l2"));
          facts().take("theory.page", "svm");
        });
    until(() -> facts().now().get("svm.same").isPresent());
    robot.interact(() -> assertEquals(true, facts().now().get("svm.same").orElseThrow()));
    robot.interact(
        () -> robot.lookup("#svm-tied").queryAs(javafx.scene.control.CheckBox.class).fire());
    until(() -> facts().now().get("svm.same").isPresent());
    robot.interact(() -> assertEquals(false, facts().now().get("svm.same").orElseThrow()));
  }
}
