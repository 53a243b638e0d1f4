package epsilonlab.ui.generate.gan;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import epsilonlab.data.DataSet;
import epsilonlab.data.SyntheticDigits;
import epsilonlab.engine.LabException;
import epsilonlab.engine.Seed;
import epsilonlab.generative.FullyConnectedGan;
import epsilonlab.generative.Gan;
import epsilonlab.generative.GanControls.Turn;
import epsilonlab.generative.GanSettings;
import epsilonlab.generative.GeneratorLoss;
import epsilonlab.generative.Pictures;
import epsilonlab.generative.Vae;
import epsilonlab.model.Architectures;
import epsilonlab.model.Classifier;
import epsilonlab.model.ModelCard;
import epsilonlab.model.Weights;
import epsilonlab.report.Readings;
import epsilonlab.report.ResultFolder;
import epsilonlab.report.figure.FigureTheme;
import epsilonlab.ui.LabServices;
import epsilonlab.ui.LabSession;
import epsilonlab.ui.Phase;
import epsilonlab.ui.QueuedFx;
import epsilonlab.ui.SessionServices;
import epsilonlab.ui.TestDialogs;
import epsilonlab.ui.generate.run.LookedAt;
import epsilonlab.ui.generate.run.TypedField;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GanViewModelTest {
  private static final DataSet DIGITS = SyntheticDigits.generate(1, 300, 100);

  @TempDir Path folder;
  private final QueuedFx fx = new QueuedFx();
  private final NavigableMap<Integer, Pictures> vae = new TreeMap<>();
  private final NavigableMap<Integer, Weights> vaeWeights = new TreeMap<>();
  private LabServices services;
  private LabSession session;
  private GanViewModel model;

  @BeforeEach
  void open() {
    services = SessionServices.with(fx, new TestDialogs());
    session = services.session();
    session.useData(DIGITS);
    model = new GanViewModel(services, () -> new VaeSamples.Course(vae, vaeWeights));
    type(GanForm.GENERATOR, "16");
    type(GanForm.DISCRIMINATOR, "16");
    type(GanForm.LATENT, "8");
    type(GanForm.BATCH, "50");
    type(GanForm.EPOCHS, "2");
  }

  @AfterEach
  void close() {
    services.jobs().close();
  }

  private void type(TypedField field, String text) {
    model.form().typed().text(field).set(text);
  }

  private String complaint() {
    return model.trainings().complaint().get();
  }

  private void until(Phase wanted) throws Exception {
    fx.until(
        "phase " + wanted,
        () -> {
          model.tick();
          return model.trainings().phase().get() == wanted;
        });
  }

  private void models(int count) throws Exception {
    fx.until(count + " models", () -> session.generativeModels().size() == count);
  }

  private void epochs(double more) throws Exception {
    fx.until(
        more + " epochs",
        () -> {
          model.tick();
          return model.course().course() != null && model.course().course().now() > more;
        });
  }

  @Test
  void aTrainingLandsInTheLibraryAndItsEpochsCanBeLookedAt() throws Exception {
    model.startOrPause();
    models(1);
    until(Phase.IDLE);
    assertEquals("GAN", session.generativeModels().get(0).card().name());
    assertEquals("Adam, 2 epochs", session.generativeModels().get(0).card().training());
    assertNull(session.model().get(), "a generative network is no classifier");
    LookedAt looked = model.course().lookedAt();
    assertEquals(2, looked.newest().get());
    assertEquals(2, looked.last().get());
    assertEquals(16 * 784, model.course().all().get(2).values().length);
    float[] end = model.pictures().get().values();
    assertArrayEquals(model.course().all().get(2).values(), end);
    looked.lookAt(1);
    assertArrayEquals(model.course().all().get(1).values(), model.pictures().get().values());
    assertEquals(1, model.course().record().orElseThrow().epoch());
    assertEquals(model.course().record().orElseThrow().train(), model.numbers().orElseThrow());
    model.figures().images().set(Readings.On.TEST);
    assertEquals(model.course().record().orElseThrow().test(), model.numbers().orElseThrow());
    looked.lookAt(0);
    assertTrue(model.numbers().isEmpty(), "nothing was tested before the training");
    // whoever comes later sees the same
    GanForm again = new GanForm(session);
    assertEquals("16", again.typed().text(GanForm.GENERATOR).get());
  }

  @Test
  void everyDigitHasANeighbourThatNoneIsNearerThan() throws Exception {
    model.startOrPause();
    models(1);
    until(Phase.IDLE);
    fx.until(
        "look",
        () -> {
          model.tick();
          return model.close().look().get() != null && !model.close().stale().get();
        });
    GanLook look = model.close().look().get();
    assertTrue(look.classes().isEmpty(), "there is no classifier");
    for (int i = 0; i < 16; i += 5) {
      float[] digit = model.pictures().get().image(i);
      double least = Double.MAX_VALUE;
      for (int t = 0; t < DIGITS.train().size(); t++) {
        least = Math.min(least, distance(digit, DIGITS.train().image(t)));
      }
      assertEquals(least, look.nearest().distances()[i], 1e-4);
      assertEquals(least, distance(digit, look.neighbours().image(i)), 1e-4);
    }
  }

  private static double distance(float[] one, float[] other) {
    double sum = 0;
    for (int p = 0; p < one.length; p++) {
      sum += (one[p] - other[p]) * (double) (one[p] - other[p]);
    }
    return Math.sqrt(sum);
  }

  @Test
  void stopKeepsAndPauseHolds() throws Exception {
    type(GanForm.EPOCHS, "5000");
    model.startOrPause();
    epochs(1.2);
    model.startOrPause();
    assertEquals(Phase.PAUSED, model.trainings().phase().get());
    model.startOrPause();
    assertEquals(Phase.RUNNING, model.trainings().phase().get());
    assertTrue(model.trainings().atStake().orElseThrow().startsWith("The GAN has been trained"));
    model.trainings().stop();
    models(1);
    until(Phase.IDLE);
    Weights kept = session.library().weights(session.generativeModels().get(0).id());
    assertEquals(
        model.trainings().shown().get().kept().result().weights().parameterCount(),
        kept.parameterCount());
    assertTrue(model.course().lookedAt().newest().get() >= 1);
    double now = model.course().course().now();
    assertTrue(model.course().lookedAt().last().get() < now + 1, "the line ends where it stopped");
  }

  @Test
  void stoppedBeforeTheFirstStepNothingIsKeptAndNothingIsSaid() throws Exception {
    model.form().stepping().set(true);
    model.startOrPause();
    until(Phase.RUNNING);
    model.trainings().stop();
    until(Phase.IDLE);
    assertEquals("", complaint());
    assertTrue(session.library().list().isEmpty());
    model.form().stepping().set(false);
    model.startOrPause();
    models(1);
  }

  @Test
  void inStepModeOnlyTheOneWhoseTurnItIsLearns() throws Exception {
    model.form().stepping().set(true);
    model.startOrPause();
    until(Phase.RUNNING);
    model.step(Turn.DISCRIMINATOR);
    epochs(0.1);
    int one = model.course().course().batches().size();
    assertEquals(1, one, "one press is one batch");
    model.step(Turn.BOTH);
    fx.until(
        "second",
        () -> {
          model.tick();
          return model.course().course().batches().size() == 2;
        });
    model.form().stepping().set(false);
    models(1);
  }

  @Test
  void rateAndStepsChangeTheRunningTraining() throws Exception {
    type(GanForm.EPOCHS, "5000");
    model.startOrPause();
    epochs(0.1);
    GanSettings running = (GanSettings) model.trainings().open().orElseThrow().settings();
    type(GanForm.RATE, "0.001");
    type(GanForm.STEPS, "3");
    assertEquals(0.0002, running.controls().learningRate(), "not before the field is left");
    model.typed();
    assertEquals(0.001, running.controls().learningRate());
    assertEquals(3, running.controls().discriminatorSteps());
    type(GanForm.RATE, "-1");
    model.typed();
    assertTrue(complaint().startsWith("The learning rate is -1.0, but must be"), complaint());
    assertEquals(0.001, running.controls().learningRate());
    model.trainings().stop();
    models(1);
  }

  @Test
  void goesOnFromAnEarlierEpochAsANewTraining() throws Exception {
    type(GanForm.EPOCHS, "3");
    model.startOrPause();
    models(1);
    until(Phase.IDLE);
    float[] first = model.course().all().get(1).values();
    model.course().lookedAt().lookAt(1);
    type(GanForm.EPOCHS, "1");
    type(GanForm.RATE, "1e-9");
    model.trainings().restartFrom(1);
    models(2);
    until(Phase.IDLE);
    assertEquals(2, model.course().lookedAt().newest().get());
    assertTrue(model.course().lookedAt().live().get(), "the new training is followed");
    // so small a rate changes nothing: only weights that are gone on from make the same digits
    assertArrayEquals(first, model.course().all().get(2).values(), 1e-3f);
    type(GanForm.GENERATOR, "17");
    model.trainings().restartFrom(1);
    assertTrue(complaint().contains("other sizes than the form"), complaint());
    assertEquals(Phase.IDLE, model.trainings().phase().get());
  }

  @Test
  void whatIsWrongIsOneSentenceAndNothingStarts() {
    type(GanForm.LATENT, "0");
    model.startOrPause();
    assertEquals(
        "The number of latent dimensions z is 0, but must be from 1 to 1024, for example 20.",
        complaint());
    assertEquals("–", model.form().generatorWeights().get());
    type(GanForm.LATENT, "8");
    type(GanForm.GENERATOR, "16, x");
    model.startOrPause();
    assertTrue(complaint().startsWith("The list of hidden layers of the generator is “16, x”"));
    type(GanForm.GENERATOR, "128");
    type(GanForm.DROPOUT, "1");
    model.startOrPause();
    assertTrue(complaint().startsWith("The dropout is 1.0, but must be"), complaint());
    assertNull(model.trainings().shown().get());
    assertEquals(Phase.IDLE, model.trainings().phase().get());
  }

  @Test
  void theExercisesNetworkHasItsWeights() {
    GanForm form = new GanForm(SessionServices.with(fx, new TestDialogs()).session());
    // 129 x 256 + 257 x 512 + 513 x 1024 + 1025 x 784, and 785 x 1024 + 1025 x 512 + 513 x 256 +
    // 257
    assertEquals("1,493,520 weights", form.generatorWeights().get());
    assertEquals("1,460,225 weights", form.discriminatorWeights().get());
  }

  @Test
  void aRateThatExplodesIsSaidAndLosesNothing() throws Exception {
    model.startOrPause();
    models(1);
    until(Phase.IDLE);
    type(GanForm.RATE, "1e20");
    model.startOrPause();
    fx.until("sentence", () -> !complaint().isEmpty());
    assertTrue(complaint().contains("take a smaller learning rate than 1.0E20"), complaint());
    until(Phase.IDLE);
    assertEquals(1, session.generativeModels().size());
  }

  @Test
  void aTrainedGanIsOpenedAndMakesOtherDigitsOfOtherNoise() throws Exception {
    model.startOrPause();
    models(1);
    until(Phase.IDLE);
    float[] trained = model.pictures().get().values();
    model.open(session.generativeModels().get(0));
    fx.until("open", () -> model.opened().get() != null);
    float[] first = model.pictures().get().values();
    assertEquals(trained.length, first.length);
    assertTrue(model.numbers().isEmpty(), "those of the training are another GAN's");
    assertTrue(model.advice().contains("other noise"), model.advice());
    model.drawAgain();
    fx.until("drawn", () -> model.opened().get().draw() == 1);
    assertFalse(java.util.Arrays.equals(first, model.pictures().get().values()));
    model.showTraining();
    assertArrayEquals(trained, model.pictures().get().values());
    assertTrue(model.numbers().isPresent());
  }

  @Test
  void theBalanceIsThatOfTheLossThatWasTrained() throws Exception {
    model.form().loss().set(GeneratorLoss.MINIMAX);
    assertEquals(GeneratorLoss.MINIMAX, model.loss());
    model.startOrPause();
    models(1);
    until(Phase.IDLE);
    model.form().loss().set(GeneratorLoss.NON_SATURATING);
    assertEquals(GeneratorLoss.MINIMAX, model.loss());
  }

  @Test
  void aLookThatFailsLeavesNoneOfSomethingElse() throws Exception {
    Gan network = new FullyConnectedGan(8, List.of(16), List.of(16), 0.3);
    Pictures digits = new Pictures(DIGITS.test().images(0, 16));
    Weights weights = network.initialWeights(Seed.of(0));
    CloseLook close = new CloseLook(services);
    close.follow(
        Optional.of(new CloseLook.Subject("a", close.request(DIGITS, network, digits, weights, 0))),
        false);
    fx.until("the look", () -> close.look().get() != null);
    Supplier<Classifier> damaged =
        () -> {
          throw new LabException("The file is damaged.");
        };
    close.follow(
        Optional.of(
            new CloseLook.Subject(
                "b", new GanLook.Request(DIGITS, network, digits, weights, damaged, 0))),
        false);
    fx.until("the sentence", () -> !services.messages().shown().isEmpty());
    assertNull(close.look().get());
  }

  @Test
  void theVaeOfTheSessionStandsBesideItAtTheSameEpoch() throws Exception {
    model.tick();
    assertNull(model.vae().shown().get());
    vae.put(0, new Pictures(new float[16 * 784]));
    vae.put(2, new Pictures(new float[16 * 784]));
    model.startOrPause();
    models(1);
    until(Phase.IDLE);
    model.tick();
    assertSame(vae.get(2), model.vae().shown().get().pictures());
    model.course().lookedAt().lookAt(1);
    model.tick();
    assertSame(vae.get(0), model.vae().shown().get().pictures());
    assertEquals("epoch 0", model.vae().shown().get().where());
  }

  @Test
  void theVaeIsReadByTheModelInUseTooUntilItIsGone() throws Exception {
    vae.put(0, new Pictures(new float[16 * 784]));
    Weights constant = new Vae(8, 2).initialWeights(Seed.of(1));
    vaeWeights.put(0, constant);
    model.tick();
    assertNull(model.vae().quality().classes().get(), "nobody reads it");
    classifier();
    fx.until(
        "answers",
        () -> {
          model.tick();
          return model.vae().quality().classes().get() != null;
        });
    assertEquals(GanLook.SAMPLES, model.vae().quality().classes().get().count());
    vaeWeights.clear();
    model.tick();
    assertNull(model.vae().quality().classes().get());
  }

  private void classifier() throws Exception {
    session
        .library()
        .add(
            new ModelCard(
                "Logistic",
                "logistic",
                "synthetic",
                "none",
                0,
                null,
                null,
                Instant.EPOCH,
                Map.of()),
            Architectures.get("logistic").initialWeights(Seed.of(3)));
    fx.until("model in use", () -> session.model().get() != null);
  }

  @Test
  void theExportHoldsWhatWasTrained() throws Exception {
    model.startOrPause();
    models(1);
    until(Phase.IDLE);
    Path target = folder.resolve("out");
    try (ResultFolder out = ResultFolder.prepare(target)) {
      new GanExport(model, FigureTheme.LIGHT).accept(out);
      out.commit();
    }
    assertTrue(Files.exists(target.resolve("digits/epoch-000.png")));
    assertTrue(Files.exists(target.resolve("digits/epoch-002.png")), "the last as well");
    assertTrue(Files.readString(target.resolve("losses-test.csv")).contains("generator"));
    assertNotNull(
        epsilonlab.model.Safetensors.read(target.resolve("weights.safetensors"))
            .metadata()
            .get("architecture"));
  }

  @Test
  void closingKeepsWhatIsTrained() throws Exception {
    type(GanForm.EPOCHS, "5000");
    model.startOrPause();
    epochs(0.5);
    CompletableFuture<Void> kept = model.trainings().keep();
    kept.get();
    assertEquals(1, session.library().list().size());
  }
}
