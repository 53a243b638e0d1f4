package epsilonlab.command.bench;

import epsilonlab.data.DataSet;
import epsilonlab.engine.Compute;
import epsilonlab.job.JobContext;
import epsilonlab.privacy.logistic.FitPoint;
import epsilonlab.privacy.logistic.Lbfgs;
import epsilonlab.privacy.logistic.LogisticFit;
import epsilonlab.privacy.logistic.LogisticModel;
import epsilonlab.privacy.logistic.MembershipJob;
import epsilonlab.privacy.logistic.MembershipSettings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The sixteen fits of the exercise on Fashion-MNIST, without and with C = 0.01. */
final class LogisticBenchmark implements DigitBenchmark {
  private static final List<Double> REGULARISATIONS = List.of(Double.POSITIVE_INFINITY, 0.01);

  @Override
  public String work() {
    return "logistic-sweep";
  }

  @Override
  public String group() {
    return "logistic";
  }

  @Override
  public String dataset() {
    return "fashion-mnist";
  }

  @Override
  public Map<String, Object> measure(Compute compute, DataSet data, long seed) {
    fit(compute, data, Double.POSITIVE_INFINITY, 400);
    double total = 0;
    List<Map<String, Object>> fits = new ArrayList<>();
    for (double c : REGULARISATIONS) {
      for (int n : MembershipSettings.SIZES) {
        long began = System.nanoTime();
        fit(compute, data, c, n);
        double seconds = (System.nanoTime() - began) / 1e9;
        total += seconds;
        fits.add(new LinkedHashMap<>(Map.of("C", c, "n", n, "seconds", seconds)));
      }
    }
    MembershipSettings settings =
        new MembershipSettings(MembershipSettings.SIZES, REGULARISATIONS, 400, List.of(), 1, seed);
    List<FitPoint> points =
        new MembershipJob(compute, data, settings).run(JobContext.of(event -> {})).fits();
    for (int i = 0; i < points.size(); i++) {
      fits.get(i).put("train_accuracy", points.get(i).trainAccuracy());
      fits.get(i).put("test_accuracy", points.get(i).testAccuracy());
      fits.get(i).put("iterations", points.get(i).iterations());
    }
    Map<String, Object> figures = Benchmark.figures(total, fits.size());
    figures.put("fits", fits);
    return figures;
  }

  private static LogisticFit fit(Compute compute, DataSet data, double c, int n) {
    return LogisticFit.of(
        compute,
        data.train().images(0, n),
        LogisticModel.oneHot(data.train().slice(0, n).labels()),
        n,
        c,
        Lbfgs.SCIKIT_LEARN,
        () -> {});
  }
}
