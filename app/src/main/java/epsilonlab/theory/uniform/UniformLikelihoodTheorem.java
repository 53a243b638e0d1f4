package epsilonlab.theory.uniform;

import epsilonlab.privacy.Estimate;
import epsilonlab.theory.Claim;
import epsilonlab.theory.Findings;
import epsilonlab.theory.Showing;
import epsilonlab.theory.Theorem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;

/**
 * The smallest and the largest draw maximise the likelihood of a uniform distribution, and lie (b -
 * a) / (n + 1) inside on average.
 */
public final class UniformLikelihoodTheorem implements Theorem {
  private static final Claim NEVER_ABOVE =
      new Claim(
          "never_above", "No random a and b are more likely than the extremes of the draws", 1e-12);
  private static final Claim SEARCH =
      new Claim("search", "A search that shrinks the interval step by step ends there", 1e-12);
  private static final Claim BIAS =
      new Claim("bias", "The bias (b - a) / (n + 1) and the integral of P(min > t)", 1e-12);
  private static final Claim VARIANCE =
      new Claim("variance", "The variance of an estimate by formula and by integrals", 1e-12);
  private static final Claim SIMULATED =
      new Claim(
          "simulated",
          "Simulated means lie within 6 standard errors of the bias, corrected ones of 0",
          0);

  private static final int TRIES = 100;
  private static final int SAMPLES = 1000;
  private static final int MOST_DRAWS = 40;
  private static final int HALVINGS = 200;
  private static final int PIECES = 64;
  private static final double MOST_ERRORS = 6;

  @Override
  public String id() {
    return "uniform";
  }

  @Override
  public String title() {
    return "Uniform likelihood";
  }

  @Override
  public String sentence() {
    return "The most likely ends of a uniform distribution are the smallest and the largest draw."
        + " They always lie inside, by (b - a) / (n + 1) on average.";
  }

  @Override
  public List<Claim> claims() {
    return List.of(NEVER_ABOVE, SEARCH, BIAS, VARIANCE, SIMULATED);
  }

  @Override
  public void check(SplittableRandom random, Findings findings) {
    int n = 2 + random.nextInt(MOST_DRAWS - 1);
    double a = 4 * random.nextDouble() - 2;
    double b = a + 0.1 + 3 * random.nextDouble();
    double[] draws = random.doubles(n, a, b).toArray();
    UniformLikelihood likelihood = new UniformLikelihood(draws);
    checkMaximum(likelihood, b - a, random, findings);
    checkMoments(a, b, n, findings);
    BiasSimulation found = new BiasSimulation.Sums(a, b, n).draw(SAMPLES, random).result();
    double bias = UniformLikelihood.bias(a, b, n);
    for (Estimate estimate : List.of(found.smallest(), found.largest())) {
      near(bias, estimate, findings);
    }
    for (Estimate estimate : List.of(found.correctedSmallest(), found.correctedLargest())) {
      near(0, estimate, findings);
    }
  }

  private static void near(double expected, Estimate estimate, Findings findings) {
    double off = Math.abs(estimate.mean() - expected);
    findings.atMost(SIMULATED, off, MOST_ERRORS * estimate.standardError());
  }

  private static void checkMaximum(
      UniformLikelihood likelihood, double width, SplittableRandom random, Findings findings) {
    double low = likelihood.smallest();
    double high = likelihood.largest();
    double most = likelihood.logLikelihood(low, high);
    for (int i = 0; i < TRIES; i++) {
      double near = width * Math.pow(10, -6 * random.nextDouble());
      double a = low + near * (2 * random.nextDouble() - 1);
      double b = high + near * (2 * random.nextDouble() - 1);
      if (a < b) {
        findings.atMost(NEVER_ABOVE, likelihood.logLikelihood(a, b), most);
      }
    }
    // from far outside inwards, as long as the likelihood does not fall to zero
    double middle = (low + high) / 2;
    findings.equal(
        SEARCH, low, boundary(low - width, middle, a -> likelihood.logLikelihood(a, high + width)));
    findings.equal(
        SEARCH,
        high,
        boundary(high + width, middle, b -> likelihood.logLikelihood(low - width, b)));
  }

  // the last place from outside to inside where the likelihood is not zero
  private static double boundary(double outside, double inside, DoubleUnaryOperator logarithm) {
    double possible = outside;
    double impossible = inside;
    for (int i = 0; i < HALVINGS; i++) {
      double middle = possible + (impossible - possible) / 2;
      if (logarithm.applyAsDouble(middle) >= logarithm.applyAsDouble(possible)) {
        possible = middle;
      } else {
        impossible = middle;
      }
    }
    return possible;
  }

  // E[min - a] and E[(min - a)^2] as integrals of P(min - a > t) = (1 - t / (b - a))^n
  private static void checkMoments(double a, double b, int n, Findings findings) {
    double width = b - a;
    double mean = integral(width, t -> Math.pow(1 - t / width, n));
    double square = integral(width, t -> 2 * t * Math.pow(1 - t / width, n));
    findings.equal(BIAS, UniformLikelihood.bias(a, b, n), mean);
    findings.equal(VARIANCE, UniformLikelihood.variance(a, b, n), square - mean * mean);
  }

  // Gauss and Legendre's rule with five points a piece
  private static double integral(double end, DoubleUnaryOperator f) {
    double inner = Math.sqrt(5 - 2 * Math.sqrt(10.0 / 7)) / 3;
    double outer = Math.sqrt(5 + 2 * Math.sqrt(10.0 / 7)) / 3;
    double innerWeight = (322 + 13 * Math.sqrt(70)) / 900;
    double outerWeight = (322 - 13 * Math.sqrt(70)) / 900;
    double[] places = {-outer, -inner, 0, inner, outer};
    double[] weights = {outerWeight, innerWeight, 128.0 / 225, innerWeight, outerWeight};
    double half = end / PIECES / 2;
    double sum = 0;
    for (int piece = 0; piece < PIECES; piece++) {
      for (int i = 0; i < places.length; i++) {
        sum += weights[i] * half * f.applyAsDouble((2 * piece + 1 + places[i]) * half);
      }
    }
    return sum;
  }

  /** The bias by simulation on [0, 1], for several sample sizes. */
  @Override
  public Map<String, Object> show(Showing showing) {
    List<BiasSimulation> found =
        new BiasJob(
                showing.compute(), 0, 1, BiasJob.USUAL_SIZES, BiasJob.USUAL_SAMPLES, showing.seed())
            .run(one -> {}, showing.progress());
    List<Map<String, Object>> rows = new ArrayList<>();
    for (BiasSimulation one : found) {
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("n", one.n());
      row.put("theory", UniformLikelihood.bias(0, 1, one.n()));
      row.put("smallest", one.smallest().mean());
      row.put("largest", one.largest().mean());
      row.put("standard_error", one.smallest().standardError());
      row.put("corrected_smallest", one.correctedSmallest().mean());
      row.put("corrected_largest", one.correctedLargest().mean());
      rows.add(row);
    }
    return Map.of("samples", BiasJob.USUAL_SAMPLES, "bias", rows);
  }
}
