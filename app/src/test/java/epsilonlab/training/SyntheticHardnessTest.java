package epsilonlab.training;

import static org.junit.jupiter.api.Assertions.assertTrue;

import epsilonlab.attack.AttackPlan;
import epsilonlab.attack.Attacks;
import epsilonlab.data.DataSet;
import epsilonlab.data.SyntheticDigits;
import epsilonlab.engine.Compute;
import epsilonlab.engine.DeviceChoice;
import epsilonlab.evaluation.PreparedAttack;
import epsilonlab.job.JobContext;
import epsilonlab.model.Architectures;
import epsilonlab.model.Classifier;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The built-in digits are about as hard as MNIST, so that experiments on them show as much. */
@Tag("full")
class SyntheticHardnessTest {
  @Test
  void aSmallCnnLearnsThemWellButNotPerfectlyAndIsFooled() {
    try (Compute compute = Compute.start(DeviceChoice.CPU, 0)) {
      DataSet digits =
          SyntheticDigits.generate(0, SyntheticDigits.TRAIN_COUNT, SyntheticDigits.TEST_COUNT);
      TrainingResult result =
          new TrainingJob(
                  compute,
                  digits,
                  Architectures.get("small-cnn"),
                  TrainingSettings.defaults(3),
                  Optional.empty())
              .run(JobContext.of(event -> {}));
      double clean = result.test().accuracy();
      assertTrue(clean > 0.97 && clean < 0.997, "accuracy " + clean);
      Classifier trained =
          new Classifier(compute, "trained", result.architecture(), result.weights());
      try (PreparedAttack fgsm =
          PreparedAttack.of(
              compute,
              trained,
              digits.test().slice(0, 1000),
              i -> i,
              AttackPlan.defaults(Attacks.get("fgsm"), 0))) {
        double fooled = fgsm.accuracy(0.2);
        assertTrue(fooled < 0.5, "accuracy under FGSM 0.2: " + fooled);
      }
    }
  }
}
