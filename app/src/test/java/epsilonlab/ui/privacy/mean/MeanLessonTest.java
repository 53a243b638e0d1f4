package epsilonlab.ui.privacy.mean;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import epsilonlab.engine.LabException;
import epsilonlab.lesson.Guess;
import epsilonlab.privacy.mean.Theory;
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

/** What the part tells lessons, and "Who was in the average?" as a student does it. */
class MeanLessonTest {
  private final QueuedFx fx = new QueuedFx();
  private LabServices services;
  private MeanViewModel model;
  private TabFacts facts;

  @BeforeEach
  void open() {
    services = SessionServices.with(fx, new TestDialogs());
    model = new MeanViewModel(services.session());
    facts = MeanFacts.of(model);
    model.shown();
  }

  @AfterEach
  void close() {
    services.jobs().close();
  }

  private Optional<Object> told(String name) {
    return facts.now().get(name);
  }

  private double number(String name) {
    return (Double) told(name).orElseThrow(() -> new AssertionError(name + " is not told"));
  }

  private void known(String name) throws Exception {
    fx.until(name, () -> told(name).isPresent());
  }

  private void repeat() throws Exception {
    model.startOrCancel();
    fx.until("repeats", () -> !model.repeating().job().running().get());
  }

  @Test
  void onlyWhatBelongsToTheChoiceIsTold() throws Exception {
    assertEquals(Optional.empty(), told("mean.accuracy"));
    assertEquals(Optional.empty(), told("mean.threshold"));
    assertEquals(false, told("mean.repeated").orElseThrow());
    known("mean.accuracy");
    assertEquals(Theory.accuracy(50, 100, 0), number("mean.theory"), 1e-12);
    assertEquals(number("mean.theory"), number("mean.accuracy"), 0.015);
    assertEquals(
        model.microscope().confusion().get().balancedAccuracy(), number("mean.accuracy"), 1e-12);
    facts.take("mean.dimensions", 10.0);
    assertEquals(10, model.form().chosen().get().d());
    assertEquals(Optional.empty(), told("mean.accuracy"), "scores of 100 dimensions");
    known("mean.accuracy");
    facts.take("mean.repeats", 200.0);
    repeat();
    assertEquals(true, told("mean.repeated").orElseThrow());
    // the best of 100 scores fits their accidents too
    assertTrue(number("mean.same") > number("mean.fresh") + 0.01);
    facts.take("mean.variance", 1.0);
    assertEquals(Optional.empty(), told("mean.fresh"), "fresh data are drawn without noise");
    assertTrue(number("mean.same") > 0.5);
    facts.take("mean.variance", 0.123);
    assertEquals(false, told("mean.repeated").orElseThrow());
    assertEquals(Optional.empty(), told("mean.same"));
  }

  @Test
  void whatCannotBeHadGetsASentence() {
    LabException wrong = assertThrows(LabException.class, () -> facts.take("mean.people", 2.5));
    assertTrue(wrong.getMessage().contains("number of people n"), wrong.getMessage());
    assertThrows(LabException.class, () -> facts.take("mean.variance", -1.0));
    assertThrows(LabException.class, () -> facts.take("mean.variance", "much"));
  }

  @Test
  void aThresholdMayBeSetBeforeThereAreScores() throws Exception {
    facts.take("mean.threshold", 2.0);
    assertEquals(2.0, number("mean.threshold"));
    known("mean.accuracy");
    assertEquals(2.0, number("mean.threshold"), 0.05);
    assertTrue(model.microscope().moved().get());
  }

  @Test
  void aStudentIsWrongThroughoutAndComesAgain() throws Exception {
    LessonPlay play = play();
    fx.until("the histograms", play::isTaskMet);
    play.guess(false);
    play.goOn(false);

    play.guess(new Guess.Choice("few"));
    facts.take("mean.dimensions", 500.0);
    assertFalse(play.isTaskMet());
    repeat();
    known("mean.accuracy");
    // about 94 %, which the question's answer says
    assertEquals(Theory.accuracy(50, 500, 0), number("mean.same"), 0.03);
    play.goOn(false);

    assertFalse(play.isTaskMet());
    repeat();
    play.guess(new Guess.Choice("same"));
    play.goOn(false);

    play.guess(new Guess.Number(1));
    facts.take("mean.variance", 1.0);
    repeat();
    play.goOn(false);
    assertTrue(play.run().isDone());

    LessonPlay again = play();
    fx.until("the histograms", again::isTaskMet);
    again.guess(true);
    again.goOn(true);
    again.guess(true);
    facts.take("mean.dimensions", 500.0);
    repeat();
    again.goOn(true);
    repeat();
    again.guess(true);
    again.goOn(true);
    again.guess(new Guess.Number(0.55));
    facts.take("mean.variance", 1.0);
    repeat();
    again.goOn(true);
    assertTrue(again.run().isDone());
  }

  private LessonPlay play() {
    return new LessonPlay(
        LessonPlay.shortened(
            "13-who-was-in-the-average.md",
            "privacy.part: mean\n",
            "",
            "mean.repeats: 1000",
            "mean.repeats: 300"),
        services.session().home(),
        () -> MeanFacts.of(model));
  }
}
