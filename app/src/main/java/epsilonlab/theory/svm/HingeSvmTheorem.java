package epsilonlab.theory.svm;

import epsilonlab.theory.Claim;
import epsilonlab.theory.Findings;
import epsilonlab.theory.Theorem;
import epsilonlab.theory.Vectors;
import epsilonlab.theory.linear.BudgetNorm;
import epsilonlab.theory.linear.LinearAdversary;
import epsilonlab.theory.linear.LinearModel;
import epsilonlab.theory.linear.MarginLoss;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Adversarial training with the hinge loss is a support vector machine: an interior-point method
 * solves the one, SMO the other, and {@link HingeEquivalence} says which belong together.
 */
public final class HingeSvmTheorem implements Theorem {
  private static final Claim INNER =
      new Claim(
          "inner_maximum",
          "The hinge losses of all points moved to their worst places add up to the formula",
          1e-12);
  private static final Claim SOLVED =
      new Claim("svm_gap", "The duality gap of the support vector machine is 0", 1e-9);
  private static final Claim SAME_PLANE =
      new Claim(
          "same_plane",
          "Adversarial training and the machine with the lambda of the theorem have the same plane",
          1e-6);
  private static final Claim SAME_LOSS =
      new Claim(
          "same_loss", "The machine's plane attains the adversarial training's minimum", 1e-9);
  private static final Claim AND_BACK =
      new Claim(
          "and_back",
          "From a machine's lambda to epsilon: adversarial training finds the same minimum",
          1e-8);
  private static final Claim SEPARABLE =
      new Claim(
          "separable",
          "Further than epsilon from the plane: no loss, and the hard-margin machine's plane",
          1e-6);

  private static final int MOST_POINTS = 16;
  private static final double SHORTEST = 1e-4;
  private static final double LONGEST = 1e3;
  // where 1 - epsilon ||u|| is next to 0, dividing by it makes rounding large
  private static final double CLEAR_OF_THE_POLE = 0.05;

  @Override
  public String id() {
    return "svm";
  }

  @Override
  public String title() {
    return "Margin and SVM";
  }

  @Override
  public String sentence() {
    return "With the hinge loss, training against the worst change of length epsilon finds the plane"
        + " of a soft-margin support vector machine; epsilon and the data determine its lambda.";
  }

  @Override
  public List<Claim> claims() {
    return List.of(INNER, SOLVED, SAME_PLANE, SAME_LOSS, AND_BACK, SEPARABLE);
  }

  @Override
  public void check(SplittableRandom random, Findings findings) {
    int d = 1 + random.nextInt(4);
    int n = Math.max(4, 2 + random.nextInt(MOST_POINTS - 1));
    LabelledPoints points = twoClouds(n, d, 3 * random.nextDouble(), random);
    double epsilon = 0.05 + random.nextDouble();
    checkInner(points, epsilon, random, findings);
    checkFromEpsilon(points, epsilon, findings);
    checkFromLambda(points, Math.exp(4 * random.nextDouble() - 2), findings);
    checkSeparable(points, random.nextDouble(), findings);
  }

  /** Gaussian clouds around two points at a distance; both classes are there. */
  static LabelledPoints twoClouds(int n, int d, double distance, SplittableRandom random) {
    double[][] x = new double[n][];
    int[] y = new int[n];
    double[] direction = BudgetNorm.L2.steepest(Vectors.gaussian(d, random));
    for (int i = 0; i < n; i++) {
      y[i] = i == 0 || i != 1 && random.nextBoolean() ? 1 : -1;
      x[i] = Vectors.plus(Vectors.gaussian(d, random), y[i] * distance / 2, direction);
    }
    return new LabelledPoints(x, y);
  }

  private static void checkInner(
      LabelledPoints points, double epsilon, SplittableRandom random, Findings findings) {
    LinearModel model =
        new LinearModel(Vectors.gaussian(points.dimension(), random), random.nextGaussian());
    double sum = 0;
    for (int i = 0; i < points.size(); i++) {
      int y = points.y()[i];
      double[] worst = LinearAdversary.worstPoint(model, points.x()[i], y, epsilon, BudgetNorm.L2);
      sum += MarginLoss.HINGE.at(model.margin(worst, y));
    }
    findings.equal(INNER, points.adversarialHinge(model, epsilon), sum);
  }

  private static void checkFromEpsilon(LabelledPoints points, double epsilon, Findings findings) {
    AdversarialTraining.Fit trained = new AdversarialTraining(epsilon).fit(points);
    double length = Vectors.length(trained.model().w());
    if (trained.separable() || length < SHORTEST || length > LONGEST) {
      return;
    }
    double lambda = HingeEquivalence.lambda(epsilon, trained);
    SoftMarginSvm.Fit svm = new SoftMarginSvm(lambda).fit(points);
    findings.atMost(SOLVED, svm.gap(), 0);
    LinearModel expected = HingeEquivalence.toSvm(epsilon, trained.model());
    findings.equal(SAME_PLANE, expected.w(), svm.model().w());
    if (svm.biasIsUnique()) {
      findings.equal(SAME_PLANE, expected.b(), svm.model().b());
    }
    double loss =
        points.adversarialHinge(HingeEquivalence.toAdversarial(epsilon, svm.model()), epsilon);
    findings.equal(SAME_LOSS, trained.loss(), loss);
  }

  private static void checkFromLambda(LabelledPoints points, double lambda, Findings findings) {
    SoftMarginSvm.Fit svm = new SoftMarginSvm(lambda).fit(points);
    findings.atMost(SOLVED, svm.gap(), 0);
    double epsilon = HingeEquivalence.epsilon(lambda, svm);
    double length = Vectors.length(svm.model().w());
    if (svm.hinge() < SHORTEST || 1 - epsilon * length < CLEAR_OF_THE_POLE) {
      return;
    }
    double loss =
        points.adversarialHinge(HingeEquivalence.toAdversarial(epsilon, svm.model()), epsilon);
    findings.equal(AND_BACK, new AdversarialTraining(epsilon).fit(points).loss(), loss);
  }

  private static void checkSeparable(LabelledPoints points, double part, Findings findings) {
    AdversarialTraining.Fit hard = new AdversarialTraining(0).fit(points);
    double length = Vectors.length(hard.model().w());
    if (!hard.separable() || length > LONGEST) {
      return;
    }
    // no point inside the margin: a lambda so small that no multiplier reaches 1
    SoftMarginSvm.Fit svm = new SoftMarginSvm(1e-3 / (length * length)).fit(points);
    double gamma = 1 / length;
    double epsilon = 0.9 * part * gamma;
    AdversarialTraining.Fit trained = new AdversarialTraining(epsilon).fit(points);
    findings.equal(SEPARABLE, trained.loss(), 0);
    double longer = gamma / (gamma - epsilon);
    findings.equal(SEPARABLE, Vectors.times(longer, hard.model().w()), trained.model().w());
    if (svm.hinge() < 1e-9) {
      findings.equal(SEPARABLE, svm.model().w(), hard.model().w());
      findings.equal(SEPARABLE, svm.model().b(), hard.model().b());
    }
  }
}
