package epsilonlab.command.bench;

import epsilonlab.attack.AttackPlan;
import epsilonlab.attack.Attacks;
import epsilonlab.data.DataSet;
import epsilonlab.data.ImageSet;
import epsilonlab.engine.Compute;
import epsilonlab.evaluation.PreparedAttack;
import epsilonlab.model.Classifier;
import java.util.Map;

/** From a digit to its adversarial image with ten probabilities, FGSM at 0.2, small CNN. */
final class OneDigitBenchmark implements DigitBenchmark {
  private static final int DIGITS = 300;
  private static final int WARM_UP = 50;

  @Override
  public String work() {
    return "one-digit-fgsm";
  }

  @Override
  public String group() {
    return "one-digit";
  }

  @Override
  public Map<String, Object> measure(Compute compute, DataSet data, long seed) {
    Classifier network = TrainingBenchmark.smallCnn(compute, data, 1, seed);
    AttackPlan plan = AttackPlan.defaults(Attacks.get("fgsm"), seed);
    Times times = new Times();
    for (int i = 0; i < DIGITS; i++) {
      ImageSet one = data.test().slice(i, i + 1);
      times.take(
          i >= WARM_UP,
          () -> {
            try (PreparedAttack prepared =
                PreparedAttack.of(compute, network, one, id -> id, plan)) {
              prepared.at(0.2);
            }
          });
    }
    Map<String, Object> figures = Benchmark.figures(times.quantile(0.5), 1);
    figures.put("p95_ms", times.milliseconds(0.95));
    return figures;
  }
}
