package epsilonlab.command;

import epsilonlab.engine.LabException;
import epsilonlab.job.Work;
import epsilonlab.model.Classifier;
import epsilonlab.model.Predictions;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Accuracy on the test images. */
@Command(name = "evaluate", description = "Accuracy of a model on the test images.")
final class EvaluateCommand extends LabCommand {
  @Option(
      names = "--weights",
      required = true,
      paramLabel = "FILE",
      description = "A .safetensors file, or a name in the model library.")
  String weights;

  @Mixin ArchitectureOption architecture = new ArchitectureOption();

  @Override
  String name() {
    return "evaluate";
  }

  @Override
  void check() {
    architecture.check();
  }

  @Override
  void run(CommandRun run) {
    run.setting("weights", weights);
    run.setting("model", architecture.name);
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
    run.finish(results);
  }
}
