package epsilonlab.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import epsilonlab.attack.AttackPlan;
import epsilonlab.attack.Attacks;
import epsilonlab.attack.ClassMeans;
import epsilonlab.data.ImageSet;
import epsilonlab.data.SyntheticDigits;
import epsilonlab.engine.Compute;
import epsilonlab.engine.DeviceChoice;
import epsilonlab.model.Classifier;
import java.util.OptionalDouble;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Logistic regression, where everything can be computed by hand in double precision. */
class SmallestEpsilonTest {
  private static final double MOST = 0.5;
  private static Compute compute;
  private static ImageSet digits;
  private static ClassMeans means;
  private static Classifier classifier;

  @BeforeAll
  static void start() {
    compute = Compute.start(DeviceChoice.CPU, 2);
    var set = SyntheticDigits.generate(4, 2000, 60);
    digits = set.test();
    means = ClassMeans.of(set.train(), 0.2f);
    classifier = means.classifier(compute);
  }

  @AfterAll
  static void stop() {
    compute.close();
  }

  private static double[] signOfGradient(float[] image, int label) {
    double[] x = new double[784];
    for (int p = 0; p < 784; p++) {
      x[p] = image[p];
    }
    double[] z = means.logits(x);
    double sum = 0;
    for (double logit : z) {
      sum += Math.exp(logit);
    }
    double[] sign = new double[784];
    for (int p = 0; p < 784; p++) {
      double slope = 0;
      for (int c = 0; c < 10; c++) {
        slope += (Math.exp(z[c]) / sum - (c == label ? 1 : 0)) * means.weight()[c * 784 + p];
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
    double[] z = means.logits(x);
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

  private static OptionalDouble find(String attack, int i, double most) {
    AttackPlan plan = AttackPlan.defaults(Attacks.get(attack), 0);
    return new SmallestEpsilon(compute, classifier, digits.image(i), digits.label(i), i, plan, most)
        .find();
  }

  /** The attack at one epsilon, as the command line has it. */
  private static boolean fools(String attack, int i, double epsilon) {
    AttackPlan plan = AttackPlan.defaults(Attacks.get(attack), 0);
    try (PreparedAttack prepared =
        PreparedAttack.of(compute, classifier, digits.slice(i, i + 1), k -> i, plan)) {
      return prepared.at(epsilon).success()[0];
    }
  }

  @Test
  void aSmallestChangeIsMeasuredOnce() {
    for (int i = 0; i < 20; i++) {
      double found = find("deepfool", i, 28).orElseThrow();
      assertTrue(fools("deepfool", i, found * (1 + 1e-5)), i + ": " + found);
      assertEquals(found == 0, fools("deepfool", i, found * (1 - 1e-5)), i + ": " + found);
      assertEquals(found == 0, find("deepfool", i, found * 0.99).isPresent());
    }
  }

  @Test
  void pixelsAreCountedInWholeNumbers() {
    for (int i = 0; i < 4; i++) {
      OptionalDouble found = find("jsma", i, 150);
      if (found.isPresent()) {
        double count = found.getAsDouble();
        assertEquals(Math.rint(count), count);
        assertTrue(fools("jsma", i, count), i + ": " + count);
        // an odd number may need one pixel more than an even one does
        assertTrue(count == 0 || !fools("jsma", i, count - 1), i + ": " + count);
      }
    }
  }
}
