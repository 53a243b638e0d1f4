package epsilonlab.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import epsilonlab.data.DataSet;
import epsilonlab.data.ImageSet;
import epsilonlab.data.SyntheticDigits;
import epsilonlab.engine.Compute;
import epsilonlab.engine.DeviceChoice;
import epsilonlab.engine.LabException;
import epsilonlab.engine.Seed;
import epsilonlab.job.JobContext;
import epsilonlab.job.JobHandle;
import epsilonlab.job.JobRunner;
import epsilonlab.model.Architecture;
import epsilonlab.model.Architectures;
import epsilonlab.model.Classifier;
import epsilonlab.model.Predictions;
import epsilonlab.model.Weights;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrainingJobTest {
  private static Compute compute;
  private static DataSet digits;

  @BeforeAll
  static void start() {
    compute = Compute.start(DeviceChoice.CPU, 2);
    digits = SyntheticDigits.generate(6, 640, 100);
  }

  @AfterAll
  static void stop() {
    compute.close();
  }

  private static TrainingSettings settings(
      OptimizerKind kind, double rate, Schedule schedule, int batch, int epochs, long seed) {
    return new TrainingSettings(kind, rate, schedule, 0.9, 0, batch, epochs, seed);
  }

  private static TrainingSettings adam(int epochs, long seed) {
    return settings(OptimizerKind.ADAM, 1e-3, Schedule.CONSTANT, 128, epochs, seed);
  }

  private static TrainingResult train(
      Compute with, DataSet data, String network, TrainingSettings settings) {
    return new TrainingJob(with, data, Architectures.get(network), settings, Optional.empty())
        .run(JobContext.of(event -> {}));
  }

  /** Ten stripes, one for each class, in noise: easy to part by a plane. */
  private static DataSet stripes(int train, int test) {
    return new DataSet(
        "mnist",
        "Stripes",
        "a test",
        "",
        digits.classNames(),
        stripes(train, new Random(1)),
        stripes(test, new Random(2)));
  }

  private static ImageSet stripes(int count, Random random) {
    byte[] pixels = new byte[count * 784];
    byte[] labels = new byte[count];
    for (int i = 0; i < count; i++) {
      labels[i] = (byte) (i % 10);
      for (int p = 0; p < 784; p++) {
        int row = p / 28;
        boolean ink = row / 2 == labels[i];
        pixels[i * 784 + p] = (byte) (random.nextInt(60) + (ink ? 190 : 0));
      }
    }
    return ImageSet.ofBytes(pixels, labels);
  }

  @ParameterizedTest
  @ValueSource(strings = {"lenet", "mlp", "small-cnn"})
  void theSameSeedGivesTheSameBitsOnAnyNumberOfThreads(String network) {
    TrainingResult first = train(compute, digits, network, adam(2, 5));
    TrainingResult again = train(compute, digits, network, adam(2, 5));
    assertEquals(first.weights(), again.weights());
    assertArrayEquals(first.test().losses(), again.test().losses());
    for (int threads : new int[] {1, 3}) {
      try (Compute other = Compute.start(DeviceChoice.CPU, threads)) {
        TrainingResult elsewhere = train(other, digits, network, adam(2, 5));
        assertEquals(first.weights(), elsewhere.weights(), threads + " threads");
        assertEquals(first.epochs().get(1).trainLoss(), elsewhere.epochs().get(1).trainLoss());
      }
    }
    assertNotEquals(first.weights(), train(compute, digits, network, adam(2, 6)).weights());
  }

  @Test
  void theLossFallsAndWhatCanBePartedIsParted() {
    DataSet easy = stripes(300, 100);
    TrainingResult result =
        train(
            compute,
            easy,
            "logistic",
            settings(OptimizerKind.ADAM, 0.01, Schedule.LINEAR, 50, 10, 0));
    assertEquals(10, result.epochs().size());
    assertEquals(60, result.steps());
    assertFalse(result.stopped());
    EpochRecord first = result.epochs().get(0);
    EpochRecord last = result.epochs().get(9);
    // ten classes at the start: about log 10
    assertEquals(Math.log(10), first.trainLoss(), 1);
    assertTrue(last.trainLoss() < 0.2 * first.trainLoss(), first + ", " + last);
    assertEquals(1, last.testAccuracy());
    assertEquals(1, result.test().accuracy());
    assertEquals(1, result.trainAccuracy());
    assertEquals(last.testLoss(), result.test().meanLoss());
    for (int i = 0; i < 10; i++) {
      assertEquals(i + 1, result.epochs().get(i).epoch());
    }
  }

  @Test
  void theResultsFiguresAreThoseOfItsWeights() {
    TrainingResult result = train(compute, digits, "lenet", adam(1, 1));
    Classifier trained =
        new Classifier(compute, "trained", Architectures.get("lenet"), result.weights());
    Predictions test = Predictions.of(compute, trained, digits.test());
    assertEquals(test.accuracy(), result.test().accuracy());
    assertEquals(test.meanLoss(), result.epochs().get(0).testLoss());
    assertEquals(
        Predictions.of(compute, trained, digits.train()).accuracy(), result.trainAccuracy());
  }

  /** A run whose events come to {@code listener} with the handle, on the job's thread. */
  private interface Listener {
    void hear(JobHandle<TrainingResult> handle, TrainingEvent event);
  }

  private static JobHandle<TrainingResult> submit(
      JobRunner runner, TrainingSettings settings, Listener listener) {
    CompletableFuture<JobHandle<TrainingResult>> own = new CompletableFuture<>();
    Consumer<TrainingEvent> events = event -> listener.hear(own.join(), event);
    JobHandle<TrainingResult> handle =
        runner.submit(
            new TrainingJob(
                compute, digits, Architectures.get("lenet"), settings, Optional.empty()),
            events);
    own.complete(handle);
    return handle;
  }

  private static TrainingResult get(JobHandle<TrainingResult> handle) throws Exception {
    return handle.future().get(120, TimeUnit.SECONDS);
  }

  @Test
  void stoppingKeepsWhatWasTrained() throws Exception {
    try (JobRunner runner = new JobRunner()) {
      List<TrainingEvent> heard = Collections.synchronizedList(new ArrayList<>());
      JobHandle<TrainingResult> handle =
          submit(
              runner,
              adam(50, 5),
              (own, event) -> {
                heard.add(event);
                if (event instanceof TrainingEvent.BatchDone && heard.size() == 5) {
                  own.cancel();
                }
              });
      TrainingResult stopped = get(handle);
      assertEquals(JobHandle.State.DONE, handle.state());
      assertTrue(stopped.stopped());
      assertEquals(5, stopped.steps());
      assertEquals(5, heard.size(), "nothing was trained after the stop");
      assertTrue(Double.isNaN(stopped.trainAccuracy()));
      assertEquals(100, stopped.test().size());
      // 5 steps of 128 are one epoch of 640
      assertEquals(train(compute, digits, "lenet", adam(1, 5)).weights(), stopped.weights());
    }
  }

  @Test
  void aPauseHoldsAndChangesNothing() throws Exception {
    try (JobRunner runner = new JobRunner()) {
      List<TrainingEvent> heard = Collections.synchronizedList(new ArrayList<>());
      CompletableFuture<Void> paused = new CompletableFuture<>();
      JobHandle<TrainingResult> handle =
          submit(
              runner,
              adam(2, 5),
              (own, event) -> {
                heard.add(event);
                if (heard.size() == 3) {
                  own.setPaused(true);
                  paused.complete(null);
                }
              });
      paused.get(120, TimeUnit.SECONDS);
      Thread.sleep(300);
      assertEquals(3, heard.size());
      assertEquals(JobHandle.State.PAUSED, handle.state());
      handle.setPaused(false);
      TrainingResult result = get(handle);
      assertFalse(result.stopped());
      assertEquals(12, heard.size(), "10 batches and 2 epochs");
      assertEquals(train(compute, digits, "lenet", adam(2, 5)).weights(), result.weights());
    }
  }

  private static void assertFinite(Weights weights) {
    for (String name : weights.names()) {
      for (float value : weights.get(name).values()) {
        assertTrue(Float.isFinite(value), name);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"adam", "sgd"})
  void aLossThatExplodesIsToldAndTheLastGoodWeightsAreKept(String optimizer) {
    OptimizerKind kind = optimizer.equals("adam") ? OptimizerKind.ADAM : OptimizerKind.SGD;
    Architecture network = Architectures.get("mlp");
    Weights start = network.initialWeights(Seed.of(2));
    TrainingDiverged diverged;
    try (Compute own = Compute.start(DeviceChoice.CPU, 2)) {
      TrainingJob job =
          new TrainingJob(
              own,
              digits,
              network,
              settings(kind, 1e20, Schedule.LINEAR, 32, 3, 0),
              Optional.of(start));
      diverged = assertThrows(TrainingDiverged.class, () -> job.run(JobContext.of(event -> {})));
      assertEquals(0, own.longLivedArrays());
    }
    String said = diverged.getMessage();
    assertTrue(said.contains("smaller learning rate than 1.0E20") && said.endsWith("."), said);
    assertEquals(1, said.lines().count());
    assertEquals(0, diverged.epochs());
    assertEquals(start, diverged.lastGood());
    assertFinite(diverged.lastGood());
  }

  @Test
  void startWeightsOfAnotherNetworkAreRefused() {
    Weights other = Architectures.get("mlp").initialWeights(Seed.of(0));
    LabException refused =
        assertThrows(
            LabException.class,
            () ->
                new TrainingJob(
                    compute, digits, Architectures.get("lenet"), adam(1, 0), Optional.of(other)));
    assertTrue(refused.getMessage().contains("lenet"), refused.getMessage());
  }

  @Test
  void noTrainingLeavesAnArrayBehind() throws Exception {
    try (Compute own = Compute.start(DeviceChoice.CPU, 2)) {
      for (OptimizerKind kind : OptimizerKind.values()) {
        TrainingResult result =
            train(own, digits, "logistic", settings(kind, 1e-3, Schedule.CONSTANT, 10, 4, 0));
        assertEquals(256, result.steps());
      }
      // the classifiers of the epochs' tests go with the garbage collector
      for (int i = 0; i < 100 && own.longLivedArrays() > 0; i++) {
        System.gc();
        Thread.sleep(50);
      }
      assertEquals(0, own.longLivedArrays());
    }
  }

  @Test
  void impossibleSettingsAreOneSentence() {
    for (Runnable wrong :
        List.<Runnable>of(
            () -> adam(0, 0),
            () -> adam(10_001, 0),
            () -> settings(OptimizerKind.ADAM, 0, Schedule.LINEAR, 128, 1, 0),
            () -> settings(OptimizerKind.ADAM, -1, Schedule.LINEAR, 128, 1, 0),
            () -> settings(OptimizerKind.ADAM, Double.NaN, Schedule.LINEAR, 128, 1, 0),
            () -> settings(OptimizerKind.ADAM, Double.POSITIVE_INFINITY, Schedule.LINEAR, 1, 1, 0),
            () -> settings(OptimizerKind.ADAM, 1e-3, Schedule.LINEAR, 0, 1, 0),
            () -> new TrainingSettings(OptimizerKind.SGD, 1, Schedule.LINEAR, 1, 0, 1, 1, 0),
            () -> new TrainingSettings(OptimizerKind.SGD, 1, Schedule.LINEAR, 0, -1, 1, 1, 0))) {
      String said = assertThrows(LabException.class, wrong::run).getMessage();
      assertTrue(
          said.startsWith("The ") && said.contains("but must be") && said.endsWith("."), said);
    }
  }
}
