package epsilonlab.ui.train;

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
import epsilonlab.ui.attack.AttackDesk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * "Train, attack, observe" as a student does it: a network of one's own from the Train tab, then
 * attacked on the Attack tab.
 */
class TrainLessonTest {
  private final QueuedFx fx = new QueuedFx();
  private LabServices services;
  private LabSession session;
  private TrainViewModel model;
  private TabFacts facts;

  @BeforeEach
  void open() {
    services = SessionServices.with(fx, new TestDialogs());
    session = services.session();
    session.useData(SyntheticDigits.generate(1, 2000, 300));
    model = new TrainViewModel(services);
    facts =
        new TabFacts()
            .tell("lab.model", this::nameOfTheModel)
            .and(new TrainFacts(model).all())
            .and(AttackDesk.facts(session));
  }

  @AfterEach
  void close() {
    services.jobs().close();
  }

  private String nameOfTheModel() {
    return session.model().get() == null ? null : session.model().get().card().name();
  }

  private double number(String fact) {
    return LessonPlay.number(facts, fact);
  }

  private void train(int epochs) throws Exception {
    facts.take("train.epochs", (double) epochs);
    model.startOrPause();
    LessonPlay.untilFinished(fx, model::tick, model::finished, model.phase());
  }

  @Test
  void trainAttackObserve() throws Exception {
    LessonPlay play =
        new LessonPlay(LessonPlay.shipped("train-attack-observe"), session.home(), () -> facts);
    assertEquals("small-cnn", model.form().architecture().get().id());
    assertEquals(3, number("train.epochs"));
    // quicker, and as free as the lesson says
    model.form().architecture().set(Architectures.get("mlp"));
    model.form().text(TrainingForm.Field.LEARNING_RATE).set("0.00001");
    play.guess(new Guess.Number(0.5));
    train(1);
    assertFalse(play.isTaskMet(), "below 90 %");
    model.form().text(TrainingForm.Field.LEARNING_RATE).set("0.003");
    train(10);
    play.untilTaskMet(fx);
    double clean = number("train.test_accuracy");
    assertEquals(300 * (1 - clean), number("train.wrong"), 1e-6);
    play.goOn(false);
    String own = session.model().get().card().name();
    play.goOn(false);

    play.untilTaskMet(fx);
    assertFalse(play.run().covered().isEmpty());
    double atTenth = number("attack.accuracy");
    assertTrue(atTenth < clean, "attacked it is worse: " + atTenth);
    play.guess(true);
    play.goOn(true);
    play.untilTaskMet(fx);
    double atTwo = number("attack.accuracy");
    play.guess(false);
    play.goOn(false);
    play.untilTaskMet(fx);
    fx.until("the strip", () -> facts.now().get("attack.samples_fooled").isPresent());
    double atFive = number("attack.accuracy");
    assertTrue(atFive <= atTwo && atTwo <= atTenth, "more room, fewer right ones");
    play.guess(new Guess.Choice("some"));
    play.goOn(true);
    play.goOn(true);

    HandInPdf report = play.report();
    report.holds("Measured on " + own);
    report.holds("50.0 %");
    for (double share : new double[] {clean, atTenth, atTwo, atFive}) {
      report.holds(Format.SHARE.write(share));
    }
    report.holds("0.5" + Format.SHARE.write(atFive));
  }
}
