package epsilonlab.command;

import epsilonlab.generative.Pictures;
import epsilonlab.generative.SampleQualityJob;
import epsilonlab.model.Classifier;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** {@code --classifier}, which says what generated samples are worth. */
final class SampleJudge {
  @Option(
      names = "--classifier",
      paramLabel = "FILE",
      description =
          "A classifier that judges the samples: how sure it is, which classes appear, and whether"
              + " they are copies of training digits.")
  String file;

  /** The classifier, if one was named. */
  Optional<Classifier> classifier(CommandRun run) {
    run.setting("classifier", file);
    return Optional.ofNullable(file)
        .map(named -> run.models().classifier(run.compute(), named, null));
  }

  /** The figures of a result. */
  static Map<String, Object> judged(CommandRun run, Classifier classifier, Pictures samples) {
    return run.run(new SampleQualityJob(run.compute(), run.data(), classifier, samples)).toMap();
  }
}
