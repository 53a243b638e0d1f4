package epsilonlab.command;

import epsilonlab.privacy.mean.MeanJob;
import epsilonlab.privacy.mean.MeanResult;
import epsilonlab.privacy.mean.MeanSettings;
import epsilonlab.privacy.mean.Simulation;
import epsilonlab.report.MeanCharts;
import epsilonlab.report.MeanResults;
import epsilonlab.report.MeanTables;
import java.util.List;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Membership inference on the mean of Gaussian data. */
@Command(
    name = "gaussian",
    description =
        "Membership inference on the mean of Gaussian data: accuracy against the dimension, on the"
            + " same and on fresh data, and against noise on the mean.")
final class GaussianCommand extends LabCommand {
  private static final double WIDTH = 680;

  @Option(
      names = "--n",
      paramLabel = "N",
      defaultValue = "50",
      description = "Members, and as many non-members (default: ${DEFAULT-VALUE}).")
  int n;

  @Option(
      names = "--dimensions",
      paramLabel = "LIST",
      defaultValue = "10,20,50,100,200,500",
      description = "Dimensions d of the data (default: ${DEFAULT-VALUE}).")
  List<String> dimensions;

  @Option(
      names = "--variances",
      paramLabel = "LIST",
      description =
          "Variances sigma^2 of the noise on the mean (default: 0 to 1 in steps of 0.05).")
  List<String> variances;

  @Option(
      names = "--dimension",
      paramLabel = "D",
      defaultValue = "50",
      description = "d of the curve against the noise (default: ${DEFAULT-VALUE}).")
  int dimension;

  @Option(
      names = "--repeats",
      paramLabel = "N",
      defaultValue = "1000",
      description = "How often each point is simulated (default: ${DEFAULT-VALUE}).")
  int repeats;

  @Option(
      names = "--reduced",
      description =
          "Draws the scores from their exact distribution instead of from data: the same in"
              + " distribution, and fast in any dimension.")
  boolean reduced;

  private MeanSettings settings;

  @Override
  String name() {
    return "gaussian";
  }

  @Override
  void check() {
    settings =
        new MeanSettings(
            n,
            Lists.wholes(dimensions, "a dimension"),
            variances == null
                ? IntStream.rangeClosed(0, 20).mapToObj(i -> i / 20.0).toList()
                : Lists.numbers(variances, "a variance"),
            dimension,
            repeats,
            reduced ? Simulation.REDUCED : Simulation.FAITHFUL,
            common.seed);
  }

  @Override
  void run(CommandRun run) {
    settings.toMap().forEach(run::setting);
    MeanResult result = run.run(new MeanJob(run.compute(), settings));
    ResultFiles files = run.files();
    files.section("Accuracy against the dimension");
    if (!result.dimensions().isEmpty()) {
      files.figure(
          "dimensions",
          MeanCharts.dimensions(settings.n(), result.dimensions()),
          WIDTH,
          "The threshold that is best on the data at hand, on these data and on fresh ones; the"
              + " bands are one standard deviation, the dots the normal approximation");
    }
    files.table("dimensions", MeanTables.dimensions(settings.n(), result.dimensions()));
    files.section("Accuracy against noise");
    if (!result.noise().isEmpty()) {
      files.figure(
          "noise",
          MeanCharts.noise(settings.n(), settings.noiseDimension(), result.noise()),
          WIDTH,
          "The attack's accuracy with noise on the mean; the band is one standard deviation. Above:"
              + " the epsilon that the noise gives, if all vectors are clipped to length sqrt(d)"
              + " and one is replaced by another");
      files.figure(
          "norm",
          MeanCharts.norm(settings.n(), settings.noiseDimension(), result.noise()),
          WIDTH,
          "The length of the noisy mean; the band is one standard deviation, the dots the root of"
              + " its mean square");
    }
    files.table("noise", MeanTables.noise(settings.n(), settings.noiseDimension(), result.noise()));
    run.finish(MeanResults.of(settings, result));
  }
}
