package epsilonlab.theory.linear;

import epsilonlab.engine.Cancellation;
import epsilonlab.theory.Claim;
import epsilonlab.theory.Findings;
import epsilonlab.theory.Showing;
import epsilonlab.theory.Theorem;
import epsilonlab.theory.Vectors;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * The worst small change against a linear classifier in closed form, against projected gradient
 * ascent, random changes, FGSM and bisection.
 */
public final class LinearAdversaryTheorem implements Theorem {
  private static final Claim ATTAINED =
      new Claim(
          "attained",
          "The worst change lies in the ball and lowers the margin by epsilon times the dual norm",
          1e-12);
  private static final Claim ASCENT =
      new Claim("ascent", "Projected gradient ascent ends at the same margin", 1e-12);
  private static final Claim NEVER_BELOW =
      new Claim("never_below", "No random change of the ball lowers the margin further", 1e-12);
  private static final Claim LOSSES =
      new Claim(
          "losses",
          "The point that the ascent finds for one loss is the worst for every monotone loss",
          1e-12);
  private static final Claim FGSM =
      new Claim("fgsm", "One step of FGSM is the worst change of the l-infinity ball", 0);
  private static final Claim BUDGET =
      new Claim("smallest_budget", "The smallest budget by formula and by bisection", 1e-12);

  private static final int MOST_DIMENSIONS = 20;
  private static final int TRIES = 20;
  // a rounding error may take the zero-one loss over its jump
  private static final double CLEAR_OF_THE_JUMP = 1e-9;

  @Override
  public String id() {
    return "linear-adversary";
  }

  @Override
  public String title() {
    return "Linear adversary";
  }

  @Override
  public String sentence() {
    return "Against a linear classifier, the worst small change is known exactly. Its damage grows"
        + " with the dual norm of the weights.";
  }

  @Override
  public List<Claim> claims() {
    return List.of(ATTAINED, ASCENT, NEVER_BELOW, LOSSES, FGSM, BUDGET);
  }

  @Override
  public void check(SplittableRandom random, Findings findings) {
    int d = 1 + random.nextInt(MOST_DIMENSIONS);
    LinearModel model = new LinearModel(Vectors.gaussian(d, random), random.nextGaussian());
    double[] x = Vectors.gaussian(d, random);
    int y = random.nextBoolean() ? 1 : -1;
    double epsilon = 2 * random.nextDouble();
    for (BudgetNorm norm : BudgetNorm.values()) {
      Cancellation.check();
      checkWorstPoint(model, x, y, epsilon, norm, random, findings);
      findings.equal(
          BUDGET,
          LinearAdversary.smallestBudget(model, x, norm),
          BudgetBisection.smallestBudget(model, x, norm));
    }
    checkFgsm(model, x, y, epsilon, findings);
  }

  /** A logistic regression between 3 and 7: what it takes to flip its answers. */
  @Override
  public Map<String, Object> show(Showing showing) {
    DigitBudgets found =
        new DigitBudgetsJob(showing.compute(), showing.data().get(), showing.seed())
            .run(showing.progress());
    Map<String, Object> digits = new LinkedHashMap<>();
    digits.put("negative", found.negative());
    digits.put("positive", found.positive());
    digits.put("C", DigitBudgetsJob.REGULARISATION);
    digits.put("tested", found.tested());
    digits.put("right", found.right());
    for (DigitBudgets.Row row : found.norms()) {
      Map<String, Object> norm = new LinkedHashMap<>();
      norm.put("dual_norm", row.dualNorm());
      norm.put("median_smallest_budget", row.medianBudget());
      norm.put("median_score", row.medianScore());
      norm.put("fooled_at_0.99", row.fooledBelow());
      norm.put("fooled_at_1.01", row.fooledAbove());
      norm.put("fooled_by_random", row.fooledByRandom());
      digits.put(row.norm().id(), norm);
    }
    return Map.of("digits", digits);
  }

  private static void checkWorstPoint(
      LinearModel model,
      double[] x,
      int y,
      double epsilon,
      BudgetNorm norm,
      SplittableRandom random,
      Findings findings) {
    double worst = LinearAdversary.worstMargin(model, x, y, epsilon, norm);
    double[] change = LinearAdversary.worstChange(model, y, epsilon, norm);
    findings.equal(ATTAINED, worst, model.margin(Vectors.plus(x, 1, change), y));
    findings.atMost(ATTAINED, norm.length(change), epsilon);

    double[] start = Vectors.times(epsilon, Vectors.gaussian(x.length, random));
    double[] found =
        GradientAscent.USUAL.end(model, x, y, epsilon, norm, MarginLoss.LOGISTIC, start);
    double foundMargin = model.margin(Vectors.plus(x, 1, found), y);
    findings.equal(ASCENT, worst, foundMargin);
    for (int i = 0; i < TRIES; i++) {
      double[] other =
          norm.project(Vectors.times(2 * epsilon, Vectors.gaussian(x.length, random)), epsilon);
      findings.atMost(NEVER_BELOW, worst, model.margin(Vectors.plus(x, 1, other), y));
    }
    for (MarginLoss loss : MarginLoss.values()) {
      if (loss != MarginLoss.ZERO_ONE || Math.abs(worst) > CLEAR_OF_THE_JUMP) {
        findings.equal(
            LOSSES,
            LinearAdversary.worstLoss(model, x, y, epsilon, norm, loss),
            loss.at(foundMargin));
      }
    }
  }

  // FGSM knows the gradient of a loss and nothing of the model
  private static void checkFgsm(
      LinearModel model, double[] x, int y, double epsilon, Findings findings) {
    double slope = MarginLoss.LOGISTIC.slope(model.margin(x, y));
    double[] fgsm = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      fgsm[i] = epsilon * Math.signum(slope * y * model.w()[i]);
    }
    findings.equal(FGSM, LinearAdversary.worstChange(model, y, epsilon, BudgetNorm.LINF), fgsm);
  }
}
