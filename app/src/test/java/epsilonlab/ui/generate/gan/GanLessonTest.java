package epsilonlab.ui.generate.gan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import epsilonlab.data.SyntheticDigits;
import epsilonlab.generative.GanBatch;
import epsilonlab.lesson.Guess;
import epsilonlab.ui.LabServices;
import epsilonlab.ui.LabSession;
import epsilonlab.ui.LessonPlay;
import epsilonlab.ui.Phase;
import epsilonlab.ui.QueuedFx;
import epsilonlab.ui.SessionServices;
import epsilonlab.ui.TabFacts;
import epsilonlab.ui.TestDialogs;
import epsilonlab.ui.generate.run.Reader;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the part tells lessons, and "A forger and a detective" as a student does it. */
class GanLessonTest {
  private final QueuedFx fx = new QueuedFx();
  private LabServices services;
  private LabSession session;
  private GanViewModel model;
  private TabFacts facts;

  @BeforeEach
  void open() {
    services = SessionServices.with(fx, new TestDialogs());
    session = services.session();
    session.useData(SyntheticDigits.generate(1, 300, 100));
    model = new GanViewModel(services, () -> VaeSamples.Course.NONE);
    facts = GanFacts.of(model);
    model.form().typed().text(GanForm.GENERATOR).set("16");
    model.form().typed().text(GanForm.DISCRIMINATOR).set("16");
    model.form().typed().text(GanForm.LATENT).set("8");
    model.form().typed().text(GanForm.BATCH).set("50");
  }

  @AfterEach
  void close() {
    services.jobs().close();
  }

  private Optional<Object> told(String name) {
    return facts.now().get(name);
  }

  private void until(String what, java.util.concurrent.Callable<Boolean> condition)
      throws Exception {
    fx.until(
        what,
        () -> {
          model.tick();
          return condition.call();
        });
  }

  private void train() throws Exception {
    model.startOrPause();
    until("trained", () -> model.trainings().phase().get() == Phase.IDLE);
    fx.settle();
    model.tick();
  }

  @Test
  void numbersAreThoseOfTheEpochThatIsLookedAt() throws Exception {
    assertEquals(Optional.empty(), told("gan.epoch"));
    facts.take("gan.epochs", 3.0);
    assertEquals("3", model.form().typed().text(GanForm.EPOCHS).get());
    train();
    assertEquals(Optional.of(3.0), told("gan.epoch"));
    GanBatch now = model.numbers().orElseThrow();
    assertEquals(Optional.of(now.generatorLoss()), told("gan.generator_loss"));
    assertEquals(Optional.of(now.generatedScore()), told("gan.generated_score"));
    assertEquals(Optional.empty(), told("gan.sure"), "nobody reads the samples");
    model.course().lookedAt().lookAt(1);
    assertEquals(Optional.of(1.0), told("gan.epoch"));
    model.course().lookedAt().follow();
    Reader.use(session);
    until("read", () -> told("gan.sure").isPresent());
    assertEquals(Optional.of(1.0), told("gan.sure"));
    assertEquals(Optional.of(1.0), told("gan.classes"), "everything is read as a 4");
    model.course().lookedAt().lookAt(0);
    assertEquals(Optional.empty(), told("gan.sure"), "noise");
    session.useData(SyntheticDigits.generate(2, 300, 100));
    assertEquals(Optional.empty(), told("gan.epoch"), "it learned other digits");
    assertEquals(Optional.empty(), told("gan.real_score"));
    facts.take("gan.epochs", 2.5);
    assertEquals(Optional.of(2.5), told("gan.epochs"), "the form complains when it is started");
  }

  @Test
  void oneOfTheLibraryTellsItsEpochs() throws Exception {
    facts.take("gan.epochs", 2.0);
    train();
    until("kept", () -> session.generativeModels().size() == 1);
    model.open(session.generativeModels().get(0));
    until("opened", () -> model.opened().get() != null);
    assertEquals(Optional.of(2.0), told("gan.epoch"));
    assertEquals(Optional.empty(), told("gan.generator_loss"), "nobody wrote it down");
  }

  @Test
  void aStudentWalksThroughTwice() throws Exception {
    Reader.use(session);
    LessonPlay play = play();
    play.guess(new Guess.Choice("zero"));
    assertFalse(play.isTaskMet());
    train();
    play.goOn(false);
    play.guess(false);
    play.goOn(false);
    play.goOn(false);
    until("the samples", play::isTaskMet);
    play.guess(false);
    play.goOn(false);
    assertTrue(play.run().isDone());

    LessonPlay again = play();
    again.guess(new Guess.Choice("settle"));
    again.goOn(true);
    again.guess(true);
    again.goOn(true);
    again.goOn(true);
    again.guess(true);
    again.goOn(true);
    assertTrue(again.run().isDone());
  }

  private LessonPlay play() {
    return new LessonPlay(
        LessonPlay.shortened(
            "09-forger-and-detective.md",
            "generate.part: gan\n",
            "",
            "gan.epochs: 50",
            "gan.epochs: 3",
            "at least 10\n",
            "at least 1\n",
            "at least 20\n",
            "at least 2\n",
            "at least 30\n",
            "at least 3\n"),
        session.home(),
        () -> GanFacts.of(model));
  }
}
