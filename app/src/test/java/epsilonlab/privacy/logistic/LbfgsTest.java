package epsilonlab.privacy.logistic;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

/** Functions whose minimisers are known. */
class LbfgsTest {
  private static final Lbfgs EXACT = new Lbfgs(1e-9, 5000);

  /** sum of c_i (x_i - i)^2 / 2 with curvatures from 1 to 10,000. */
  private static double quadratic(double[] x, double[] gradient) {
    double value = 0;
    for (int i = 0; i < x.length; i++) {
      double curvature = Math.pow(10, 4.0 * i / (x.length - 1));
      gradient[i] = curvature * (x[i] - i);
      value += gradient[i] * (x[i] - i) / 2;
    }
    return value;
  }

  private static double rosenbrock(double[] x, double[] gradient) {
    Arrays.fill(gradient, 0);
    double value = 0;
    for (int i = 0; i + 1 < x.length; i++) {
      double off = x[i + 1] - x[i] * x[i];
      value += 100 * off * off + (1 - x[i]) * (1 - x[i]);
      gradient[i] += -400 * off * x[i] - 2 * (1 - x[i]);
      gradient[i + 1] += 200 * off;
    }
    return value;
  }

  /** log of sum of e^(a x_i) minus x_i / n: by symmetry least where all are equal. */
  private static double logSumExp(double[] x, double[] gradient) {
    double sum = 0;
    double mean = 0;
    double squares = 0;
    for (double xi : x) {
      sum += Math.exp(xi);
      mean += xi / x.length;
      squares += (xi - 3) * (xi - 3);
    }
    for (int i = 0; i < x.length; i++) {
      gradient[i] = Math.exp(x[i]) / sum - 1.0 / x.length + 0.02 * (x[i] - 3);
    }
    return Math.log(sum) - mean + 0.01 * squares;
  }

  @Test
  void aQuadraticOfUnequalCurvatures() {
    Lbfgs.Minimum found = EXACT.minimise(LbfgsTest::quadratic, new double[30], () -> {});
    double[] expected = new double[30];
    Arrays.setAll(expected, i -> i);
    // where the value falls no more but for rounding, x is known to the root of that
    assertArrayEquals(expected, found.x(), 3e-6);
    assertEquals(0, found.value(), 1e-11);
    assertTrue(found.largestSlope() <= 1e-9 || found.reason() == Lbfgs.Reason.DECREASE);
    Lbfgs.Minimum early =
        new Lbfgs(1e-4, 5000).minimise(LbfgsTest::quadratic, new double[30], () -> {});
    assertEquals(Lbfgs.Reason.GRADIENT, early.reason());
    assertTrue(early.largestSlope() <= 1e-4);
  }

  @Test
  void rosenbrocksValley() {
    Lbfgs.Minimum two = EXACT.minimise(LbfgsTest::rosenbrock, new double[] {-1.2, 1}, () -> {});
    assertArrayEquals(new double[] {1, 1}, two.x(), 1e-7);
    assertTrue(two.iterations() < 80, two.iterations() + " iterations");
  }

  @Test
  void logSumExpIsLeastWhereAllAreEqual() {
    double[] start = {5, -7, 0.5, 11};
    Lbfgs.Minimum found = EXACT.minimise(LbfgsTest::logSumExp, start, () -> {});
    assertArrayEquals(new double[] {3, 3, 3, 3}, found.x(), 1e-5);
    assertArrayEquals(new double[] {5, -7, 0.5, 11}, start, "the start is not changed");
  }

  /** Every accepted step lowers the value enough and flattens the slope enough. */
  @Test
  void everyStepHoldsTheConditionsOfMoreAndThuente() {
    assertTrue(holds(LbfgsTest::quadratic, new double[30]) > 20);
    assertTrue(holds(LbfgsTest::rosenbrock, new double[] {-1.2, 1}) > 20);
    assertTrue(holds(LbfgsTest::logSumExp, new double[] {5, -7, 0.5, 11}) > 3);
  }

  private static int holds(Objective objective, double[] start) {
    double[][] seen = new double[2][];
    double[][] before = new double[2][];
    double[] values = new double[2];
    int[] steps = new int[1];
    Objective recording =
        (x, gradient) -> {
          double value = objective.at(x, gradient);
          seen[0] = x.clone();
          seen[1] = gradient.clone();
          values[0] = value;
          if (before[0] == null) {
            before[0] = seen[0];
            before[1] = seen[1];
            values[1] = value;
          }
          return value;
        };
    new Lbfgs(1e-6, 1000)
        .minimise(
            recording,
            start,
            () -> {
              double slope = 0;
              double after = 0;
              for (int i = 0; i < start.length; i++) {
                double move = seen[0][i] - before[0][i];
                slope += before[1][i] * move;
                after += seen[1][i] * move;
              }
              assertTrue(slope < 0, "downwards");
              assertTrue(
                  values[0] <= values[1] + 1e-3 * slope + 1e-12 * Math.abs(values[1]), "decrease");
              assertTrue(Math.abs(after) <= 0.9 * Math.abs(slope) * (1 + 1e-9), "curvature");
              before[0] = seen[0];
              before[1] = seen[1];
              values[1] = values[0];
              steps[0]++;
            });
    return steps[0];
  }

  @Test
  void endsForEachOfItsReasons() {
    double[] least = {1, 1};
    assertEquals(
        0, EXACT.minimise(LbfgsTest::rosenbrock, least, () -> {}).iterations(), "there already");
    Lbfgs.Minimum few = new Lbfgs(1e-9, 3).minimise(LbfgsTest::rosenbrock, new double[2], () -> {});
    assertEquals(3, few.iterations());
    assertEquals(Lbfgs.Reason.ITERATIONS, few.reason());
    // a gradient that points uphill: no step helps
    Lbfgs.Minimum lie =
        EXACT.minimise(
            (x, g) -> {
              g[0] = -1;
              return x[0];
            },
            new double[] {0},
            () -> {});
    assertEquals(Lbfgs.Reason.STUCK, lie.reason());
    assertThrows(
        CancellationException.class,
        () ->
            EXACT.minimise(
                LbfgsTest::rosenbrock,
                new double[2],
                () -> {
                  throw new CancellationException();
                }));
  }

  private interface Line {
    double[] at(double step);
  }

  /**
   * Functions 1, 2 and 4 of section 5 of Moré and Thuente, from steps far too short and far too
   * long: every step that SciPy's port of MINPACK-2's dcsrch looks at (scipy.optimize._dcsrch, ftol
   * 1e-3, gtol 0.9, xtol 0.1).
   */
  @Test
  void theLineSearchLooksWhereMinpackLooks() {
    Line one =
        a -> {
          double q = a * a + 2;
          return new double[] {-a / q, (a * a - 2) / (q * q)};
        };
    Line two =
        a -> {
          double t = a + 0.004;
          return new double[] {
            Math.pow(t, 5) - 2 * Math.pow(t, 4), 5 * Math.pow(t, 4) - 8 * Math.pow(t, 3)
          };
        };
    Line four =
        a -> {
          double b = 0.001;
          double g = Math.sqrt(1 + b * b) - b;
          double left = Math.sqrt((1 - a) * (1 - a) + b * b);
          double right = Math.sqrt(a * a + b * b);
          return new double[] {g * (left + right), g * ((a - 1) / left + a / right)};
        };
    double[][] ofOne = {
      {0.001, 0.005, 0.021, 0.085, 0.341},
      {0.1, 0.5},
      {10},
      {1000, 332.83537094698613, 110.78382764820593, 36.88760696396662}
    };
    // there the bracket is narrower than xtol = 0.1 before the slope is flat enough
    double[][] ofTwo = {
      {
        0.001,
        0.005,
        0.021,
        0.085,
        0.341,
        1.365,
        5.461,
        2.1070247668786957,
        1.551692634475675,
        1.5975830448985595,
        1.5975830448985595
      },
      {
        0.1,
        0.5,
        2.1,
        1.1322375187701137,
        1.6024085266778738,
        1.5847382834276738,
        1.6024085266778738
      },
      {
        10,
        2.306989958039605,
        0.6872867127876888,
        1.5661413536177324,
        1.6123738059384738,
        1.6123738059384738
      },
      {
        1000,
        222.29565484593803,
        49.472816490427086,
        11.069352144736474,
        2.5433685560303143,
        0.7201153415592905,
        1.6296513166653739,
        1.3512229797881472,
        1.5950402760316598,
        1.5950402760316598
      }
    };
    double[][] ofFour = {
      {0.001},
      {0.1},
      {10, 0.997893884061114, 0.3491046164172318},
      {1000, 89.4104314416835, 8.080879031316798, 0.8294012431694555}
    };
    follows(one, MoreThuente.Verdict.FOUND, ofOne);
    follows(two, MoreThuente.Verdict.STUCK, ofTwo);
    follows(four, MoreThuente.Verdict.FOUND, ofFour);
  }

  private static void follows(Line line, MoreThuente.Verdict end, double[][] ways) {
    for (double[] way : ways) {
      double[] zero = line.at(0);
      MoreThuente search = new MoreThuente(zero[0], zero[1], way[0], 1e10);
      for (int look = 0; look < way.length; look++) {
        assertEquals(way[look], search.step(), 1e-6 * way[look], "step " + look);
        double[] there = line.at(search.step());
        MoreThuente.Verdict verdict = search.look(there[0], there[1]);
        boolean last = look == way.length - 1;
        assertEquals(last ? end : MoreThuente.Verdict.LOOK, verdict, "at " + way[look]);
        if (verdict == MoreThuente.Verdict.FOUND) {
          assertTrue(there[0] <= zero[0] + 1e-3 * search.step() * zero[1], "decrease");
          assertTrue(Math.abs(there[1]) <= 0.9 * Math.abs(zero[1]), "curvature");
        }
      }
    }
  }
}
