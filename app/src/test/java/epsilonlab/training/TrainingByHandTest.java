package epsilonlab.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import epsilonlab.data.DataSet;
import epsilonlab.data.DeviceImages;
import epsilonlab.data.ImageSet;
import epsilonlab.data.SyntheticDigits;
import epsilonlab.engine.Compute;
import epsilonlab.engine.DeviceChoice;
import epsilonlab.engine.Optimizer;
import epsilonlab.engine.Seed;
import epsilonlab.engine.Tensors;
import epsilonlab.job.JobContext;
import epsilonlab.model.Architecture;
import epsilonlab.model.Architectures;
import epsilonlab.model.Parameters;
import epsilonlab.model.Weights;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Training steps against the same steps computed here, and what they leave in memory. */
class TrainingByHandTest {
  private static Compute compute;
  private static DataSet digits;

  @BeforeAll
  static void start() {
    compute = Compute.start(DeviceChoice.CPU, 2);
    digits = SyntheticDigits.generate(8, 150, 20);
  }

  @AfterAll
  static void stop() {
    compute.close();
  }

  /** Logistic regression by full-batch SGD in double precision. */
  private static final class ByHand {
    final double[] weight = new double[7840];
    final double[] bias = new double[10];
    private final double[] speed = new double[7850];

    ByHand(Weights start) {
      for (int i = 0; i < 7840; i++) {
        weight[i] = start.get("fc.weight").values()[i];
      }
      for (int c = 0; c < 10; c++) {
        bias[c] = start.get("fc.bias").values()[c];
      }
    }

    void step(ImageSet images, double rate, double momentum, double decay) {
      double[] gradient = new double[7850];
      for (int i = 0; i < images.size(); i++) {
        float[] x = images.image(i);
        double[] p = new double[10];
        double sum = 0;
        for (int c = 0; c < 10; c++) {
          double z = bias[c];
          for (int k = 0; k < 784; k++) {
            z += weight[c * 784 + k] * x[k];
          }
          p[c] = Math.exp(z);
          sum += p[c];
        }
        for (int c = 0; c < 10; c++) {
          double slope = (p[c] / sum - (c == images.label(i) ? 1 : 0)) / images.size();
          for (int k = 0; k < 784; k++) {
            gradient[c * 784 + k] += slope * x[k];
          }
          gradient[7840 + c] += slope;
        }
      }
      for (int i = 0; i < 7850; i++) {
        double old = i < 7840 ? weight[i] : bias[i - 7840];
        speed[i] = momentum * speed[i] + gradient[i] + decay * old;
        if (i < 7840) {
          weight[i] -= rate * speed[i];
        } else {
          bias[i - 7840] -= rate * speed[i];
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "1, constant, 0.5, 0, 0",
    "4, constant, 0.3, 0, 0.01",
    "5, constant, 0.1, 0.9, 0.02",
    "5, decay, 0.5, 0, 0"
  })
  void sgdIsThatOfTheTextbook(
      int steps, String schedule, double rate, double momentum, double decay) {
    Architecture logistic = Architectures.get("logistic");
    Weights start = logistic.initialWeights(Seed.of(12));
    boolean falls = schedule.equals("decay");
    // one batch of all images, so that their order does not matter
    TrainingSettings settings =
        new TrainingSettings(
            OptimizerKind.SGD,
            rate,
            falls ? Schedule.DECAY : Schedule.CONSTANT,
            momentum,
            decay,
            150,
            steps,
            0);
    TrainingResult result =
        new TrainingJob(compute, digits, logistic, settings, Optional.of(start))
            .run(JobContext.of(event -> {}));
    ByHand hand = new ByHand(start);
    for (int step = 0; step < steps; step++) {
      double now = falls ? rate * Math.min(1, 4 * (1 - (double) step / steps)) : rate;
      hand.step(digits.train(), now, momentum, decay);
    }
    float[] weight = result.weights().get("fc.weight").values();
    float[] first = start.get("fc.weight").values();
    double moved = 0;
    for (int i = 0; i < 7840; i++) {
      assertEquals(hand.weight[i], weight[i], 2e-6);
      moved = Math.max(moved, Math.abs(weight[i] - first[i]));
    }
    assertTrue(moved > 0.01, "far more than the tolerance: " + moved);
    for (int c = 0; c < 10; c++) {
      assertEquals(hand.bias[c], result.weights().get("fc.bias").values()[c], 2e-6);
    }
  }

  @Test
  void theDecayingScheduleStaysAndFallsToZero() {
    assertEquals(1, Schedule.DECAY.factor(0));
    assertEquals(1, Schedule.DECAY.factor(0.75), 1e-12);
    assertEquals(0.5, Schedule.DECAY.factor(0.875), 1e-12);
    assertEquals(0.004, Schedule.DECAY.factor(0.999), 1e-12);
    assertEquals(1, Schedule.CONSTANT.factor(0.999));
  }

  @ParameterizedTest
  @CsvSource({
    "SGD, logistic, 1000",
    "ADAM, logistic, 1000",
    "ADAM, small-cnn, 50",
    "ADAM, lenet, 50"
  })
  void manyStepsLeaveNoArray(OptimizerKind kind, String model, int steps) {
    Architecture architecture = Architectures.get(model);
    TrainingSettings settings =
        new TrainingSettings(kind, 1e-3, Schedule.CONSTANT, 0.9, 1e-4, 100, 1, 0);
    try (Compute own = Compute.start(DeviceChoice.CPU, 2);
        NDManager manager = own.newManager();
        DeviceImages images = DeviceImages.upload(own, digits.train(), 0, 150)) {
      Parameters parameters =
          own.call(() -> Parameters.upload(manager, architecture.initialWeights(Seed.of(0))));
      try (Optimizer optimizer =
          own.call(() -> kind.create(own, parameters.list(architecture), settings))) {
        TrainingStep step =
            new TrainingStep(
                own, architecture, parameters, optimizer, images, AdversarialSettings.standard());
        NDArray order =
            own.call(
                () -> {
                  long[] first = LongStream.range(0, 100).toArray();
                  return Tensors.keep(Tensors.of(manager, first), manager);
                });
        step.on(order, 0, 100, 1e-3, 1, Seed.of(0));
        int ofWeights = manager.getManagedArrays().size();
        int ofImages = images.manager().getManagedArrays().size();
        int ofAll = own.longLivedArrays();
        for (int i = 0; i < steps; i++) {
          step.on(order, 0, 100, 1e-3, 1, Seed.of(i));
        }
        assertEquals(ofWeights, manager.getManagedArrays().size());
        assertEquals(ofImages, images.manager().getManagedArrays().size());
        assertEquals(ofAll, own.longLivedArrays());
      }
    }
  }
}
