package epsilonlab.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;

import epsilonlab.data.DeviceImages;
import epsilonlab.data.ImageSet;
import epsilonlab.data.SyntheticDigits;
import epsilonlab.engine.Compute;
import epsilonlab.engine.DeviceChoice;
import epsilonlab.engine.Seed;
import epsilonlab.engine.Tensors;
import epsilonlab.model.Architectures;
import epsilonlab.model.Classifier;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttemptsTest {
  /** What a shard still holds of its images' manager after an attack of so many tries. */
  private static int heldAfter(Compute compute, String attack, String repeats, int tries) {
    ImageSet images = SyntheticDigits.generate(1, 10, 5).test();
    Classifier network =
        new Classifier(
            compute,
            "x",
            Architectures.get("logistic"),
            Architectures.get("logistic").initialWeights(Seed.of(1)));
    try (DeviceImages device = DeviceImages.upload(compute, images, 0, 5)) {
      return compute.call(
          () -> {
            Attack kind = Attacks.get(attack);
            Examples examples =
                new Examples(
                    device.images(), device.labels(), null, new long[] {0, 1, 2, 3, 4}, Seed.of(1));
            AttackSettings settings = AttackSettings.of(kind, Map.of(repeats, (double) tries));
            kind.prepare(network, examples, settings).at(Tensors.scalar(device.manager(), 0.01));
            return device.manager().getManagedArrays().size();
          });
    }
  }

  @ParameterizedTest
  @CsvSource({"noise, draws", "pgd, restarts"})
  void manyTriesHoldNoMoreThanFew(String attack, String repeats) {
    try (Compute compute = Compute.start(DeviceChoice.CPU, 1)) {
      assertEquals(heldAfter(compute, attack, repeats, 3), heldAfter(compute, attack, repeats, 23));
    }
  }
}
