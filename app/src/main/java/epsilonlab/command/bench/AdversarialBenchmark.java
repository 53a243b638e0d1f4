package epsilonlab.command.bench;

import epsilonlab.attack.Attack;
import epsilonlab.attack.AttackPlan;
import epsilonlab.attack.AttackSettings;
import epsilonlab.attack.Attacks;
import epsilonlab.attack.Target;
import epsilonlab.data.DataSet;
import epsilonlab.data.DeviceImages;
import epsilonlab.data.ImageSet;
import epsilonlab.engine.Compute;
import epsilonlab.evaluation.PreparedAttack;
import epsilonlab.model.Architecture;
import epsilonlab.model.Architectures;
import epsilonlab.training.AdversarialSettings;
import epsilonlab.training.OptimizerKind;
import epsilonlab.training.Schedule;
import epsilonlab.training.Training;
import epsilonlab.training.TrainingEvent;
import epsilonlab.training.TrainingMethods;
import epsilonlab.training.TrainingSettings;
import java.util.Map;

/**
 * An epoch of adversarial training at epsilon 0.3 with Adam 1e-3 and batches of 128, after a few
 * batches to warm up.
 */
record AdversarialBenchmark(String work, String method, int steps, double stepSize)
    implements DigitBenchmark {
  private static final double EPSILON = 0.3;
  private static final int BATCH = 128;
  private static final int WARM_UP = 12_800;
  private static final int ATTACKED = 1000;

  static AdversarialBenchmark fgsm() {
    return new AdversarialBenchmark("adversarial-fgsm-small-cnn", "fgsm", 1, Double.NaN);
  }

  static AdversarialBenchmark pgd10() {
    return new AdversarialBenchmark("adversarial-pgd10-small-cnn", "pgd", 10, 0.075);
  }

  @Override
  public String group() {
    return "adversarial";
  }

  @Override
  public Map<String, Object> measure(Compute compute, DataSet data, long seed) {
    Architecture architecture = Architectures.get("small-cnn");
    TrainingSettings settings =
        new TrainingSettings(OptimizerKind.ADAM, 1e-3, Schedule.CONSTANT, 0, 0, BATCH, 1, seed);
    // the peers have no ramp, so this has none either
    AdversarialSettings adversarial =
        new AdversarialSettings(
            TrainingMethods.get(method), EPSILON, steps, stepSize, 1, 0, 0, 1, 1);
    ImageSet train = data.train();
    Stopwatch watch = new Stopwatch((WARM_UP + BATCH - 1) / BATCH);
    try (DeviceImages images = DeviceImages.upload(compute, train, 0, train.size());
        Training training =
            new Training(
                compute,
                data,
                images,
                architecture,
                settings,
                adversarial,
                Training.freshWeights(architecture, settings))) {
      training.epoch(watch);
      Map<String, Object> figures =
          Benchmark.figures(watch.seconds(), train.size() - watch.warmUp * BATCH);
      figures.put("test_accuracy", training.lastEpoch().test().accuracy());
      figures.put("pgd40_accuracy_1000", robustAccuracy(compute, training, data.test(), seed));
      return figures;
    }
  }

  /** The time from the end of the warm-up to the last batch. */
  private static final class Stopwatch implements Training.Driver {
    final int warmUp;
    private int batches;
    private long began;
    private long ended;

    Stopwatch(int warmUp) {
      this.warmUp = warmUp;
    }

    @Override
    public void beforeBatch() {
      if (batches == warmUp) {
        began = System.nanoTime();
      }
    }

    @Override
    public void afterBatch(TrainingEvent.BatchDone batch) {
      batches++;
      ended = System.nanoTime();
    }

    double seconds() {
      return (ended - began) / 1e9;
    }
  }

  private static double robustAccuracy(
      Compute compute, Training training, ImageSet test, long seed) {
    Attack pgd = Attacks.get("pgd");
    AttackPlan plan =
        new AttackPlan(
            pgd,
            AttackSettings.of(pgd, Map.of("steps", 40.0, "step-size", 0.01)),
            Target.NONE,
            seed);
    ImageSet some = test.slice(0, Math.min(ATTACKED, test.size()));
    try (PreparedAttack prepared =
        PreparedAttack.of(compute, training.classifier(), some, i -> i, plan)) {
      return prepared.accuracy(EPSILON);
    }
  }
}
