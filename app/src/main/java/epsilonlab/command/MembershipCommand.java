package epsilonlab.command;

import epsilonlab.privacy.defence.Defence;
import epsilonlab.privacy.defence.DefenceJob;
import epsilonlab.privacy.defence.DefencePoint;
import epsilonlab.privacy.defence.DefenceSettings;
import epsilonlab.privacy.logistic.FitPoint;
import epsilonlab.privacy.logistic.MembershipJob;
import epsilonlab.privacy.logistic.MembershipResult;
import epsilonlab.privacy.logistic.MembershipSettings;
import epsilonlab.privacy.logistic.NoisyPoint;
import epsilonlab.report.MembershipCharts;
import epsilonlab.report.MembershipResults;
import epsilonlab.report.Table;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Membership inference on logistic regression. */
@Command(
    name = "membership",
    description =
        "Membership inference on logistic regression: the attack that says \"member\" when the"
            + " model is right, against the number of images and against noise on the parameters.")
final class MembershipCommand extends LabCommand {
  private static final double WIDTH = 680;

  @Option(
      names = "--sizes",
      paramLabel = "LIST",
      defaultValue = "100,200,400,800,1600,2500,5000,10000",
      description = "Numbers n of members, and as many non-members (default: ${DEFAULT-VALUE}).")
  List<String> sizes;

  @Option(
      names = "--c",
      paramLabel = "LIST",
      defaultValue = "inf,0.1,0.01",
      description =
          "Regularisers C as scikit-learn has them; inf for none (default: ${DEFAULT-VALUE}).")
  List<String> regularisations;

  @Option(
      names = "--noise-size",
      paramLabel = "N",
      defaultValue = "400",
      description = "n of the models that get noise (default: ${DEFAULT-VALUE}).")
  int noiseSize;

  @Option(
      names = "--variances",
      paramLabel = "LIST",
      defaultValue = "0,0.01,0.1,0.5,1,2,5",
      description =
          "Variances sigma^2 of the noise on every parameter (default: ${DEFAULT-VALUE}).")
  List<String> variances;

  @Option(
      names = "--repeats",
      paramLabel = "N",
      defaultValue = "20",
      description = "Draws of the noise for each variance (default: ${DEFAULT-VALUE}).")
  int repeats;

  @Option(
      names = "--defences",
      arity = "0..1",
      fallbackValue = "all",
      split = ",",
      paramLabel = "LIST",
      description =
          "Measures accuracy against leakage with defences, too: all of them, or some of noise,"
              + " regularisation, early-stopping, fewer-features, label-smoothing, rounding, top-1"
              + " and dp-sgd. Members: --noise-size, in several splits; C: the first of --c.")
  List<String> defences;

  @Option(
      names = "--splits",
      paramLabel = "N",
      defaultValue = "5",
      description =
          "Splits without a common image that each defence meets (default: ${DEFAULT-VALUE}).")
  int splits;

  private MembershipSettings settings;
  private DefenceSettings defenceSettings;

  @Override
  String name() {
    return "membership";
  }

  @Override
  String defaultDataset() {
    return "fashion-mnist";
  }

  @Override
  void check() {
    settings =
        new MembershipSettings(
            Lists.wholes(sizes, "a number of images"),
            Lists.numbers(regularisations, "a regulariser C"),
            noiseSize,
            Lists.numbers(variances, "a variance"),
            repeats,
            common.seed);
    if (defences != null) {
      defenceSettings =
          new DefenceSettings(
              noiseSize,
              splits,
              settings.regularisations().get(0),
              DefenceSettings.usual(chosen()),
              common.seed);
    }
  }

  private List<Defence> chosen() {
    List<Defence> all = List.of(Defence.values());
    if (defences.equals(List.of("all"))) {
      return all;
    }
    Stream<Defence> named =
        defences.stream().map(name -> Choice.of("defence", name, Defence.values(), Defence::id));
    // what all are compared with
    return Stream.concat(Stream.of(Defence.NONE), named).distinct().toList();
  }

  @Override
  void run(CommandRun run) {
    settings.toMap().forEach(run::setting);
    run.setting(
        "defences", defences == null ? List.of() : chosen().stream().map(Defence::id).toList());
    run.setting("splits", splits);
    MembershipJob job = new MembershipJob(run.compute(), run.data(), settings);
    // it says that there are too few images before anything is fitted
    DefenceJob defending =
        defences == null ? null : new DefenceJob(run.compute(), run.data(), defenceSettings);
    MembershipResult result = run.run(job);
    writeFits(run.files(), result.fits());
    writeNoise(run.files(), result.noise());
    Map<String, Object> results = MembershipResults.of(result);
    if (defending != null) {
      List<DefencePoint> points = run.run(defending);
      DefenceFiles.write(run.files(), points);
      results.put("defences_delta", Defence.delta(noiseSize));
      results.put("defences", points.stream().map(DefenceFiles::row).toList());
    }
    run.finish(results);
  }

  private static void writeFits(ResultFiles files, List<FitPoint> fits) {
    if (fits.isEmpty()) {
      return;
    }
    files.section("Accuracy against the number of images");
    files.figure(
        "model-accuracy",
        MembershipCharts.model(fits),
        WIDTH,
        "Members and non-members that the model gets right; hollow dots: regularised");
    files.figure(
        "attack-accuracy",
        MembershipCharts.attack(fits),
        WIDTH,
        "The attack that says \"member\" when the model is right; guessing gives 50 %");
    Table table = new Table("C", "n", "training", "test", "attack", "iterations", "weight norm");
    fits.forEach(
        fit ->
            table.add(
                fit.regularisation(),
                fit.n(),
                fit.trainAccuracy(),
                fit.testAccuracy(),
                fit.attackAccuracy(),
                fit.iterations(),
                fit.fit().model().weightNorm()));
    files.table("fits", table);
  }

  private static void writeNoise(ResultFiles files, List<NoisyPoint> noise) {
    if (noise.isEmpty()) {
      return;
    }
    files.section("Accuracy against noise on the parameters");
    noise.stream()
        .map(NoisyPoint::regularisation)
        .distinct()
        .forEach(
            c ->
                files.figure(
                    "noise-c-" + MembershipCharts.regulariser(c),
                    MembershipCharts.noise(
                        noise.stream().filter(point -> point.regularisation() == c).toList()),
                    WIDTH,
                    "C = " + MembershipCharts.regulariser(c) + "; bands: one standard deviation"));
    Table table = new Table("C", "variance", "training", "test", "attack", "standard error");
    noise.forEach(
        point ->
            table.add(
                point.regularisation(),
                point.variance(),
                point.trainAccuracy().mean(),
                point.testAccuracy().mean(),
                point.attackAccuracy().mean(),
                point.attackAccuracy().standardError()));
    files.table("noise", table);
  }
}
