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
import epsilonlab.model.Classifier;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Adversarial images of all test images, or the accuracy under attack alone, against a small CNN
 * trained for two epochs.
 */
record AttackBenchmark(
    String work,
    String group,
    String attack,
    Map<String, Double> parameters,
    double epsilon,
    boolean wantsImages)
    implements DigitBenchmark {
  private static final int WARM_UP = 500;
  private static final Map<String, Double> PGD40 = Map.of("steps", 40.0, "step-size", 0.01);

  static AttackBenchmark fgsm() {
    return new AttackBenchmark("fgsm-small-cnn", "attacks", "fgsm", Map.of(), 0.2, true);
  }

  static AttackBenchmark pgd40() {
    return new AttackBenchmark("pgd40-small-cnn", "attacks", "pgd", PGD40, 0.3, true);
  }

  /** The accuracy alone, for which fooled digits are dropped. */
  static AttackBenchmark robustAccuracy() {
    String work = "pgd40-small-cnn-accuracy";
    return new AttackBenchmark(work, work, "pgd", PGD40, 0.3, false);
  }

  @Override
  public Map<String, Object> measure(Compute compute, DataSet data, long seed) {
    Classifier network = TrainingBenchmark.smallCnn(compute, data, 2, seed);
    Attack kind = Attacks.get(attack);
    AttackPlan plan = new AttackPlan(kind, AttackSettings.of(kind, parameters), Target.NONE, seed);
    ImageSet all = data.test();
    seconds(compute, network, all.slice(0, Math.min(WARM_UP, all.size())), plan);
    Map<String, Object> figures =
        Benchmark.figures(seconds(compute, network, all, plan), all.size());
    try (PreparedAttack prepared = PreparedAttack.of(compute, network, all, i -> i, plan)) {
      figures.put(
          "robust_accuracy", wantsImages ? ofImages(prepared, all) : prepared.accuracy(epsilon));
    }
    return figures;
  }

  // the peers count final images, so this does too
  private double ofImages(PreparedAttack prepared, ImageSet images) {
    int[] answers = prepared.at(epsilon).answers();
    long right =
        IntStream.range(0, answers.length).filter(i -> answers[i] == images.label(i)).count();
    return (double) right / answers.length;
  }

  private double seconds(Compute compute, Classifier network, ImageSet images, AttackPlan plan) {
    long began = System.nanoTime();
    try (PreparedAttack prepared = PreparedAttack.of(compute, network, images, i -> i, plan)) {
      if (wantsImages) {
        prepared.images(epsilon);
      } else {
        prepared.accuracy(epsilon);
      }
    }
    return (System.nanoTime() - began) / 1e9;
  }
}
