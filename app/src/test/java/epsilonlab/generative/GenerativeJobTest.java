package epsilonlab.generative;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import epsilonlab.data.DataSet;
import epsilonlab.data.ImageSet;
import epsilonlab.data.SyntheticDigits;
import epsilonlab.engine.Cancellation;
import epsilonlab.engine.Compute;
import epsilonlab.engine.DeviceChoice;
import epsilonlab.engine.LabException;
import epsilonlab.engine.Seed;
import epsilonlab.job.JobContext;
import epsilonlab.job.JobHandle;
import epsilonlab.job.JobRunner;
import epsilonlab.model.Weights;
import epsilonlab.training.TrainingDiverged;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GenerativeJobTest {
  private static final FullyConnectedGan GAN =
      new FullyConnectedGan(8, List.of(64), List.of(128), 0.3);
  // enough weights for the optimiser to cut them in slices
  private static final DeepConvolutionalGan CONVOLUTIONAL = new DeepConvolutionalGan(32, 16, 0.3);
  private static final Vae VAE = new Vae(60, 5);
  private static final DenoisingAutoencoder AUTOENCODER =
      new DenoisingAutoencoder(List.of(64, 16, 64));

  private static Compute compute;
  private static DataSet digits;

  @BeforeAll
  static void start() {
    compute = Compute.start(DeviceChoice.CPU, 2);
    // five batches of 64, the last one of odd size
    digits = SyntheticDigits.generate(6, 300, 60);
  }

  @AfterAll
  static void stop() {
    compute.close();
  }

  private static GenerativeSettings<?, ?> settings(
      String kind, double rate, int epochs, long seed) {
    return switch (kind) {
      case "gan" ->
          new GanSettings(
              GAN, GeneratorLoss.NON_SATURATING, new GanControls(rate, 2), 64, epochs, seed);
      case "dcgan" ->
          new GanSettings(
              CONVOLUTIONAL, GeneratorLoss.MINIMAX, new GanControls(rate, 1), 64, epochs, seed);
      case "vae" -> new VaeSettings(VAE, 1, rate, 64, epochs, seed);
      default -> new DenoisingSettings(AUTOENCODER, Noise.EXERCISE, rate, 64, epochs, seed);
    };
  }

  private static GenerativeSettings<?, ?> settings(String kind, int epochs) {
    return settings(kind, 1e-3, epochs, 5);
  }

  private static <B, R> GenerativeResult<R> train(
      Compute with,
      GenerativeSettings<B, R> settings,
      Optional<Weights> start,
      Consumer<GenerativeEvent<B, R>> listener) {
    return new GenerativeJob<>(with, digits, settings, start).run(JobContext.of(listener));
  }

  private static <B, R> GenerativeResult<R> train(Compute with, GenerativeSettings<B, R> settings) {
    return train(with, settings, Optional.empty(), event -> {});
  }

  private static List<String> withoutTime(List<?> epochs) {
    return epochs.stream()
        .map(record -> record.toString().replaceAll("seconds=[^,\\]]*", ""))
        .toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"gan", "dcgan", "vae", "denoise"})
  void theSameSeedGivesTheSameBitsOnAnyNumberOfThreads(String kind) {
    GenerativeResult<?> first = train(compute, settings(kind, 2));
    GenerativeResult<?> again = train(compute, settings(kind, 2));
    assertEquals(first.weights(), again.weights());
    for (int threads : new int[] {1, 3}) {
      try (Compute other = Compute.start(DeviceChoice.CPU, threads)) {
        GenerativeResult<?> elsewhere = train(other, settings(kind, 2));
        assertEquals(first.weights(), elsewhere.weights(), threads + " threads");
        assertArrayEquals(first.pictures().values(), elsewhere.pictures().values());
        assertEquals(withoutTime(first.epochs()), withoutTime(elsewhere.epochs()));
        assertEquals(0, other.longLivedArrays(), "arrays that nobody owns any more");
      }
    }
    assertNotEquals(first.weights(), train(compute, settings(kind, 1e-3, 2, 6)).weights());
  }

  private static float[] pictures(String kind, Weights weights) {
    Seed seed = Seed.of(5);
    return switch (kind) {
      case "gan" ->
          new TrainedGan(compute, GAN, weights).samples(16, seed.split("samples")).values();
      case "dcgan" ->
          new TrainedGan(compute, CONVOLUTIONAL, weights)
              .samples(16, seed.split("samples"))
              .values();
      case "vae" ->
          new TrainedVae(compute, VAE, weights)
              .decode(seed.split("samples").gaussian(16 * VAE.latent()))
              .values();
      default ->
          new TrainedAutoencoder(compute, AUTOENCODER, weights)
              .restore(Noise.EXERCISE.applied(digits.test().images(0, 10), seed.split("pictures")))
              .values();
    };
  }

  @ParameterizedTest
  @ValueSource(strings = {"gan", "dcgan", "vae", "denoise"})
  void eventsTellTheWholeStory(String kind) {
    check(kind, settings(kind, 2));
  }

  private static <B, R> void check(String kind, GenerativeSettings<B, R> settings) {
    List<GenerativeEvent<B, R>> events = new ArrayList<>();
    GenerativeResult<R> result = train(compute, settings, Optional.empty(), events::add);
    List<GenerativeEvent.EpochDone<B, R>> epochs = new ArrayList<>();
    List<Double> batches = new ArrayList<>();
    for (GenerativeEvent<B, R> event : events) {
      if (event instanceof GenerativeEvent.EpochDone<B, R> done) {
        epochs.add(done);
      } else if (event instanceof GenerativeEvent.BatchDone<B, R> done) {
        batches.add(done.epochs());
      }
    }
    assertEquals(List.of(0.2, 0.4, 0.6, 0.8, 1.0, 1.2, 1.4, 1.6, 1.8, 2.0), batches);
    assertEquals(3, epochs.size());
    assertEquals(events.get(0), epochs.get(0), "the network before its training comes first");
    assertEquals(null, epochs.get(0).record());
    assertEquals(settings.freshWeights(), epochs.get(0).weights());
    for (int i = 0; i < 3; i++) {
      assertEquals(i, epochs.get(i).epoch());
      assertArrayEquals(
          pictures(kind, epochs.get(i).weights()), epochs.get(i).pictures().values(), 1e-6f);
    }
    assertEquals(epochs.get(2).weights(), result.weights());
    assertNotEquals(epochs.get(1).weights(), result.weights());
    assertEquals(List.of(epochs.get(1).record(), epochs.get(2).record()), result.epochs());
    assertEquals(10, result.steps());
    assertFalse(result.stopped());
  }

  @Test
  void lossesFallAndGoingOnBeginsWhereTheOthersEnded() {
    VaeSettings vae = new VaeSettings(VAE, 1, 2e-3, 64, 3, 0);
    GenerativeResult<VaeEpoch> first = train(compute, vae);
    assertTrue(
        first.epochs().get(2).test().loss() < 0.7 * first.epochs().get(0).train().loss(),
        first.epochs().toString());
    List<GenerativeEvent<VaeBatch, VaeEpoch>> events = new ArrayList<>();
    GenerativeResult<VaeEpoch> more =
        train(compute, vae, Optional.of(first.weights()), events::add);
    GenerativeEvent.EpochDone<VaeBatch, VaeEpoch> before =
        (GenerativeEvent.EpochDone<VaeBatch, VaeEpoch>) events.get(0);
    assertEquals(first.weights(), before.weights());
    assertTrue(
        more.epochs().get(0).train().loss() < first.epochs().get(1).train().loss(),
        more.epochs().toString());
    GenerativeResult<DenoisingEpoch> restored =
        train(
            compute,
            new DenoisingSettings(AUTOENCODER, new Noise(NoiseKind.MASKING, 0.3), 2e-3, 64, 3, 0));
    // ln 2 is what a network knows that answers 0.5 everywhere
    assertEquals(Math.log(2), restored.epochs().get(0).trainLoss(), 0.1);
    assertTrue(restored.epochs().get(2).testLoss() < 0.5, restored.epochs().toString());
  }

  @Test
  void theTestFiguresOfAnAutoencoderAreThoseOfItsWeights() {
    GenerativeResult<DenoisingEpoch> result =
        train(
            compute,
            new DenoisingSettings(AUTOENCODER, new Noise(NoiseKind.MASKING, 0), 1e-3, 64, 1, 0));
    var weights = PlainChain.doubles(result.weights());
    double sum = 0;
    for (int i = 0; i < digits.test().size(); i++) {
      float[] image = digits.test().image(i);
      double[] x = new double[image.length];
      for (int p = 0; p < x.length; p++) {
        x[p] = image[p];
      }
      double[] logits =
          PlainChain.forward(AUTOENCODER.layers(), weights, x, Collections.emptyIterator());
      for (int p = 0; p < x.length; p++) {
        sum += PlainChain.crossEntropy(logits[p], x[p]);
      }
    }
    assertEquals(
        sum / digits.test().size() / ImageSet.PIXELS, result.epochs().get(0).testLoss(), 1e-6);
  }

  @Test
  void theTestFiguresOfGansAreThoseOfTheirWeights() {
    GenerativeResult<GanEpoch> result =
        train(
            compute,
            new GanSettings(GAN, GeneratorLoss.MINIMAX, new GanControls(1e-3, 1), 64, 1, 0));
    TrainedGan gan = new TrainedGan(compute, GAN, result.weights());
    int count = digits.test().size();
    double real = 0;
    double loss = 0;
    for (float logit : gan.judge(digits.test().images(0, count))) {
      real += 1 / (1 + Math.exp(-logit));
      loss += PlainChain.crossEntropy(logit, 1);
    }
    double made = 0;
    double fooling = 0;
    for (int from = 0; from < count; from += compute.shardSize(count)) {
      int some = Math.min(compute.shardSize(count), count - from);
      Pictures samples = gan.samples(some, Seed.of(0).split("test").split(from));
      for (float logit : gan.judge(samples.values())) {
        made += 1 / (1 + Math.exp(-logit));
        loss += PlainChain.crossEntropy(logit, 0);
        fooling += Math.log(1 / (1 + Math.exp(logit)));
      }
    }
    GanBatch test = result.epochs().get(0).test();
    assertEquals(real / count, test.realScore(), 1e-5);
    assertEquals(made / count, test.generatedScore(), 1e-5);
    assertEquals(loss / (2 * count), test.discriminatorLoss(), 1e-5);
    assertEquals(fooling / count, test.generatorLoss(), 1e-5);
  }

  private static <B, R> JobHandle<GenerativeResult<R>> submit(
      JobRunner runner,
      GenerativeSettings<B, R> settings,
      BiConsumer<JobHandle<?>, GenerativeEvent<B, R>> listener) {
    CompletableFuture<JobHandle<?>> own = new CompletableFuture<>();
    JobHandle<GenerativeResult<R>> handle =
        runner.submit(
            new GenerativeJob<>(compute, digits, settings, Optional.empty()),
            event -> listener.accept(own.join(), event));
    own.complete(handle);
    return handle;
  }

  private static GenerativeResult<?> get(JobHandle<? extends GenerativeResult<?>> handle)
      throws Exception {
    return handle.future().get(120, TimeUnit.SECONDS);
  }

  /** Stops after so many batches; 0 is before the first one. */
  private static GenerativeResult<?> stopAfter(String kind, int batches) throws Exception {
    try (JobRunner runner = new JobRunner()) {
      int[] seen = new int[1];
      JobHandle<? extends GenerativeResult<?>> handle =
          submit(
              runner,
              settings(kind, 50),
              (own, event) -> {
                if (event instanceof GenerativeEvent.BatchDone) {
                  seen[0]++;
                }
                if (seen[0] >= batches) {
                  own.cancel();
                }
              });
      GenerativeResult<?> result = get(handle);
      assertEquals(JobHandle.State.DONE, handle.state());
      assertTrue(result.stopped());
      assertEquals(batches, result.steps());
      return result;
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"gan", "vae", "denoise"})
  void stoppingKeepsWhatWasTrained(String kind) throws Exception {
    int before = compute.longLivedArrays();
    GenerativeResult<?> atOnce = stopAfter(kind, 0);
    assertEquals(settings(kind, 50).freshWeights(), atOnce.weights());
    assertEquals(List.of(), atOnce.epochs());
    assertArrayEquals(pictures(kind, atOnce.weights()), atOnce.pictures().values(), 1e-6f);
    // five batches are an epoch
    GenerativeResult<?> later = stopAfter(kind, 5);
    assertEquals(train(compute, settings(kind, 1)).weights(), later.weights());
    System.gc();
    for (int i = 0; i < 100 && compute.longLivedArrays() > before; i++) {
      System.gc();
      Thread.sleep(20);
    }
    assertTrue(compute.longLivedArrays() <= before);
  }

  @Test
  void aPauseHoldsAndChangesNothing() throws Exception {
    try (JobRunner runner = new JobRunner()) {
      List<GenerativeEvent<?, ?>> batches = Collections.synchronizedList(new ArrayList<>());
      CompletableFuture<Void> paused = new CompletableFuture<>();
      JobHandle<? extends GenerativeResult<?>> handle =
          submit(
              runner,
              settings("vae", 2),
              (own, event) -> {
                if (event instanceof GenerativeEvent.BatchDone) {
                  batches.add(event);
                }
                if (batches.size() == 3 && !paused.isDone()) {
                  own.setPaused(true);
                  paused.complete(null);
                }
              });
      paused.get(120, TimeUnit.SECONDS);
      Thread.sleep(300);
      assertEquals(3, batches.size());
      assertEquals(JobHandle.State.PAUSED, handle.state());
      handle.setPaused(false);
      assertEquals(train(compute, settings("vae", 2)).weights(), get(handle).weights());
      assertEquals(10, batches.size());
    }
  }

  private static TrainingDiverged diverge(GenerativeSettings<?, ?> settings) {
    try (Compute own = Compute.start(DeviceChoice.CPU, 2)) {
      TrainingDiverged diverged = assertThrows(TrainingDiverged.class, () -> train(own, settings));
      assertEquals(0, own.longLivedArrays());
      return diverged;
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"gan", "vae", "denoise"})
  void aLossThatExplodesIsToldAndTheLastGoodWeightsAreKept(String kind) {
    GenerativeSettings<?, ?> settings = settings(kind, 1e20, 3, 5);
    TrainingDiverged diverged = diverge(settings);
    String said = diverged.getMessage();
    assertTrue(said.contains("smaller learning rate than 1.0E20") && said.endsWith("."), said);
    assertEquals(1, said.lines().count());
    assertEquals(0, diverged.epochs());
    assertEquals(settings.freshWeights(), diverged.lastGood());
  }

  @Test
  void anExplosionAfterGoodEpochsLeavesTheLastOfThem() {
    GanControls controls = new GanControls(1e-3, 1);
    GanSettings settings = new GanSettings(GAN, GeneratorLoss.NON_SATURATING, controls, 64, 5, 5);
    List<Weights> epochs = new ArrayList<>();
    TrainingDiverged diverged =
        assertThrows(
            TrainingDiverged.class,
            () ->
                train(
                    compute,
                    settings,
                    Optional.empty(),
                    event -> {
                      if (event instanceof GenerativeEvent.EpochDone<GanBatch, GanEpoch> done) {
                        epochs.add(done.weights());
                        if (done.epoch() == 2) {
                          controls.setLearningRate(1e20);
                        }
                      }
                    }));
    assertEquals(2, diverged.epochs());
    assertEquals(3, epochs.size());
    assertEquals(epochs.get(2), diverged.lastGood());
    String said = diverged.getMessage();
    assertTrue(said.contains("1.0E20") && said.contains("last good epoch are kept"), said);
  }

  @Test
  void anEpochThatEndsWithAnExplosionIsNotAGoodOne() {
    // one batch an epoch: its own loss is still that of the fresh weights
    TrainingDiverged diverged =
        diverge(new DenoisingSettings(AUTOENCODER, Noise.EXERCISE, 1e20, 300, 3, 5));
    assertEquals(0, diverged.epochs());
    for (String name : diverged.lastGood().names()) {
      for (float value : diverged.lastGood().get(name).values()) {
        assertTrue(Math.abs(value) < 10, name);
      }
    }
  }

  @Test
  void aCancellationBeforeTheFirstEventLeavesNothingBehind() {
    for (String kind : List.of("gan", "vae", "denoise")) {
      try (Compute own = Compute.start(DeviceChoice.CPU, 1)) {
        Cancellation cancelled = new Cancellation();
        cancelled.cancel();
        cancelled.during(
            () -> assertThrows(CancellationException.class, () -> train(own, settings(kind, 1))));
        assertEquals(0, own.longLivedArrays());
      }
    }
  }

  @Test
  void weightsOfAnotherNetworkAreRefused() {
    Weights other = new Vae(60, 6).initialWeights(Seed.of(1));
    String said =
        assertThrows(
                LabException.class,
                () -> train(compute, settings("vae", 1), Optional.of(other), event -> {}))
            .getMessage();
    assertTrue(said.startsWith("The model to go on from") && said.contains("mean.weight"), said);
  }
}
