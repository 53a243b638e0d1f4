package epsilonlab.ui.generate.denoise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import epsilonlab.data.SyntheticDigits;
import epsilonlab.engine.LabException;
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

/** What the part tells lessons, and "Cleaning noise" as a student does it. */
class DenoiseLessonTest {
  private static final int TEST_IMAGES = 60;

  private final QueuedFx fx = new QueuedFx();
  private LabServices services;
  private LabSession session;
  private DenoiseViewModel model;
  private TabFacts facts;

  @BeforeEach
  void open() {
    services = SessionServices.with(fx, new TestDialogs());
    session = services.session();
    session.useData(SyntheticDigits.generate(1, 300, TEST_IMAGES));
    model = new DenoiseViewModel(services);
    model.setLooked(true);
    model.form().narrowest().set(16);
    facts = DenoiseFacts.of(model);
  }

  @AfterEach
  void close() {
    services.jobs().close();
  }

  private Optional<Object> told(String name) {
    return facts.now().get(name);
  }

  private void train() throws Exception {
    model.trainings().start();
    fx.until(
        "trained",
        () -> {
          model.trainings().tick();
          return model.trainings().phase().get() == Phase.IDLE;
        });
    fx.settle();
    model.trainings().tick();
  }

  private void defend() throws Exception {
    model.defence().measureOrCancel();
    fx.until("measured", () -> !model.defence().running().get());
    fx.settle();
  }

  // a reader that knows one class is right as often as there are digits of it
  private double shareOfFours() {
    double fours = 0;
    for (int i = 0; i < TEST_IMAGES; i++) {
      fours += session.data().get().test().label(i) == 4 ? 1 : 0;
    }
    return fours / TEST_IMAGES;
  }

  @Test
  void onlyWhatBelongsToTheChoiceIsTold() throws Exception {
    facts.take("denoise.epochs", 1.0);
    facts.take("denoise.size", 0.3);
    assertEquals(Optional.empty(), told("denoise.epoch"));
    train();
    assertEquals(Optional.of(1.0), told("denoise.epoch"));
    assertEquals(
        Optional.of(model.course().record().orElseThrow().testLoss()), told("denoise.loss"));
    assertEquals(Optional.empty(), told("denoise.accuracy_noisy"), "nobody reads them");
    Reader.use(session);
    fx.until("read", () -> told("denoise.accuracy_noisy").isPresent());
    assertEquals(shareOfFours(), (Double) told("denoise.accuracy_noisy").orElseThrow(), 1e-9);
    facts.take("denoise.noise", 0.9);
    assertEquals(0.9, model.noise().get());
    assertEquals(Optional.empty(), told("denoise.accuracy_restored"), "of other noise");
    fx.until("read again", () -> told("denoise.accuracy_restored").isPresent());
    model.setLooked(false);
    facts.take("denoise.noise", 0.1);
    assertEquals(Optional.empty(), told("denoise.accuracy_restored"), "nothing works unseen");
    model.setLooked(true);
    fx.until("caught up", () -> told("denoise.accuracy_restored").isPresent());
    facts.take("denoise.epsilon", 0.2);
    assertEquals(Optional.empty(), told("denoise.adaptive"));
    defend();
    assertEquals(shareOfFours(), (Double) told("denoise.adaptive").orElseThrow(), 1e-9);
    facts.take("denoise.epsilon", 0.21);
    assertEquals(Optional.empty(), told("denoise.adaptive"), "between measured sizes");
    facts.take("denoise.size", 0.5);
    assertEquals(Optional.empty(), told("denoise.epoch"), "trained with other noise");
    assertEquals(Optional.empty(), told("denoise.accuracy_noisy"));
  }

  @Test
  void whatCannotBeHadGetsASentence() {
    assertThrows(LabException.class, () -> facts.take("denoise.noise", 2.0));
    assertThrows(LabException.class, () -> facts.take("denoise.epsilon", -0.1));
    assertThrows(LabException.class, () -> facts.take("denoise.epsilon", 0.5));
  }

  @Test
  void aStudentWalksThroughTwice() throws Exception {
    Reader.use(session);
    LessonPlay play = play();
    play.guess(new Guess.Choice("yes"));
    assertFalse(play.isTaskMet());
    train();
    play.goOn(false);
    fx.until("accuracies", play::isTaskMet);
    play.guess(false);
    play.goOn(false);
    fx.until("accuracies", play::isTaskMet);
    play.goOn(false);
    play.guess(new Guess.Number(1));
    assertFalse(play.isTaskMet());
    defend();
    play.goOn(false);
    assertTrue(play.run().isDone());

    LessonPlay again = play();
    again.guess(new Guess.Choice("no"));
    again.goOn(true);
    fx.until("accuracies", again::isTaskMet);
    again.guess(true);
    again.goOn(true);
    fx.until("accuracies", again::isTaskMet);
    again.goOn(true);
    again.guess(new Guess.Number(shareOfFours()));
    again.goOn(true);
    assertTrue(again.run().isDone());
  }

  private LessonPlay play() {
    return new LessonPlay(
        LessonPlay.shortened(
            "11-cleaning-noise.md",
            "generate.part: denoise\n",
            "",
            "denoise.epochs: 10",
            "denoise.epochs: 1",
            "at least 10\n",
            "at least 1\n"),
        session.home(),
        () -> DenoiseFacts.of(model));
  }
}
