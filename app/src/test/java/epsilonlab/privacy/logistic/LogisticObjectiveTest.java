package epsilonlab.privacy.logistic;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import epsilonlab.engine.Compute;
import epsilonlab.engine.DeviceChoice;
import epsilonlab.engine.Seed;
import epsilonlab.privacy.Estimate;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class LogisticObjectiveTest {
  private static final int COUNT = 1203;
  private static final int FEATURES = 6;
  private static final int CLASSES = 3;
  private static Compute compute;
  private static float[] rows;
  private static double[] targets;

  @BeforeAll
  static void start() {
    compute = Compute.start(DeviceChoice.CPU, 2);
    SplittableRandom random = new SplittableRandom(2);
    rows = new float[COUNT * FEATURES];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = (float) random.nextDouble();
    }
    // soft labels, as label smoothing makes them
    targets = new double[COUNT * CLASSES];
    for (int i = 0; i < COUNT; i++) {
      int label = random.nextInt(CLASSES);
      for (int k = 0; k < CLASSES; k++) {
        targets[i * CLASSES + k] = k == label ? 0.8 : 0.1;
      }
    }
  }

  @AfterAll
  static void end() {
    compute.close();
  }

  private static double byHand(double[] p, double c) {
    double loss = 0;
    for (int i = 0; i < COUNT; i++) {
      double[] logits = new double[CLASSES];
      for (int k = 0; k < CLASSES; k++) {
        logits[k] = p[CLASSES * FEATURES + k];
        for (int j = 0; j < FEATURES; j++) {
          logits[k] += p[k * FEATURES + j] * rows[i * FEATURES + j];
        }
      }
      double sum = Arrays.stream(logits).map(Math::exp).sum();
      for (int k = 0; k < CLASSES; k++) {
        loss -= targets[i * CLASSES + k] * (logits[k] - Math.log(sum));
      }
    }
    double squares = 0;
    for (int w = 0; w < CLASSES * FEATURES; w++) {
      squares += p[w] * p[w];
    }
    return loss / COUNT + squares / (2 * c * COUNT);
  }

  @Test
  void valueAndGradientAreThoseOfTheFormula() {
    double[] p =
        new SplittableRandom(3).doubles(CLASSES * (FEATURES + 1)).map(u -> 2 * u - 1).toArray();
    for (double c : new double[] {0.001, 1, Double.POSITIVE_INFINITY}) {
      try (LogisticObjective objective = new LogisticObjective(compute, rows, targets, COUNT, c)) {
        assertEquals(p.length, objective.dimension());
        double[] gradient = new double[p.length];
        assertEquals(byHand(p, c), objective.at(p, gradient), 1e-6);
        for (int i = 0; i < p.length; i++) {
          double[] moved = p.clone();
          moved[i] += 1e-5;
          double above = byHand(moved, c);
          moved[i] -= 2e-5;
          double slope = (above - byHand(moved, c)) / 2e-5;
          assertEquals(slope, gradient[i], 1e-6, "C " + c + ", parameter " + i);
        }
      }
    }
  }

  @Test
  void noArrayIsLeftBehind() {
    int before = compute.longLivedArrays();
    LogisticFit.of(compute, rows, targets, COUNT, 1, Lbfgs.SCIKIT_LEARN, () -> {});
    assertEquals(before, compute.longLivedArrays());
  }

  /**
   * Twelve points, three classes, C = 0.5: coef_ and intercept_ of scikit-learn 1.9.1's
   * LogisticRegression(C=0.5, max_iter=1000, tol=1e-10) on x_i = ((7 i mod 12) / 11, (5 i mod 12) /
   * 11), y_i = i mod 3.
   */
  @Test
  void findsTheParametersThatScikitLearnFinds() {
    float[] points = new float[24];
    for (int i = 0; i < 12; i++) {
      points[2 * i] = i * 7 % 12 / 11f;
      points[2 * i + 1] = i * 5 % 12 / 11f;
    }
    double[] labels = new double[36];
    IntStream.range(0, 12).forEach(i -> labels[3 * i + i % 3] = 1);
    double[] expected = {
      -0.16615210105747125,
      -0.16615210105747125,
      0.013423320425220658,
      0.1527287806322506,
      0.1527287806322506,
      0.013423320425220613,
      0.16606271977370812,
      -0.08303135988685395,
      -0.08303135988685398
    };
    LogisticFit fit =
        LogisticFit.of(compute, points, labels, 12, 0.5, new Lbfgs(1e-7, 1000), () -> {});
    assertArrayEquals(expected, fit.model().parameters(), 2e-6);
  }

  @Test
  void noiseOnParametersIsNormalWithItsVariance() {
    LogisticModel model = new LogisticModel(new double[10 * 785], 10);
    Estimate.Sum mean = new Estimate.Sum(0);
    Estimate.Sum square = new Estimate.Sum(0);
    Estimate.Sum bias = new Estimate.Sum(0);
    Estimate.Sum fourth = new Estimate.Sum(0);
    for (int r = 0; r < 40; r++) {
      double[] noisy = model.withNoise(0.25, Seed.of(3).split(r)).parameters();
      for (int i = 0; i < noisy.length; i++) {
        mean.add(noisy[i]);
        square.add(noisy[i] * noisy[i]);
        fourth.add(Math.pow(noisy[i], 4));
        if (i >= 7840) {
          bias.add(noisy[i] * noisy[i]);
        }
      }
    }
    near(0, mean.estimate());
    near(0.25, square.estimate());
    near(0.25, bias.estimate());
    near(3 * 0.0625, fourth.estimate());
    assertEquals(model, model.withNoise(0, Seed.of(1)));
    assertEquals(
        model.withNoise(1, Seed.of(1)), model.withNoise(1, Seed.of(1)), "the same seed, the same");
  }

  private static void near(double expected, Estimate found) {
    assertEquals(expected, found.mean(), 4.5 * found.standardError());
  }

  @Test
  void logitsOfAModelByHand() {
    LogisticModel model =
        new LogisticModel(new double[] {1, 2, 3, 4, 5, 0, 0, 1, 0, -1, 0.5, -0.5}, 2);
    float[] images = {1, 1, 1, 1, 1, 0, 0, 2, 0, 0};
    assertArrayEquals(new double[] {15.5, -0.5, 6.5, 1.5}, model.logits(compute, images), 1e-12);
    assertEquals(List.of(0, 0), Arrays.stream(model.answers(compute, images)).boxed().toList());
    assertEquals(0.5, model.accuracy(compute, images, new int[] {0, 1}));
    assertEquals(Math.sqrt(55 + 2), model.weightNorm(), 1e-12);
    assertTrue(new LogisticModel(new double[4], 2).answers(compute, new float[] {1})[0] == 0);
  }
}
