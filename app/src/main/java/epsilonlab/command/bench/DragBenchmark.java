package epsilonlab.command.bench;

import epsilonlab.attack.AttackPlan;
import epsilonlab.attack.Attacks;
import epsilonlab.data.DataSet;
import epsilonlab.data.ImageSet;
import epsilonlab.engine.Compute;
import epsilonlab.evaluation.LiveAttack;
import epsilonlab.evaluation.LiveDigit;
import epsilonlab.model.Classifier;
import java.util.Map;

/**
 * What the window computes while epsilon is dragged through 300 values with FGSM: the digit with
 * its answers, then the accuracy of 1,000 digits.
 */
final class DragBenchmark implements DigitBenchmark {
  private static final int MOVES = 300;
  private static final int WARM_UP = 50;
  private static final int DIGITS = 1000;
  private static final double MOST = 0.5;

  @Override
  public String work() {
    return "epsilon-drag";
  }

  @Override
  public String group() {
    return work();
  }

  @Override
  public Map<String, Object> measure(Compute compute, DataSet data, long seed) {
    Classifier network = TrainingBenchmark.smallCnn(compute, data, 1, seed);
    AttackPlan plan = AttackPlan.defaults(Attacks.get("fgsm"), seed);
    ImageSet one = data.test().slice(0, 1);
    ImageSet many = data.test().slice(0, Math.min(DIGITS, data.test().size()));
    Times digit = new Times();
    Times accuracy = new Times();
    try (LiveDigit liveDigit = new LiveDigit(compute);
        LiveAttack liveAccuracy = new LiveAttack(compute)) {
      for (int i = 0; i < WARM_UP + MOVES; i++) {
        double epsilon = MOST * (i % MOVES) / MOVES;
        boolean warm = i >= WARM_UP;
        digit.take(warm, () -> liveDigit.attack(network, one, 0, plan, epsilon));
        accuracy.take(
            warm,
            () ->
                liveAccuracy.use(
                    network, many, id -> id, plan, prepared -> prepared.accuracy(epsilon)));
      }
    }
    Map<String, Object> figures = Benchmark.figures(digit.quantile(0.5), 1);
    figures.put("p95_ms", digit.milliseconds(0.95));
    figures.put("p99_ms", digit.milliseconds(0.99));
    figures.put("thousand_digits_median_ms", accuracy.milliseconds(0.5));
    figures.put("thousand_digits_p95_ms", accuracy.milliseconds(0.95));
    return figures;
  }
}
