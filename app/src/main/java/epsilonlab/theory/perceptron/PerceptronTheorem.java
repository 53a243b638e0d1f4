package epsilonlab.theory.perceptron;

import epsilonlab.engine.Cancellation;
import epsilonlab.theory.Claim;
import epsilonlab.theory.Findings;
import epsilonlab.theory.Showing;
import epsilonlab.theory.Theorem;
import epsilonlab.theory.Vectors;
import epsilonlab.theory.linear.BudgetNorm;
import epsilonlab.theory.svm.AdversarialTraining;
import epsilonlab.theory.svm.LabelledPoints;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** The perceptron's mistakes against (R / gamma)^2, and each step of the proof. */
public final class PerceptronTheorem implements Theorem {
  private static final Claim MISTAKES =
      new Claim("mistakes", "The mistakes are never more than (R / gamma)^2", 1e-12);
  private static final Claim GROWS =
      new Claim("grows", "After every mistake w . w* is at least k gamma", 1e-12);
  private static final Claim STAYS_SHORT =
      new Claim("stays_short", "After every mistake ||w|| is at most sqrt(k) R", 1e-12);
  private static final Claim SEPARATES =
      new Claim("separates", "At the end every point is on its right side", 0);
  private static final Claim GAMMA =
      new Claim("gamma", "gamma by Wolfe's method and by an interior-point method", 1e-6);
  private static final Claim BEST =
      new Claim("best", "No random direction has a larger margin than w*", 1e-12);

  private static final int MOST_MISTAKES = 1_000_000;
  private static final double LEAST_MARGIN = 0.05;
  private static final int TRIES = 20;
  private static final int SHOWN_RUNS = 1000;

  @Override
  public String id() {
    return "perceptron";
  }

  @Override
  public String title() {
    return "Perceptron bound";
  }

  @Override
  public String sentence() {
    return "On points within radius R that some plane through the origin separates with margin"
        + " gamma, the perceptron makes at most (R / gamma)^2 mistakes.";
  }

  @Override
  public List<Claim> claims() {
    return List.of(MISTAKES, GROWS, STAYS_SHORT, SEPARATES, GAMMA, BEST);
  }

  @Override
  public void check(SplittableRandom random, Findings findings) {
    LabelledPoints points = separable(random);
    MistakeBound bound = MistakeBound.of(points);
    Perceptron.Run run = Perceptron.run(points, MOST_MISTAKES);
    findings.atMost(MISTAKES, run.mistakes().size(), bound.mostMistakes());
    MistakeBound.Curves curves = bound.curves(run);
    for (int k = 0; k < curves.lower().length; k++) {
      findings.atMost(GROWS, curves.lower()[k], curves.along()[k]);
      findings.atMost(STAYS_SHORT, curves.length()[k], curves.upper()[k]);
    }
    double[] w = run.weights();
    int wrong = 0;
    for (int i = 0; i < points.size(); i++) {
      wrong += points.y()[i] * Vectors.dot(w, points.x()[i]) > 0 ? 0 : 1;
    }
    findings.equal(SEPARATES, wrong, 0);
    findings.equal(GAMMA, bound.margin().gamma(), marginByInteriorPoint(points));
    for (int i = 0; i < TRIES; i++) {
      double[] other = BudgetNorm.L2.steepest(Vectors.gaussian(points.dimension(), random));
      findings.atMost(BEST, smallestMargin(points, other), bound.margin().gamma());
    }
  }

  /** Points of a random size that a random plane through the origin separates. */
  static LabelledPoints separable(SplittableRandom random) {
    int d = 2 + random.nextInt(5);
    int n = 3 + random.nextInt(18);
    double[] plane = BudgetNorm.L2.steepest(Vectors.gaussian(d, random));
    double[][] x = new double[n][];
    int[] y = new int[n];
    for (int i = 0; i < n; i++) {
      do {
        x[i] = Vectors.gaussian(d, random);
      } while (Math.abs(Vectors.dot(plane, x[i])) < LEAST_MARGIN);
      y[i] = Vectors.dot(plane, x[i]) > 0 ? 1 : -1;
    }
    return new LabelledPoints(x, y);
  }

  private static double smallestMargin(LabelledPoints points, double[] direction) {
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < points.size(); i++) {
      least = Math.min(least, points.y()[i] * Vectors.dot(direction, points.x()[i]));
    }
    return least;
  }

  // with every point mirrored at the origin the best plane has no bias
  private static double marginByInteriorPoint(LabelledPoints points) {
    int n = points.size();
    double[][] x = new double[2 * n][];
    int[] y = new int[2 * n];
    for (int i = 0; i < n; i++) {
      x[i] = points.x()[i];
      y[i] = points.y()[i];
      x[n + i] = Vectors.times(-1, points.x()[i]);
      y[n + i] = -points.y()[i];
    }
    AdversarialTraining.Fit hard = new AdversarialTraining(0).fit(new LabelledPoints(x, y));
    return 1 / Vectors.length(hard.model().w());
  }

  /** How much of the bound random points use, and points that use all of it. */
  @Override
  public Map<String, Object> show(Showing showing) {
    double sum = 0;
    double most = 0;
    for (int i = 0; i < SHOWN_RUNS; i++) {
      Cancellation.check();
      LabelledPoints points = separable(showing.seed().split(i).generator());
      double used =
          Perceptron.run(points, MOST_MISTAKES).mistakes().size()
              / MistakeBound.of(points).mostMistakes();
      sum += used;
      most = Math.max(most, used);
      showing.progress().accept((double) (i + 1) / SHOWN_RUNS);
    }
    LabelledPoints axes = unitVectors(9);
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("mean_share_of_the_bound", sum / SHOWN_RUNS);
    shown.put("largest_share_of_the_bound", most);
    shown.put("unit_vectors_bound", MistakeBound.of(axes).mostMistakes());
    shown.put("unit_vectors_mistakes", Perceptron.run(axes, MOST_MISTAKES).mistakes().size());
    return shown;
  }

  /**
   * The d unit vectors, all of class +1: the perceptron makes exactly (R / gamma)^2 = d mistakes.
   */
  static LabelledPoints unitVectors(int d) {
    double[][] x = new double[d][d];
    int[] y = new int[d];
    for (int i = 0; i < d; i++) {
      x[i][i] = 1;
      y[i] = 1;
    }
    return new LabelledPoints(x, y);
  }
}
