package epsilonlab.ui.privacy.logistic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import epsilonlab.data.SyntheticDigits;
import epsilonlab.engine.LabException;
import epsilonlab.lesson.Guess;
import epsilonlab.privacy.defence.Defence;
import epsilonlab.privacy.inference.MembershipAttack;
import epsilonlab.ui.LabServices;
import epsilonlab.ui.LessonPlay;
import epsilonlab.ui.QueuedFx;
import epsilonlab.ui.SessionServices;
import epsilonlab.ui.TabFacts;
import epsilonlab.ui.TestDialogs;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the part tells lessons, and "Who was in the training set?" as a student does it. */
class LogisticLessonTest {
  private static final double NONE = Double.POSITIVE_INFINITY;

  private final QueuedFx fx = new QueuedFx();
  private LabServices services;
  private LogisticModels models;
  private TabFacts facts;
  private String page = "gap";

  @BeforeEach
  void open() {
    services = SessionServices.with(fx, new TestDialogs());
    models = LogisticModels.of(services);
    models.data().useData(SyntheticDigits.generate(1, 250, 210));
    models.form().typed().text(LogisticForm.N).set("100");
    models.form().typed().text(LogisticForm.REPEATS).set("2");
    models.form().commit();
    facts = facts();
  }

  @AfterEach
  void close() {
    services.jobs().close();
  }

  // the page is the view's, which this test has not
  private TabFacts facts() {
    return LogisticFacts.of(models)
        .set("logistic.page", () -> page, String.class, chosen -> page = chosen);
  }

  private Optional<Object> told(String name) {
    return facts.now().get(name);
  }

  private double number(String name) {
    return (Double) told(name).orElseThrow(() -> new AssertionError(name + " is not told"));
  }

  private void sweep() throws Exception {
    models.sweep().startOrCancel();
    fx.until("the sweep", () -> !models.sweep().job().running().get());
    fx.settle();
  }

  @Test
  void accuraciesAreThoseOfTheChosenModel() throws Exception {
    facts.take("logistic.n", 150.0);
    assertEquals(150, models.form().chosen().get().n());
    assertEquals(Optional.empty(), told("logistic.attack_accuracy"));
    assertEquals(false, told("logistic.measured").orElseThrow());
    sweep();
    assertEquals(true, told("logistic.measured").orElseThrow());
    // half of the gap is what the simplest attack gains
    double gap = number("logistic.train_accuracy") - number("logistic.test_accuracy");
    assertEquals(0.5 + gap / 2, number("logistic.attack_accuracy"), 1e-9);
    double free = number("logistic.weight_norm");
    facts.take("logistic.c", 0.01);
    assertTrue(number("logistic.weight_norm") < free / 3);
    facts.take("logistic.c", 0.5);
    assertEquals(Optional.empty(), told("logistic.weight_norm"), "no model of this C yet");
    assertEquals(false, told("logistic.measured").orElseThrow());
    facts.take("logistic.c", NONE);
    facts.take("logistic.variance", 1.0);
    double noisy = number("logistic.noisy_attack_accuracy");
    assertEquals(
        models
            .sweep()
            .known()
            .get()
            .noise(models.form().chosen().get(), NONE, 1.0)
            .orElseThrow()
            .attackAccuracy()
            .mean(),
        noisy);
    facts.take("logistic.attack", "loss");
    assertEquals(MembershipAttack.LOSS, models.sweep().attacks().chosen().get());
    assertEquals(Optional.empty(), told("logistic.noisy_attack_accuracy"));
    fx.until("the other attack", () -> told("logistic.attack_accuracy").isPresent());
  }

  @Test
  void whatCannotBeHadGetsASentence() {
    assertThrows(LabException.class, () -> facts.take("logistic.n", 10_000.0));
    assertThrows(LabException.class, () -> facts.take("logistic.c", -1.0));
    assertThrows(LabException.class, () -> facts.take("logistic.variance", NONE));
    assertThrows(LabException.class, () -> facts.take("logistic.attack", "guess"));
  }

  @Test
  void aStudentWalksThroughTwice() throws Exception {
    // two defences and two splits are enough for a test
    for (Defence defence : Defence.values()) {
      models.defences().form().choose(defence, defence == Defence.ROUNDING);
    }
    models.defences().form().typed().text(DefenceForm.SPLITS).set("2");
    LessonPlay play = play();
    play.guess(new Guess.Number(1));
    assertFalse(play.isTaskMet());
    sweep();
    play.goOn(false);
    assertEquals(200, models.form().chosen().get().n());
    play.guess(false);
    play.goOn(false);
    play.guess(false);
    play.goOn(false);
    play.guess(falls(play, false));
    play.goOn(false);
    assertEquals("defences", page);
    assertFalse(play.isTaskMet());
    models.defences().startOrCancel();
    fx.until("defences", () -> !models.defences().job().running().get());
    fx.until("all of them", play::isTaskMet);
    play.goOn(false);
    assertTrue(play.run().isDone());

    LessonPlay again = play();
    double attack = number("logistic.attack_accuracy");
    again.guess(new Guess.Number(Math.rint(100 * attack) / 100));
    again.goOn(true);
    again.guess(true);
    again.goOn(true);
    again.guess(true);
    again.goOn(true);
    again.guess(falls(again, true));
    again.goOn(true);
    again.goOn(true);
    assertTrue(again.run().isDone());
  }

  /** Whether noise of variance 1 takes more than 5 points, or the contrary of it. */
  private Guess falls(LessonPlay play, boolean rightly) {
    double free = (Double) play.run().facts().get("kept.attack_free").orElseThrow();
    boolean falls = number("logistic.noisy_attack_accuracy") < free - 0.05;
    return new Guess.Choice(falls == rightly ? "falls" : "stays");
  }

  private LessonPlay play() {
    return new LessonPlay(
        LessonPlay.shortened(
            "14-who-was-in-the-training-set.md",
            "privacy.part: logistic\n",
            "",
            "logistic.n: 400",
            "logistic.n: 100",
            "logistic.n: 10000",
            "logistic.n: 200"),
        services.session().home(),
        this::facts);
  }
}
