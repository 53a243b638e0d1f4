package epsilonlab.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import epsilonlab.data.ImageSet;
import epsilonlab.data.SyntheticDigits;
import epsilonlab.engine.Compute;
import epsilonlab.engine.DeviceChoice;
import epsilonlab.engine.Seed;
import org.junit.jupiter.api.Test;

/**
 * Few images are one shard, and which thread takes it is chance: a thread that lets OpenMP split a
 * small matrix product over the cores would differ from its neighbour in the last bit.
 */
class RepeatedPredictionsTest {
  private static final int TIMES = 20;
  private static final int IMAGES = 40;

  @Test
  void freshThreadsGiveTheSameBits() {
    Architecture logistic = Architectures.get("logistic");
    Weights weights = logistic.initialWeights(Seed.of(1));
    ImageSet images = SyntheticDigits.generate(1, 1, IMAGES).test();
    float[] first = null;
    for (int i = 0; i < TIMES; i++) {
      try (Compute compute = Compute.start(DeviceChoice.CPU, 2)) {
        Classifier network = new Classifier(compute, "logistic", logistic, weights);
        float[] losses = Predictions.of(compute, network, images).losses();
        first = first == null ? losses : first;
        assertArrayEquals(first, losses);
      }
    }
  }
}
