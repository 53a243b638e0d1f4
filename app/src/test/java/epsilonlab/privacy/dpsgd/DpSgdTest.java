package epsilonlab.privacy.dpsgd;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import epsilonlab.data.DataSet;
import epsilonlab.data.SyntheticDigits;
import epsilonlab.engine.Compute;
import epsilonlab.engine.DeviceChoice;
import epsilonlab.engine.HostTensor;
import epsilonlab.engine.LabException;
import epsilonlab.engine.Seed;
import epsilonlab.job.JobContext;
import epsilonlab.job.JobHandle;
import epsilonlab.job.JobRunner;
import epsilonlab.model.Architecture;
import epsilonlab.model.Architectures;
import epsilonlab.model.Weights;
import epsilonlab.training.OptimizerKind;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DpSgdTest {
  private static final int N = 200;
  private static Compute compute;
  private static DataSet digits;

  @BeforeAll
  static void start() {
    compute = Compute.start(DeviceChoice.CPU, 2);
    digits = SyntheticDigits.generate(4, N, 100);
  }

  @AfterAll
  static void stop() {
    compute.close();
  }

  private static DpSgdSettings settings(int batch, double noise, double clip, double rate) {
    return new DpSgdSettings(N, batch, noise, clip, 2, 1e-3, OptimizerKind.SGD, rate, 0, 9);
  }

  private static Weights after(Compute with, String network, DpSgdSettings settings, int steps) {
    try (DpSgd training = new DpSgd(with, digits.train(), Architectures.get(network), settings)) {
      for (int i = 0; i < steps; i++) {
        training.step();
      }
      return training.weights();
    }
  }

  @Test
  void withoutNoiseAndWithAllImagesAStepIsOneOfGradientDescent() {
    Architecture network = Architectures.get("logistic");
    Weights start = network.initialWeights(Seed.of(9).split("weights"));
    float[] w = start.get("fc.weight").values();
    float[] b = start.get("fc.bias").values();
    double[] expected = new double[7850];
    for (int i = 0; i < N; i++) {
      float[] x = digits.train().image(i);
      double[] p = new double[10];
      double sum = 0;
      for (int c = 0; c < 10; c++) {
        double z = b[c];
        for (int k = 0; k < 784; k++) {
          z += w[c * 784 + k] * x[k];
        }
        p[c] = Math.exp(z);
        sum += p[c];
      }
      for (int c = 0; c < 10; c++) {
        double slope = (p[c] / sum - (c == digits.train().label(i) ? 1 : 0)) / N;
        for (int k = 0; k < 784; k++) {
          expected[c * 784 + k] -= 0.5 * slope * x[k];
        }
        expected[7840 + c] -= 0.5 * slope;
      }
    }
    Weights moved = after(compute, "logistic", settings(N, 0, 1e9, 0.5), 1);
    for (int i = 0; i < 7850; i++) {
      String name = i < 7840 ? "fc.weight" : "fc.bias";
      int place = i < 7840 ? i : i - 7840;
      double change = (double) moved.get(name).values()[place] - start.get(name).values()[place];
      assertEquals(expected[i], change, 1e-6);
    }
  }

  @Test
  void theNoiseHasTheDeviationThatTheAccountantCountsOn() {
    double noise = 1.7;
    double clip = 1e-4;
    int batch = 50;
    // a rate that turns the noise of a step into numbers of size 1
    double rate = batch / clip;
    Weights start = Architectures.get("mlp").initialWeights(Seed.of(9).split("weights"));
    Weights moved = after(compute, "mlp", settings(batch, noise, clip, rate), 1);
    double sum = 0;
    double squares = 0;
    double products = 0;
    long count = 0;
    for (String name : start.names()) {
      float[] before = start.get(name).values();
      float[] now = moved.get(name).values();
      double last = 0;
      for (int i = 0; i < now.length; i++) {
        double change = now[i] - before[i];
        sum += change;
        squares += change * change;
        products += change * last;
        last = change;
        count++;
      }
    }
    // the gradients add at most 200 x 1 in length to a vector of 178,000 such numbers
    double deviation = Math.sqrt(squares / count);
    assertEquals(noise, deviation, 0.02 * noise);
    assertEquals(0, sum / count, 5 * noise / Math.sqrt(count) + 200 / Math.sqrt(count));
    assertTrue(Math.abs(products / squares) < 0.05, "neighbours are independent");

    float[] alone = DpSgd.gaussian(Seed.of(2), 200_000, 3);
    double variance = 0;
    double fourth = 0;
    for (float value : alone) {
      variance += (double) value * value / alone.length;
      fourth += Math.pow(value, 4) / alone.length;
    }
    // five standard errors of the second and fourth moment of a normal distribution
    assertEquals(9, variance, 5 * 9 * Math.sqrt(2.0 / alone.length));
    assertEquals(3 * 81, fourth, 5 * 81 * Math.sqrt(96.0 / alone.length));
  }

  @Test
  void batchesAreDrawnByPoissonSampling() {
    int n = 1000;
    double q = 0.05;
    int draws = 4000;
    int[] often = new int[n];
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < draws; i++) {
      long[] drawn = DpSgd.draw(n, q, Seed.of(3).split(i));
      sum += drawn.length;
      squares += (double) drawn.length * drawn.length;
      for (int k = 0; k < drawn.length; k++) {
        often[(int) drawn[k]]++;
        assertTrue(k == 0 || drawn[k] > drawn[k - 1], "no image twice");
      }
    }
    double mean = sum / draws;
    double variance = squares / draws - mean * mean;
    double expected = n * q * (1 - q);
    assertEquals(n * q, mean, 5 * Math.sqrt(expected / draws));
    // unlike batches of a fixed size, which would have no variance
    assertEquals(expected, variance, 5 * expected * Math.sqrt(2.0 / draws));
    double chiSquare = 0;
    for (int count : often) {
      chiSquare += Math.pow(count - draws * q, 2) / (draws * q * (1 - q));
    }
    assertEquals(n, chiSquare, 5 * Math.sqrt(2.0 * n), "every image as often");
    assertEquals(n, DpSgd.draw(n, 1, Seed.of(0)).length);
  }

  @Test
  void theSameBitsForAnyNumberOfThreads() {
    DpSgdSettings settings = settings(150, 1, 0.5, 0.1);
    Weights two = after(compute, "mlp", settings, 3);
    try (Compute one = Compute.start(DeviceChoice.CPU, 1)) {
      assertEquals(after(one, "mlp", settings, 3), two);
    }
    DpSgdSettings other = new DpSgdSettings(N, 150, 1, 0.5, 2, 1e-3, OptimizerKind.SGD, 0.1, 0, 10);
    assertNotEquals(after(compute, "mlp", other, 3), two);
  }

  @Test
  void aStepWithoutImagesStillMakesNoise() {
    DpSgdSettings settings = settings(1, 1, 1, 0.1);
    Architecture network = Architectures.get("logistic");
    try (DpSgd training = new DpSgd(compute, digits.train(), network, settings)) {
      for (int i = 0; i < 20; i++) {
        HostTensor before = training.weights().get("fc.weight");
        boolean none = training.step().drawn() == 0;
        if (none) {
          assertNotEquals(before, training.weights().get("fc.weight"));
          return;
        }
      }
      throw new AssertionError("twenty batches with an image each, though one in e has none");
    }
  }

  @Test
  void holdsNoMoreArraysAfterManySteps() {
    try (DpSgd training =
        new DpSgd(compute, digits.train(), Architectures.get("lenet"), settings(5, 1, 1, 0.01))) {
      training.step();
      int before = compute.longLivedArrays();
      for (int i = 0; i < 5; i++) {
        training.step();
      }
      assertEquals(before, compute.longLivedArrays());
    }
  }

  @Test
  void theJobLearnsAndSaysWhatItCost() {
    DpSgdSettings settings =
        new DpSgdSettings(N, 40, 0.5, 1, 12, 1e-3, OptimizerKind.ADAM, 0.01, 0, 0);
    List<DpSgdEpoch> seen = new ArrayList<>();
    DpSgdResult result =
        new DpSgdJob(compute, digits, Architectures.get("logistic"), settings)
            .run(
                JobContext.of(
                    event -> {
                      if (event instanceof DpSgdEvent.EpochDone done) {
                        seen.add(done.record());
                      }
                    }));
    assertEquals(seen, result.epochs());
    assertEquals(12, seen.size());
    assertEquals(60, result.steps());
    RdpAccountant accountant = new RdpAccountant(0.2, 0.5);
    for (DpSgdEpoch epoch : seen) {
      assertEquals(accountant.epsilon(5L * epoch.epoch(), 1e-3), epoch.epsilon(), 1e-12);
    }
    assertTrue(result.test().accuracy() > 0.5, "accuracy " + result.test().accuracy());
    DpSgdEpoch last = seen.get(11);
    assertEquals(result.members().accuracy(), last.trainAccuracy());
    assertEquals(
        (last.trainAccuracy() + 1 - last.testAccuracy()) / 2, result.attackAccuracy(), 1e-12);
  }

  @Test
  void stoppingKeepsWhatWasLearnt() throws Exception {
    DpSgdSettings settings =
        new DpSgdSettings(N, 20, 1, 1, 10_000, 1e-3, OptimizerKind.ADAM, 0.001, 0, 0);
    try (JobRunner runner = new JobRunner()) {
      AtomicReference<JobHandle<DpSgdResult>> handle = new AtomicReference<>();
      handle.set(
          runner.submit(
              new DpSgdJob(compute, digits, Architectures.get("logistic"), settings),
              event -> {
                if (event instanceof DpSgdEvent.EpochDone done && done.record().epoch() >= 2) {
                  // it may be set a little later than the first epochs
                  JobHandle<DpSgdResult> own = handle.get();
                  if (own != null) {
                    own.cancel();
                  }
                }
              }));
      DpSgdResult result = handle.get().future().get();
      assertTrue(result.stopped());
      assertTrue(result.epochs().size() >= 2);
      assertTrue(result.steps() >= 20);
      assertEquals(
          new RdpAccountant(0.1, 1).epsilon(result.steps(), 1e-3), result.epsilon(), 1e-12);
    }
  }

  @Test
  void aBudgetGivesTheNoise() {
    DpSgdSettings within = settings(20, 0, 1, 0.1).within(3);
    double epsilon =
        new RdpAccountant(0.1, within.noiseMultiplier()).epsilon(within.stepsIn(2), 1e-3);
    assertEquals(3, epsilon, 1e-4);
    assertTrue(epsilon <= 3);
    // steps are counted as the literature does: 60 epochs of 60,000 / 256
    DpSgdSettings large =
        new DpSgdSettings(60_000, 256, 1.1, 1, 60, 1e-5, OptimizerKind.ADAM, 0.001, 0, 0);
    assertEquals(14_062, large.stepsIn(60));
  }

  @Test
  void badSettingsAreSaidInOneSentence() {
    assertArrayEquals(
        new String[] {
          "The expected batch is 201, but must be from 1 to n = 200.",
          "The noise multiplier is -1.0, but must be 0 (no privacy) or more, for example 1.1.",
          "The clipping norm is 0.0, but must be above 0, for example 1."
        },
        new String[] {
          assertThrows(LabException.class, () -> settings(201, 1, 1, 1)).getMessage(),
          assertThrows(LabException.class, () -> settings(10, -1, 1, 1)).getMessage(),
          assertThrows(LabException.class, () -> settings(10, 1, 0, 1)).getMessage()
        });
    assertThrows(LabException.class, () -> settings(10, 1, 1, 1).within(0));
    DpSgdSettings many = new DpSgdSettings(500, 20, 1, 1, 1, 1e-3, OptimizerKind.ADAM, 0.001, 0, 0);
    assertEquals(
        "There are no 500 training images in " + digits.title() + "; choose n up to 200.",
        assertThrows(
                LabException.class,
                () -> new DpSgdJob(compute, digits, Architectures.get("mlp"), many))
            .getMessage());
  }
}
