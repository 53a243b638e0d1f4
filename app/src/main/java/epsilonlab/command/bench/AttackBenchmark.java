package epsilonlab.command.bench;

import epsilonlab.attack.Attack;
import epsilonlab.attack.AttackPlan;
import epsilonlab.attack.AttackSettings;
import epsilonlab.attack.Attacks;
import epsilonlab.attack.Target;
import epsilonlab.data.DataSet;
import epsilonlab.data.ImageSet;
import epsilonlab.engine.Compute;
import epsilonlab.evaluation.PreparedAttack;
import epsilonlab.model.Architectures;
import epsilonlab.model.Classifier;
import java.util.Map;

/** Adversarial images for all test images, against a small CNN trained for two epochs. */
record AttackBenchmark(String work, String attack, Map<String, Double> parameters, double epsilon)
    implements Benchmark {
  private static final int WARM_UP = 500;

  static AttackBenchmark fgsm() {
    return new AttackBenchmark("fgsm-small-cnn", "fgsm", Map.of(), 0.2);
  }

  static AttackBenchmark pgd40() {
    return new AttackBenchmark(
        "pgd40-small-cnn", "pgd", Map.of("steps", 40.0, "step-size", 0.01), 0.3);
  }

  @Override
  public String group() {
    return "attacks";
  }

  @Override
  public Map<String, Object> measure(Compute compute, DataSet data, long seed) {
    Classifier network =
        new Classifier(
            compute,
            "small-cnn",
            Architectures.get("small-cnn"),
            TrainingBenchmark.train(compute, data, "small-cnn", 2, seed).weights());
    Attack kind = Attacks.get(attack);
    AttackPlan plan = new AttackPlan(kind, AttackSettings.of(kind, parameters), Target.NONE, seed);
    ImageSet all = data.test();
    seconds(compute, network, all.slice(0, Math.min(WARM_UP, all.size())), plan);
    Map<String, Object> figures =
        Benchmark.figures(seconds(compute, network, all, plan), all.size());
    try (PreparedAttack prepared = PreparedAttack.of(compute, network, all, i -> i, plan)) {
      figures.put("robust_accuracy", prepared.accuracy(epsilon));
    }
    return figures;
  }

  private double seconds(Compute compute, Classifier network, ImageSet images, AttackPlan plan) {
    long began = System.nanoTime();
    try (PreparedAttack prepared = PreparedAttack.of(compute, network, images, i -> i, plan)) {
      prepared.images(epsilon);
    }
    return (System.nanoTime() - began) / 1e9;
  }
}
