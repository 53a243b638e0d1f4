package epsilonlab.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import epsilonlab.attack.AttackPlan;
import epsilonlab.attack.Attacks;
import epsilonlab.data.ImageSet;
import epsilonlab.data.SyntheticDigits;
import epsilonlab.engine.Compute;
import epsilonlab.engine.DeviceChoice;
import epsilonlab.engine.HostTensor;
import epsilonlab.model.Architectures;
import epsilonlab.model.Classifier;
import epsilonlab.model.Weights;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Logistic regression, where everything can be computed by hand in double precision. */
class SmallestEpsilonTest {
  private static final double MOST = 0.5;
  private static Compute compute;
  private static ImageSet digits;
  // with answers too sure, float32 rounds the gradient away, and this is not what is tested here
  private static final float SOFTNESS = 0.2f;
  private static float[] weight;
  private static float[] bias;
  private static Classifier classifier;

  /** The nearest class mean, as a linear classifier with soft answers. */
  @BeforeAll
  static void start() {
    compute = Compute.start(DeviceChoice.CPU, 2);
    var set = SyntheticDigits.generate(4, 2000, 60);
    digits = set.test();
    weight = new float[7840];
    bias = new float[10];
    int[] count = new int[10];
    for (int i = 0; i < set.train().size(); i++) {
      count[set.train().label(i)]++;
    }
    for (int i = 0; i < set.train().size(); i++) {
      int c = set.train().label(i);
      float[] image = set.train().image(i);
      for (int p = 0; p < 784; p++) {
        weight[c * 784 + p] += SOFTNESS * image[p] / count[c];
      }
    }
    for (int i = 0; i < 7840; i++) {
      bias[i / 784] -= weight[i] * weight[i] / (2 * SOFTNESS);
    }
    Map<String, HostTensor> tensors = new LinkedHashMap<>();
    tensors.put("fc.weight", new HostTensor(weight, 10, 784));
    tensors.put("fc.bias", new HostTensor(bias, 10));
    classifier =
        new Classifier(compute, "means", Architectures.get("logistic"), Weights.of(tensors));
  }

  @AfterAll
  static void stop() {
    compute.close();
  }

  private static double[] logits(double[] x) {
    double[] z = new double[10];
    for (int c = 0; c < 10; c++) {
      z[c] = bias[c];
      for (int p = 0; p < 784; p++) {
        z[c] += (double) weight[c * 784 + p] * x[p];
      }
    }
    return z;
  }

  private static double[] signOfGradient(float[] image, int label) {
    double[] x = new double[784];
    for (int p = 0; p < 784; p++) {
      x[p] = image[p];
    }
    double[] z = logits(x);
    double sum = 0;
    for (double logit : z) {
      sum += Math.exp(logit);
    }
    double[] sign = new double[784];
    for (int p = 0; p < 784; p++) {
      double slope = 0;
      for (int c = 0; c < 10; c++) {
        slope += (Math.exp(z[c]) / sum - (c == label ? 1 : 0)) * weight[c * 784 + p];
      }
      sign[p] = Math.signum(slope);
    }
    return sign;
  }

  /** Negative once the attack has fooled the model. */
  private static double margin(float[] image, double[] sign, int label, double epsilon) {
    double[] x = new double[784];
    for (int p = 0; p < 784; p++) {
      x[p] = Math.min(1, Math.max(0, image[p] + epsilon * sign[p]));
    }
    double[] z = logits(x);
    double best = Double.NEGATIVE_INFINITY;
    for (int c = 0; c < 10; c++) {
      best = c == label ? best : Math.max(best, z[c]);
    }
    return z[label] - best;
  }

  /** The first epsilon on a grid of 0.005, then by halving; NaN if there is none. */
  private static double byHand(float[] image, int label) {
    double[] sign = signOfGradient(image, label);
    if (margin(image, sign, label, 0) < 0) {
      return 0;
    }
    for (double high = 0.005; high <= MOST + 1e-9; high += 0.005) {
      if (margin(image, sign, label, high) < 0) {
        double low = high - 0.005;
        for (int i = 0; i < 40; i++) {
          double middle = (low + high) / 2;
          if (margin(image, sign, label, middle) < 0) {
            high = middle;
          } else {
            low = middle;
          }
        }
        return high;
      }
    }
    return Double.NaN;
  }

  @Test
  void theSmallestEpsilonIsWhereTheMarginEnds() {
    int wrongAtFirst = 0;
    int between = 0;
    for (int i = 0; i < digits.size(); i++) {
      float[] image = digits.image(i);
      int label = digits.label(i);
      OptionalDouble found =
          new SmallestEpsilon(
                  compute,
                  classifier,
                  image,
                  label,
                  i,
                  AttackPlan.defaults(Attacks.get("fgsm"), 0),
                  MOST)
              .find();
      double truth = byHand(image, label);
      assertEquals(Double.isNaN(truth), found.isEmpty(), "digit " + i);
      if (found.isPresent()) {
        double difference = found.getAsDouble() - truth;
        // the grid's step is 1e-4, and it is entered from above
        assertTrue(difference > -1e-5 && difference < 1.1e-4, i + ": " + found + ", " + truth);
        wrongAtFirst += truth == 0 ? 1 : 0;
        between += truth > 0 ? 1 : 0;
      }
    }
    assertTrue(wrongAtFirst > 0 && between > 20, wrongAtFirst + " wrong, " + between + " fooled");
  }

  @Test
  void nothingIsFoundWhereNothingFools() {
    int first = 0;
    while (!(byHand(digits.image(first), digits.label(first)) > 0.002)) {
      first++;
    }
    float[] image = digits.image(first);
    int label = digits.label(first);
    double truth = byHand(image, label);
    OptionalDouble found =
        new SmallestEpsilon(
                compute,
                classifier,
                image,
                label,
                first,
                AttackPlan.defaults(Attacks.get("fgsm"), 0),
                truth * 0.9)
            .find();
    assertTrue(found.isEmpty(), "found " + found);
  }
}
