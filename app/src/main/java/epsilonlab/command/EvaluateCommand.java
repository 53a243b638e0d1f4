package epsilonlab.command;

import epsilonlab.attack.AttackPlan;
import epsilonlab.attack.Epsilon;
import epsilonlab.data.ImageSet;
import epsilonlab.engine.LabException;
import epsilonlab.evaluation.AttackedAccuracy;
import epsilonlab.evaluation.CertifiedAccuracy;
import epsilonlab.evaluation.Strongest;
import epsilonlab.job.Work;
import epsilonlab.model.Classifier;
import epsilonlab.model.Predictions;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Accuracy on the test images, and under the strongest attack. */
@Command(name = "evaluate", description = "Accuracy of a model on the test images.")
final class EvaluateCommand extends LabCommand {
  private static final double DEFAULT_EPSILON = 0.1;
  private static final String DEFAULT_COUNT = "1000";

  @Option(
      names = "--weights",
      required = true,
      paramLabel = "FILE",
      description = "A .safetensors file, or a name in the model library.")
  String weights;

  @Mixin ArchitectureOption architecture = new ArchitectureOption();

  @Option(
      names = "--robust",
      description = "Also the accuracy under the strongest of several attacks.")
  boolean robust;

  @Option(
      names = "--epsilon",
      paramLabel = "E",
      description = "With --robust: the largest change of a pixel, or n/255 (default: 0.1).")
  String epsilon;

  @Option(
      names = "--count",
      paramLabel = "N",
      description = "With --robust: the first N test images, or all (default: 1000).")
  String count;

  private double radius;

  @Override
  String name() {
    return "evaluate";
  }

  @Override
  void check() {
    architecture.check();
    if (!robust && (epsilon != null || count != null)) {
      throw new LabException("--epsilon and --count belong to --robust; add it or leave them out.");
    }
    radius = Epsilon.check(epsilon == null ? DEFAULT_EPSILON : Numbers.epsilon(epsilon));
    Numbers.count(wanted(), Integer.MAX_VALUE);
  }

  private String wanted() {
    return count == null ? DEFAULT_COUNT : count;
  }

  @Override
  void run(CommandRun run) {
    run.setting("weights", weights);
    run.setting("model", architecture.name);
    run.setting("robust", robust);
    Classifier classifier = run.models().classifier(run.compute(), weights, architecture.name);
    Predictions test =
        run.run(
            Work.background(
                "Evaluate " + classifier.name(),
                () -> Predictions.of(run.compute(), classifier, run.data().test())));
    if (!Double.isFinite(test.meanLoss())) {
      throw new LabException(
          weights + " gives answers that are not numbers; train the model again.");
    }
    Map<String, Object> results = new LinkedHashMap<>();
    results.put("architecture", classifier.architecture().id());
    results.put("test_accuracy", test.accuracy());
    results.put("test_loss", test.meanLoss());
    results.put("count", test.size());
    results.put("confusion", test.confusion());
    TrainingFigures.confusion(run, classifier.architecture(), test);
    if (robust) {
      robust(run, classifier, results);
    }
    run.finish(results);
  }

  private void robust(CommandRun run, Classifier classifier, Map<String, Object> results) {
    AttackPlan strongest = Strongest.plan(common.seed);
    ImageSet test = run.data().test();
    ImageSet some = test.slice(0, Numbers.count(wanted(), test.size()));
    run.setting("epsilon", radius);
    run.setting("count", wanted());
    run.setting("attack", strongest.attack().id());
    AttackOptions.describe(strongest).forEach(run::setting);
    results.put(
        "robust_accuracy",
        run.run(new AttackedAccuracy(run.compute(), classifier, some, strongest, radius)));
    results.put("robust_under", strongest.attack().parts(strongest.settings()));
    results.put("robust_epsilon", radius);
    results.put("robust_count", some.size());
    results.put(
        "certified_accuracy",
        run.run(
            Work.background(
                "Interval bounds",
                () -> CertifiedAccuracy.of(run.compute(), classifier, some, radius))));
  }
}
