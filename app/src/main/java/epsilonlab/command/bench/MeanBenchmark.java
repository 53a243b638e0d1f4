package epsilonlab.command.bench;

import epsilonlab.data.DataSet;
import epsilonlab.engine.Compute;
import epsilonlab.job.JobContext;
import epsilonlab.privacy.mean.MeanJob;
import epsilonlab.privacy.mean.MeanResult;
import epsilonlab.privacy.mean.MeanSettings;
import epsilonlab.privacy.mean.Simulation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A curve of the Gaussian mean, 1,000 repeats a point, n = 50.
 *
 * @param work its name
 * @param dimensions of the curve against d, or none
 * @param variances of the curve against noise, or none
 */
record MeanBenchmark(
    String work, List<Integer> dimensions, List<Double> variances, Simulation simulation)
    implements DigitBenchmark {
  private static final int REPEATS = 1000;
  private static final int WARM = 100;

  static MeanBenchmark dimensions(Simulation simulation) {
    return new MeanBenchmark(
        "gaussian-dimensions" + suffix(simulation), MeanSettings.DIMENSIONS, List.of(), simulation);
  }

  static MeanBenchmark noise(Simulation simulation) {
    return new MeanBenchmark(
        "gaussian-noise" + suffix(simulation),
        List.of(),
        IntStream.rangeClosed(0, 20).mapToObj(i -> i / 20.0).toList(),
        simulation);
  }

  private static String suffix(Simulation simulation) {
    return simulation == Simulation.FAITHFUL ? "" : "-" + simulation.id();
  }

  @Override
  public String group() {
    return simulation == Simulation.FAITHFUL ? "gaussian" : "gaussian-reduced";
  }

  @Override
  public Map<String, Object> measure(Compute compute, DataSet data, long seed) {
    run(compute, seed, WARM);
    long began = System.nanoTime();
    MeanResult result = run(compute, seed, REPEATS);
    double seconds = (System.nanoTime() - began) / 1e9;
    int points = dimensions.size() + variances.size();
    Map<String, Object> figures = new LinkedHashMap<>(Benchmark.figures(seconds, points * REPEATS));
    figures.put(
        "rows",
        dimensions.isEmpty()
            ? result.noise().stream()
                .map(p -> List.of(p.variance(), p.norm().mean(), p.accuracy().mean()))
                .toList()
            : result.dimensions().stream()
                .map(p -> List.of(p.d(), p.sameData().mean(), p.freshData().mean()))
                .toList());
    return figures;
  }

  private MeanResult run(Compute compute, long seed, int repeats) {
    MeanSettings settings =
        new MeanSettings(50, dimensions, variances, 50, repeats, simulation, seed);
    return new MeanJob(compute, settings).run(JobContext.of(event -> {}));
  }
}
