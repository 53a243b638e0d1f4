package epsilonlab.command;

import epsilonlab.attack.AttackPlan;
import epsilonlab.attack.Epsilon;
import epsilonlab.data.ImageSet;
import epsilonlab.defence.SmoothedAccuracy;
import epsilonlab.defence.SmoothingJob;
import epsilonlab.defence.SmoothingSettings;
import epsilonlab.evaluation.Bound;
import epsilonlab.evaluation.BoundsJob;
import epsilonlab.evaluation.Strongest;
import epsilonlab.job.Work;
import epsilonlab.model.Classifier;
import epsilonlab.model.Predictions;
import epsilonlab.report.BoundsChart;
import epsilonlab.report.SmoothingChart;
import epsilonlab.report.Table;
import epsilonlab.report.figure.SeriesColours;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Accuracies that no attack can push below. */
@Command(
    name = "certify",
    description =
        "Accuracy that no attack can push below: interval bounds (l-infinity) and randomised"
            + " smoothing (l2).")
final class CertifyCommand extends LabCommand {
  private static final double WIDTH = 680;

  @Option(
      names = "--weights",
      required = true,
      paramLabel = "FILE",
      description = "A .safetensors file, or a name in the model library.")
  String weights;

  @Mixin ArchitectureOption architecture = new ArchitectureOption();

  @Option(
      names = "--epsilons",
      required = true,
      paramLabel = "LIST",
      description = "For example 0,0.01,0.05,0.1.")
  List<String> epsilonList;

  @Option(
      names = "--count",
      paramLabel = "N",
      defaultValue = "1000",
      description = "The first N test images, or all (default: ${DEFAULT-VALUE}).")
  String count;

  @Option(
      names = "--sigma",
      paramLabel = "S",
      defaultValue = "0.25",
      description = "Standard deviation of the smoothing noise (default: ${DEFAULT-VALUE}).")
  double sigma;

  @Option(
      names = "--samples",
      paramLabel = "N",
      defaultValue = "1000",
      description =
          "Noisy copies of each image to smooth over; 0 leaves smoothing out (default:"
              + " ${DEFAULT-VALUE}).")
  int samples;

  @Option(
      names = "--alpha",
      paramLabel = "A",
      defaultValue = "0.001",
      description =
          "Chance that the certificate of a smoothed answer is wrong (default:"
              + " ${DEFAULT-VALUE}).")
  double alpha;

  private List<Double> epsilons;
  private Optional<SmoothingSettings> smoothing;

  @Override
  String name() {
    return "certify";
  }

  @Override
  void check() {
    architecture.check();
    epsilons = Numbers.epsilons(epsilonList);
    epsilons.forEach(Epsilon::check);
    Numbers.count(count, Integer.MAX_VALUE);
    smoothing =
        samples == 0
            ? Optional.empty()
            : Optional.of(new SmoothingSettings(sigma, SmoothingSettings.CHOOSING, samples, alpha));
  }

  @Override
  void run(CommandRun run) {
    run.setting("weights", weights);
    run.setting("model", architecture.name);
    run.setting("epsilons", epsilons);
    run.setting("count", count);
    run.setting("sigma", sigma);
    run.setting("samples", samples);
    run.setting("alpha", alpha);
    Classifier classifier = run.models().classifier(run.compute(), weights, architecture.name);
    ImageSet test = run.data().test();
    ImageSet some = test.slice(0, Numbers.count(count, test.size()));
    AttackPlan attack = Strongest.plan(common.seed);
    run.setting("attack", attack.attack().id());
    run.setting("attack-parameters", AttackOptions.describe(attack));
    double accuracy =
        run.run(
            Work.background(
                "Evaluate " + classifier.name(),
                () -> Predictions.of(run.compute(), classifier, some).accuracy()));
    List<Bound> bounds = run.run(new BoundsJob(run.compute(), classifier, attack, some, epsilons));
    writeBounds(run, classifier, attack, bounds);
    Map<String, Object> results = new LinkedHashMap<>();
    results.put("architecture", classifier.architecture().id());
    results.put("count", some.size());
    results.put("test_accuracy", accuracy);
    results.put("attack", attack.attack().id());
    results.put("bounds", bounds);
    smoothing.ifPresent(settings -> results.putAll(smoothed(run, classifier, some, settings)));
    run.finish(results);
  }

  private static void writeBounds(
      CommandRun run, Classifier classifier, AttackPlan attack, List<Bound> bounds) {
    ResultFiles files = run.files();
    files.section("Bounds");
    files.figure(
        "bounds",
        BoundsChart.of(
            bounds, SeriesColours.ofArchitecture(classifier.architecture().id()), Double.NaN),
        WIDTH,
        "The accuracy under the worst perturbation lies in the band: certified by interval bounds"
            + " below, under the attack "
            + attack.attack().id()
            + " above");
    Table table = new Table("epsilon", "certified", "strongest_attack");
    bounds.forEach(bound -> table.add(bound.epsilon(), bound.certified(), bound.strongestAttack()));
    files.table("bounds", table);
  }

  private Map<String, Object> smoothed(
      CommandRun run, Classifier classifier, ImageSet images, SmoothingSettings settings) {
    SmoothedAccuracy smoothed =
        run.run(new SmoothingJob(run.compute(), classifier, images, settings, common.seed));
    ResultFiles files = run.files();
    files.section("Randomised smoothing");
    files.figure(
        "smoothing",
        SmoothingChart.of(smoothed, SeriesColours.ofArchitecture(classifier.architecture().id())),
        WIDTH,
        "Certified accuracy of the smoothed classifier, sigma "
            + sigma
            + ", confidence "
            + (1 - alpha)
            + " an image");
    Table table = new Table("radius", "certified");
    smoothed.points().forEach(point -> table.add(point.radius(), point.certified()));
    files.table("smoothing", table);
    Map<String, Object> results = new LinkedHashMap<>();
    results.put("smoothing", smoothed.points());
    results.put("sigma", sigma);
    results.put("confidence", 1 - alpha);
    results.put("samples", samples);
    results.put("abstained", smoothed.abstained());
    return results;
  }
}
