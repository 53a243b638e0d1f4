package epsilonlab.privacy.defence;

import epsilonlab.data.DataSet;
import epsilonlab.engine.Compute;
import epsilonlab.engine.Seed;
import epsilonlab.job.Job;
import epsilonlab.job.JobContext;
import epsilonlab.privacy.BestThreshold;
import epsilonlab.privacy.Estimate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

/**
 * Measures accuracy against leakage of logistic regression for families of defences. The r-th split
 * has the training images from r n on as members and the test images from r n on as non-members;
 * every defence meets the same splits. A point is an event as soon as it is known.
 */
public final class DefenceJob implements Job<DefencePoint, List<DefencePoint>> {
  private final Compute compute;
  private final DataSet data;
  private final DefenceSettings settings;

  /**
   * Keeps what it needs.
   *
   * @throws epsilonlab.engine.LabException if the data set has too few images
   */
  public DefenceJob(Compute compute, DataSet data, DefenceSettings settings) {
    settings.check(data);
    this.compute = compute;
    this.data = data;
    this.settings = settings;
  }

  @Override
  public String name() {
    return "Defences against membership inference";
  }

  @Override
  public List<DefencePoint> run(JobContext<DefencePoint> context) {
    List<Split> splits = new ArrayList<>();
    int n = settings.n();
    for (int r = 0; r < settings.repeats(); r++) {
      splits.add(
          new Split(
              compute,
              data.train().slice(r * n, (r + 1) * n),
              data.test().slice(r * n, (r + 1) * n),
              settings.regularisation(),
              context::check));
    }
    List<DefencePoint> points = new ArrayList<>();
    int all = settings.strengths().values().stream().mapToInt(List::size).sum();
    for (Defence defence : settings.strengths().keySet()) {
      for (double strength : settings.strengths().get(defence)) {
        Seed seed =
            Seed.of(settings.seed()).split(defence.id()).split(Double.doubleToLongBits(strength));
        List<Seen> seen = new ArrayList<>();
        for (Split split : splits) {
          context.check();
          seen.add(defence.seen(split, strength, seed.split(seen.size())));
          context.progress((points.size() + seen.size() / (double) splits.size()) / all);
        }
        DefencePoint point = point(defence, strength, seen);
        points.add(point);
        context.emit(point);
      }
    }
    return List.copyOf(points);
  }

  private DefencePoint point(Defence defence, double strength, List<Seen> seen) {
    double threshold =
        BestThreshold.of(scores(seen, Seen::members), scores(seen, Seen::others)).threshold();
    return new DefencePoint(
        defence,
        strength,
        estimate(seen, one -> one.members().accuracy()),
        estimate(seen, one -> one.others().accuracy()),
        estimate(seen, Seen::rightOrWrong),
        estimate(
            seen,
            one ->
                BestThreshold.right(threshold, one.members().scores(), one.others().scores())
                    / (2.0 * settings.n())),
        defence.epsilon(settings.n(), strength));
  }

  private static double[] scores(List<Seen> seen, Function<Seen, Told> side) {
    return seen.stream()
        .flatMapToDouble(one -> DoubleStream.of(side.apply(one).scores()))
        .toArray();
  }

  private static Estimate estimate(List<Seen> seen, ToDoubleFunction<Seen> value) {
    Estimate.Sum sum = new Estimate.Sum(0.5);
    seen.forEach(one -> sum.add(value.applyAsDouble(one)));
    return sum.estimate();
  }
}
