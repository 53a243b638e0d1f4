package epsilonlab.ui.defend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import epsilonlab.data.SyntheticDigits;
import epsilonlab.lesson.Guess;
import epsilonlab.lesson.HandInPdf;
import epsilonlab.lesson.fact.Format;
import epsilonlab.model.Architectures;
import epsilonlab.ui.LabServices;
import epsilonlab.ui.LabSession;
import epsilonlab.ui.LessonPlay;
import epsilonlab.ui.QueuedFx;
import epsilonlab.ui.SessionServices;
import epsilonlab.ui.TabFacts;
import epsilonlab.ui.TestDialogs;
import epsilonlab.ui.defend.DefendForm.Field;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The lessons of the Defend tab as a student does them, with races that really run. */
class DefendLessonsTest {
  private static final String[] METHODS = {"standard", "fgsm", "pgd"};

  private final QueuedFx fx = new QueuedFx();
  private LabServices services;
  private LabSession session;
  private DefendViewModel model;
  private TabFacts facts;

  @BeforeEach
  void open() {
    services = SessionServices.with(fx, new TestDialogs());
    session = services.session();
    session.useData(SyntheticDigits.generate(1, 1000, 100));
    model = new DefendViewModel(services);
    facts = new DefendFacts(model).all();
  }

  @AfterEach
  void close() {
    services.jobs().close();
  }

  private LessonPlay play(String id) {
    return new LessonPlay(LessonPlay.shipped(id), session.home(), () -> facts);
  }

  private double number(String fact) {
    return LessonPlay.number(facts, fact);
  }

  /** What a student types who has little time. */
  private void quick(double epsilon, int epochs) {
    model.form().architecture().set(Architectures.get("logistic"));
    facts.take("defend.epsilon", epsilon);
    facts.take("defend.steps", 3.0);
    facts.take("defend.epochs", (double) epochs);
    model.form().text(Field.LEARNING_RATE).set("0.01");
  }

  private void race() throws Exception {
    model.startOrPause();
    LessonPlay.untilFinished(fx, model::tick, model::finished, model.phase());
  }

  @Test
  void learningFromAttacks() throws Exception {
    LessonPlay play = play("learning-from-attacks");
    assertEquals("small-cnn", model.form().architecture().get().id());
    assertEquals(6, number("defend.epochs"));
    quick(0.3, 2);
    play.guess(new Guess.Choice("standard"));
    assertFalse(play.isTaskMet(), "nothing has raced");
    race();
    play.untilTaskMet(fx);
    boolean free = number("defend.standard_clean") < number("defend.pgd_clean");
    play.goOn(!free);

    double[] standardUnderPgd = new double[3];
    double[] attackers = {0.1, 0.2, 0.5};
    for (int i = 0; i < attackers.length; i++) {
      assertEquals(attackers[i], number("defend.attacker"));
      play.untilTaskMet(fx);
      assertFalse(play.run().covered().isEmpty(), "the table");
      standardUnderPgd[i] = number("defend.standard_pgd");
      for (String trained : METHODS) {
        double fgsm = number("defend." + trained + "_fgsm");
        assertTrue(fgsm <= number("defend." + trained + "_clean") + 1e-9, "an attack helps nobody");
      }
      play.guess(i == 1);
      play.goOn(i == 1);
    }
    assertTrue(
        standardUnderPgd[0] >= standardUnderPgd[1] && standardUnderPgd[1] >= standardUnderPgd[2]);
    play.goOn(true);
    HandInPdf report = play.report();
    for (int i = 0; i < attackers.length; i++) {
      report.holds("ε of the attacker in the table" + Format.TWO.write(attackers[i]));
      report.holds(
          "accuracy under PGD of the network trained by standard"
              + Format.SHARE.write(standardUnderPgd[i]));
    }
    report.holds("The one that met no attacks");
  }

  @Test
  void trulyMoreRobust() throws Exception {
    LessonPlay play = play("truly-more-robust");
    assertEquals(0.2, number("defend.attacker"));
    quick(0.1, 1);
    race();
    fx.until("the table", () -> model.table().isComplete(0.2));
    assertTrue(number("defend.pgd_pgd") < 0.5, "one epoch is not enough");
    assertFalse(play.isTaskMet());
    quick(0.1, 6);
    facts.take("defend.attacker", 0.05);
    race();
    play.untilTaskMet(fx);
    double claimed = number("defend.pgd_pgd");
    play.goOn(true);

    play.guess(new Guess.Number(1));
    assertFalse(play.isTaskMet(), "nobody has tried");
    model.trial().runOrCancel();
    play.untilTaskMet(fx);
    double survived = number("defend.pgd_strongest");
    assertTrue(survived <= claimed + 1e-9, "all together leave no more than one");
    play.goOn(false);
    play.untilTaskMet(fx);
    boolean holds = number("defend.fgsm_strongest") >= 0.9 * number("defend.fgsm_fgsm");
    play.guess(new Guess.Choice(holds ? "holds" : "illusion"));
    play.goOn(true);
    play.goOn(true);

    HandInPdf report = play.report();
    report.holds("accuracy under PGD of the network trained by pgd" + Format.SHARE.write(claimed));
    report.holds(
        "accuracy under all attacks of the network trained by pgd" + Format.SHARE.write(survived));
    report.holds("100.0 %");
  }
}
