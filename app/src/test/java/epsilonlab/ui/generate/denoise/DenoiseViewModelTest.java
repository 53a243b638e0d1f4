package epsilonlab.ui.generate.denoise;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import epsilonlab.data.DataSet;
import epsilonlab.data.SyntheticDigits;
import epsilonlab.defence.purify.PurifierSetting;
import epsilonlab.engine.Seed;
import epsilonlab.generative.DenoisingAutoencoder;
import epsilonlab.generative.DenoisingSettings;
import epsilonlab.generative.Noise;
import epsilonlab.generative.NoiseKind;
import epsilonlab.generative.Vae;
import epsilonlab.model.Architecture;
import epsilonlab.model.Architectures;
import epsilonlab.model.ModelCard;
import epsilonlab.model.ModelEntry;
import epsilonlab.model.Weights;
import epsilonlab.ui.LabServices;
import epsilonlab.ui.LabSession;
import epsilonlab.ui.Phase;
import epsilonlab.ui.QueuedFx;
import epsilonlab.ui.SessionServices;
import epsilonlab.ui.TestDialogs;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DenoiseViewModelTest {
  private static final DataSet DIGITS = SyntheticDigits.generate(1, 600, 120);

  private final QueuedFx fx = new QueuedFx();
  private LabServices services;
  private LabSession session;
  private DenoiseViewModel model;

  @BeforeEach
  void open() {
    services = SessionServices.with(fx, new TestDialogs());
    session = services.session();
    session.useData(DIGITS);
    model = new DenoiseViewModel(services);
    model.setLooked(true);
    model.form().narrowest().set(16);
    model.form().typed().text(DenoiseForm.EPOCHS).set("2");
  }

  @AfterEach
  void close() {
    services.jobs().close();
  }

  private void phase(Phase wanted) throws Exception {
    fx.until(
        "phase " + wanted,
        () -> {
          model.trainings().tick();
          return model.trainings().phase().get() == wanted;
        });
  }

  private void epochs(double more) throws Exception {
    fx.until(
        more + " epochs",
        () -> {
          model.trainings().tick();
          return model.course().course() != null && model.course().course().now() > more;
        });
  }

  private void trained() throws Exception {
    model.trainings().start();
    phase(Phase.IDLE);
    shown();
  }

  private Read shown() throws Exception {
    fx.until(
        "the grid", () -> model.restoring().grid().get() != null && !model.restoring().isBusy());
    return model.restoring().grid().get();
  }

  private ModelEntry classifier() throws Exception {
    Architecture of = Architectures.get("logistic");
    ModelEntry entry =
        session
            .library()
            .add(
                new ModelCard(
                    "Logistic",
                    of.id(),
                    "synthetic",
                    "none",
                    0,
                    0.5,
                    null,
                    Instant.parse("2026-01-01T00:00:00Z"),
                    Map.of()),
                of.initialWeights(Seed.of(3)));
    session.use(entry);
    return entry;
  }

  private String complaint() {
    return model.trainings().complaint().get();
  }

  @Test
  void aTrainingLandsInTheLibraryAndItsDigitsAreRestored() throws Exception {
    assertNull(model.inView().autoencoder().get());
    model.trainings().startOrPause();
    phase(Phase.IDLE);
    fx.until("the library", () -> session.generativeModels().size() == 1);
    ModelEntry kept = session.generativeModels().get(0);
    assertEquals(DenoisingAutoencoder.ID, kept.card().architecture());
    assertEquals("0.5", kept.card().settings().get("noise"));
    fx.until("the grid", () -> model.restoring().grid().get() != null);
    Read read = model.restoring().grid().get();
    assertEquals(DigitRow.COUNT, read.restored().length);
    assertEquals(-1, read.noisyAnswers()[0], "without a classifier nothing is read");
    assertEquals(0, model.restoring().many().get().count());
    assertEquals(2, model.course().course().epochs().size());
    assertEquals(0, session.models().size(), "an autoencoder is no classifier");
  }

  @Test
  void stopKeepsPauseHoldsAndTheStoppedWeightsAreLookedAt() throws Exception {
    model.form().typed().text(DenoiseForm.EPOCHS).set("5000");
    model.trainings().startOrPause();
    epochs(0.5);
    model.trainings().startOrPause();
    phase(Phase.PAUSED);
    double held = model.course().course().now();
    model.trainings().startOrPause();
    epochs(held + 0.5);
    model.trainings().stop();
    phase(Phase.IDLE);
    fx.until("the library", () -> session.generativeModels().size() == 1);
    assertSame(
        model.trainings().shown().get().kept().result().weights(),
        model.inView().autoencoder().get().weights());
  }

  @Test
  void stopInTheFirstBatchLosesNothingAndSaysNothingWrong() throws Exception {
    model.form().typed().text(DenoiseForm.EPOCHS).set("5000");
    model.trainings().startOrPause();
    model.trainings().stop();
    phase(Phase.IDLE);
    assertEquals("", complaint());
    trainedAgain();
  }

  private void trainedAgain() throws Exception {
    model.form().typed().text(DenoiseForm.EPOCHS).set("1");
    trained();
    assertTrue(model.course().course().now() >= 1);
  }

  @Test
  void scrubbingBackShowsTheEarlierWeightsAndRestartGoesOnFromThem() throws Exception {
    trained();
    Weights last = model.inView().autoencoder().get().weights();
    Read atEnd = shown();
    model.course().lookedAt().lookAt(1);
    Autoencoder earlier = model.inView().autoencoder().get();
    assertNotSame(last, earlier.weights());
    assertEquals(1, earlier.epochs());
    assertSame(model.course().course().weights().get(1), earlier.weights());
    assertArrayEquals(atEnd.noisy()[0], shown().noisy()[0]);
    assertNotEquals(atEnd.restored()[0][400], model.restoring().grid().get().restored()[0][400]);

    model.form().typed().text(DenoiseForm.LEARNING_RATE).set("0.0005");
    model.form().typed().text(DenoiseForm.EPOCHS).set("1");
    model.trainings().restartFrom(1);
    phase(Phase.IDLE);
    assertEquals(2, model.course().course().now(), 1e-9);
    assertEquals(1, model.course().course().epochsBefore());
    fx.until("both in the library", () -> session.generativeModels().size() == 2);
  }

  @Test
  void restartWithAnotherNarrowestLayerIsRefused() throws Exception {
    trained();
    model.form().narrowest().set(32);
    model.trainings().restartFrom(1);
    assertTrue(complaint().contains("other sizes"), complaint());
    assertEquals(Phase.IDLE, model.trainings().phase().get());
  }

  @Test
  void badInputIsSaidInOneSentenceAndNothingStarts() {
    Map<String, String> wrong = new TreeMap<>();
    wrong.put("-1", "The size of the noise is -1");
    wrong.put("abc", "The size of the noise is “abc”");
    wrong.forEach(
        (typed, sentence) -> {
          model.form().typed().text(DenoiseForm.SIZE).set(typed);
          model.trainings().start();
          assertTrue(complaint().startsWith(sentence), complaint());
          assertEquals(Phase.IDLE, model.trainings().phase().get());
        });
    model.form().kind().set(NoiseKind.MASKING);
    model.form().typed().text(DenoiseForm.SIZE).set("1.5");
    model.trainings().start();
    assertTrue(complaint().contains("from 0 to 1"), complaint());
  }

  @Test
  void aRateThatExplodesIsSaid() throws Exception {
    model.form().typed().text(DenoiseForm.LEARNING_RATE).set("1e20");
    model.trainings().start();
    phase(Phase.IDLE);
    assertTrue(complaint().contains("smaller learning rate"), complaint());
    assertEquals(1, complaint().chars().filter(c -> c == '.').count() - decimals(complaint()));
  }

  /** Points that are part of a number. */
  private static long decimals(String text) {
    return java.util.regex.Pattern.compile("\\d\\.\\d").matcher(text).results().count();
  }

  @Test
  void theDrawOfTheNoiseStaysWhileItsSizeMoves() throws Exception {
    trained();
    model.noise().set(0.2);
    Read small = shown();
    model.noise().set(0.8);
    Read large = shown();
    float[] clean = model.digits().samples().get().get(0).pixels();
    for (int p = 0; p < clean.length; p += 13) {
      double one = (small.noisy()[0][p] - clean[p]) / 0.2;
      double other = (large.noisy()[0][p] - clean[p]) / 0.8;
      assertEquals(one, other, 1e-4);
    }
  }

  @Test
  void aClassifierReadsTheGridAndManyDigits() throws Exception {
    trained();
    classifier();
    fx.until(
        "the accuracies",
        () ->
            model.restoring().many().get().count() == DIGITS.test().size()
                && !model.restoring().stale().get());
    fx.until("answers", () -> model.restoring().grid().get().noisyAnswers()[0] >= 0);
    assertEquals(5, model.digits().samples().get().size());
    // nobody chose digits, so those are shown that teach
    assertEquals(
        model.restoring().many().get().teaching(),
        model.digits().samples().get().stream().map(Sample::index).toList());
    session.library().delete(session.model().get().id());
    fx.until("no answers", () -> model.restoring().grid().get().noisyAnswers()[0] < 0);
    assertEquals(0, model.restoring().many().get().count());
  }

  @Test
  void whatWasRequestedForOtherDataIsDropped() throws Exception {
    trained();
    DataSet others = SyntheticDigits.generate(9, 60, 7);
    model.noise().set(0.33);
    session.useData(others);
    model.noise().set(0);
    assertArrayEquals(others.test().image(0), shown().noisy()[0]);
    fx.settle();
    assertArrayEquals(others.test().image(0), model.restoring().grid().get().noisy()[0]);
  }

  @Test
  void aDrawingIsRestoredAndReadAsWhatTheClassifierTakesItFor() throws Exception {
    trained();
    classifier();
    float[] drawing = DIGITS.test().image(11);
    model.digits().draw(2, drawing);
    fx.until(
        "the drawing",
        () -> {
          Read read = model.restoring().grid().get();
          return model.digits().samples().get().get(2).isDrawn() && read.labels()[2] >= 0;
        });
    assertEquals(-1, model.digits().samples().get().get(2).label());
    assertFalse(model.digits().isOpenToSuggestions());
  }

  @Test
  void theDefenceIsMeasuredWhenAskedForAndFollowsWhatIsLookedAt() throws Exception {
    assertTrue(model.defence().obstacle().contains("no autoencoder"));
    trained();
    assertTrue(model.defence().obstacle().contains("no classifier"));
    classifier();
    fx.until("one digit", () -> model.defence().digit().get() != null);
    assertEquals(3, model.defence().digit().get().digit().views().size());
    model.defence().measureOrCancel();
    fx.until("the curves", () -> !model.defence().running().get());
    // and the clean ones
    int points = (DefenceStudy.EPSILONS.size() + 1) * PurifierSetting.values().length;
    assertEquals(points, model.defence().curves().get().points().size());
    model.course().lookedAt().lookAt(1);
    assertEquals(0, model.defence().curves().get().points().size(), "of another epoch");
    model.course().lookedAt().follow();
    assertEquals(points, model.defence().curves().get().points().size(), "known still");
    model.defence().set(0.5);
    assertEquals(DefenceStudy.MOST, model.defence().epsilon().get());
    model.defence().move(-5);
    assertEquals(0.25, model.defence().epsilon().get(), 1e-9);
  }

  @Test
  void aMeasurementThatFailsIsSaid() throws Exception {
    classifier();
    DenoisingAutoencoder network = new DenoisingAutoencoder(List.of(6));
    DenoisingSettings settings = new DenoisingSettings(network, Noise.EXERCISE, 1e-3, 64, 1, 0);
    // of other sizes than it says
    Weights strange = new DenoisingAutoencoder(List.of(7)).initialWeights(Seed.of(0));
    DefenceStudy study = new DefenceStudy(session, new LoadedAutoencoders(session.compute()));
    study.follow(Autoencoder.of(settings, "synthetic", strange, 1), null);
    study.measureOrCancel();
    fx.until("the sentence", () -> !services.messages().shown().isEmpty());
    assertFalse(study.running().get());
  }

  @Test
  void theMeasurementCanBeCancelled() throws Exception {
    trained();
    classifier();
    model.defence().measureOrCancel();
    assertTrue(model.defence().running().get());
    model.defence().measureOrCancel();
    fx.until("the end", () -> !model.defence().running().get());
  }

  @Test
  void anAutoencoderOfTheLibraryIsLookedAtAndAnotherKindIsRefused() throws Exception {
    trained();
    fx.until("the library", () -> session.generativeModels().size() == 1);
    ModelEntry entry = session.generativeModels().get(0);
    model.inView().open(entry);
    fx.until("opened", () -> model.inView().opened().get() != null);
    assertEquals(entry.card().name(), model.inView().autoencoder().get().name());
    assertEquals(0.5, model.inView().autoencoder().get().noise().size());
    model.inView().backToTraining();
    assertNull(model.inView().opened().get());
    assertSame(
        model.trainings().shown().get().kept().result().weights(),
        model.inView().autoencoder().get().weights());

    Vae vae = new Vae(8, 2);
    ModelEntry other =
        session
            .library()
            .add(
                new ModelCard(
                    "A VAE", Vae.ID, "synthetic", "none", 0, null, null, Instant.EPOCH, Map.of()),
                vae.initialWeights(Seed.of(1)));
    model.inView().open(other);
    fx.until(
        "the refusal",
        () ->
            services.messages().shown().stream()
                .anyMatch(message -> message.sentence().contains("restores no noisy digits")));
    assertNull(model.inView().opened().get());
  }

  @Test
  void chosenDigitsAreRemembered() {
    model.digits().choose(1, 42);
    assertEquals(42, session.settings().get(DenoiseSettings.DIGITS).get(1));
    DenoiseViewModel next = new DenoiseViewModel(services);
    assertEquals(42, next.digits().samples().get().get(1).index());
    next.digits().suggest(List.of(1, 2, 3, 4, 5));
    assertEquals(42, next.digits().samples().get().get(1).index(), "what was chosen stays");
    next.suggestAgain();
    assertEquals(1, next.digits().samples().get().get(1).index());
  }
}
