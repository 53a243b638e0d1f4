package epsilonlab.theory.linear;

import epsilonlab.data.DataSet;
import epsilonlab.data.ImageSet;
import epsilonlab.engine.Cancellation;
import epsilonlab.engine.Compute;
import epsilonlab.engine.LabException;
import epsilonlab.engine.Seed;
import epsilonlab.job.Job;
import epsilonlab.job.JobContext;
import epsilonlab.privacy.logistic.Lbfgs;
import epsilonlab.theory.Vectors;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Fits a logistic regression between 3 and 7 and measures what budgets flip the test digits. */
public final class DigitBudgetsJob implements Job<Void, DigitBudgets> {
  /** The digit with label -1. */
  public static final int NEGATIVE = 3;

  /** The digit with label +1. */
  public static final int POSITIVE = 7;

  /** C of scikit-learn's {@code LogisticRegression}. */
  public static final double REGULARISATION = 0.1;

  private static final Lbfgs SOLVER = new Lbfgs(1e-7, 1000);
  // what it takes on MNIST; only the progress depends on it
  private static final int USUAL_ITERATIONS = 130;
  private static final double BELOW = 0.99;
  private static final double ABOVE = 1.01;

  private final Compute compute;
  private final DataSet data;
  private final Seed seed;

  /** Keeps what it needs. */
  public DigitBudgetsJob(Compute compute, DataSet data, Seed seed) {
    this.compute = compute;
    this.data = data;
    this.seed = seed;
  }

  @Override
  public String name() {
    return "Check on digits";
  }

  @Override
  public DigitBudgets run(JobContext<Void> context) {
    return run(
        fraction -> {
          context.check();
          context.progress(fraction);
        });
  }

  /** The same inside another job. */
  DigitBudgets run(DoubleConsumer progress) {
    DigitPair train = DigitPair.of(data.train(), NEGATIVE, POSITIVE);
    DigitPair test = DigitPair.of(data.test(), NEGATIVE, POSITIVE);
    if (train.size() == 0 || test.size() == 0) {
      throw new LabException("This data set has no 3 or 7; choose another one.");
    }
    LinearModel model = fit(train, progress);
    int[] right =
        IntStream.range(0, test.size())
            .filter(i -> model.margin(test.point(i), test.y()[i]) > 0)
            .toArray();
    if (right.length == 0) {
      throw new LabException(
          "The model gets none of the test digits right, so none can be flipped; choose another"
              + " data set.");
    }
    List<DigitBudgets.Row> rows =
        Stream.of(BudgetNorm.values()).map(norm -> row(model, test, right, norm)).toList();
    progress.accept(1);
    return new DigitBudgets(model, NEGATIVE, POSITIVE, test.size(), right.length, rows);
  }

  private LinearModel fit(DigitPair train, DoubleConsumer progress) {
    int[] iterations = {0};
    double[] found =
        SOLVER
            .minimise(
                new PairObjective(compute, train, REGULARISATION),
                new double[ImageSet.PIXELS + 1],
                () -> progress.accept(Math.min(0.9, ++iterations[0] * 0.9 / USUAL_ITERATIONS)))
            .x();
    return new LinearModel(Arrays.copyOf(found, ImageSet.PIXELS), found[ImageSet.PIXELS]);
  }

  private DigitBudgets.Row row(LinearModel model, DigitPair test, int[] right, BudgetNorm norm) {
    int n = right.length;
    double[] budgets = new double[n];
    double[] scores = new double[n];
    int below = 0;
    int above = 0;
    int byRandom = 0;
    for (int k = 0; k < n; k++) {
      Cancellation.check();
      double[] x = test.point(right[k]);
      int y = test.y()[right[k]];
      double budget = LinearAdversary.smallestBudget(model, x, norm);
      budgets[k] = budget;
      scores[k] = Math.abs(model.score(x));
      below += flips(model, x, y, LinearAdversary.worstChange(model, y, BELOW * budget, norm));
      double[] worst = LinearAdversary.worstChange(model, y, ABOVE * budget, norm);
      above += flips(model, x, y, worst);
      double[] direction = Vectors.gaussian(x.length, seed.split(right[k]).generator());
      double[] random = Vectors.times(ABOVE * budget, norm.steepest(direction));
      byRandom += flips(model, x, y, random);
    }
    return new DigitBudgets.Row(
        norm,
        norm.dualLength(model.w()),
        median(budgets),
        median(scores),
        (double) below / n,
        (double) above / n,
        (double) byRandom / n);
  }

  private static int flips(LinearModel model, double[] x, int y, double[] change) {
    return model.margin(Vectors.plus(x, 1, change), y) <= 0 ? 1 : 0;
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
