package epsilonlab.command.bench;

import epsilonlab.attack.AttackPlan;
import epsilonlab.attack.Attacks;
import epsilonlab.data.DataSet;
import epsilonlab.engine.Compute;
import epsilonlab.evaluation.PreparedAttack;
import epsilonlab.model.Architectures;
import epsilonlab.model.Classifier;
import java.util.Arrays;
import java.util.Map;

/** From a digit to its adversarial image with ten probabilities, FGSM at 0.2, small CNN. */
final class OneDigitBenchmark implements Benchmark {
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
    Classifier network =
        new Classifier(
            compute,
            "small-cnn",
            Architectures.get("small-cnn"),
            TrainingBenchmark.train(compute, data, "small-cnn", 1, seed).weights());
    AttackPlan plan = AttackPlan.defaults(Attacks.get("fgsm"), seed);
    double[] seconds = new double[DIGITS];
    for (int i = 0; i < DIGITS; i++) {
      long began = System.nanoTime();
      try (PreparedAttack prepared =
          PreparedAttack.of(compute, network, data.test().slice(i, i + 1), id -> id, plan)) {
        prepared.at(0.2);
      }
      seconds[i] = (System.nanoTime() - began) / 1e9;
    }
    double[] warm = Arrays.copyOfRange(seconds, WARM_UP, DIGITS);
    Arrays.sort(warm);
    Map<String, Object> figures = Benchmark.figures(warm[warm.length / 2], 1);
    figures.put("p95_ms", Math.round(warm[(int) (0.95 * warm.length)] * 1e6) / 1e3);
    return figures;
  }
}
