package epsilonlab.privacy.mean;

import epsilonlab.engine.Cancellation;
import epsilonlab.engine.Compute;
import epsilonlab.engine.Seed;
import epsilonlab.job.Job;
import epsilonlab.job.JobContext;
import epsilonlab.privacy.BestThreshold;
import epsilonlab.privacy.Estimate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/**
 * Membership inference on the mean of Gaussian data, repeated many times. Every repeat has a seed
 * of its own, so the numbers are the same for any number of threads.
 */
public final class MeanJob implements Job<MeanEvent, MeanResult> {
  private static final int PART = 50;
  private static final int PARTS_AT_ONCE = 256;

  private final Compute compute;
  private final MeanSettings settings;

  /** Keeps what it needs. */
  public MeanJob(Compute compute, MeanSettings settings) {
    this.compute = compute;
    this.settings = settings;
  }

  @Override
  public String name() {
    return "Gaussian mean";
  }

  @Override
  public MeanResult run(JobContext<MeanEvent> context) {
    Seed seed = Seed.of(settings.seed());
    Steps steps = new Steps(context);
    List<DimensionPoint> dimensions = new ArrayList<>();
    for (int d : settings.dimensions()) {
      DimensionPoint point = dimension(d, seed.split("dimension").split(d), steps);
      dimensions.add(point);
      context.emit(new MeanEvent.Dimension(point));
    }
    List<NoisePoint> noise = new ArrayList<>();
    for (double variance : settings.variances()) {
      Seed own = seed.split("noise").split(Double.doubleToLongBits(variance));
      NoisePoint point = noise(variance, own, steps);
      noise.add(point);
      context.emit(new MeanEvent.Noise(point));
    }
    return new MeanResult(dimensions, noise);
  }

  private DimensionPoint dimension(int d, Seed seed, Steps steps) {
    Estimate[] found =
        repeat(
            () ->
                new Estimate.Sum[] {
                  new Estimate.Sum(0), new Estimate.Sum(0.5), new Estimate.Sum(0.5)
                },
            steps,
            (repeat, sums) -> {
              SplittableRandom random = seed.split(repeat).generator();
              Trial here = draw(d, 0, random);
              Trial fresh = draw(d, 0, random);
              BestThreshold best = BestThreshold.of(here.members(), here.others());
              if (Double.isFinite(best.threshold())) {
                sums[0].add(best.threshold());
              }
              sums[1].add(best.accuracy());
              int right = BestThreshold.right(best.threshold(), fresh.members(), fresh.others());
              sums[2].add((double) right / best.of());
            });
    return new DimensionPoint(d, found[0], found[1], found[2]);
  }

  private NoisePoint noise(double variance, Seed seed, Steps steps) {
    int d = settings.noiseDimension();
    Estimate[] found =
        repeat(
            () -> new Estimate.Sum[] {new Estimate.Sum(0), new Estimate.Sum(0.5)},
            steps,
            (repeat, sums) -> {
              SplittableRandom random = seed.split(repeat).generator();
              Trial trial = draw(d, variance, random);
              sums[0].add(trial.norm());
              sums[1].add(BestThreshold.of(trial.members(), trial.others()).accuracy());
            });
    return new NoisePoint(variance, found[0], found[1]);
  }

  private Trial draw(int d, double variance, SplittableRandom random) {
    return settings.score().of(settings.simulation().draw(settings.n(), d, variance, random));
  }

  @FunctionalInterface
  private interface Repeat {
    void into(long repeat, Estimate.Sum[] sums);
  }

  /** How far the work is. */
  private final class Steps {
    final JobContext<MeanEvent> context;
    final int points = settings.dimensions().size() + settings.variances().size();
    int done;

    Steps(JobContext<MeanEvent> context) {
      this.context = context;
    }

    void within(double part) {
      context.check();
      context.progress((done + part) / points);
    }
  }

  private Estimate[] repeat(Supplier<Estimate.Sum[]> start, Steps steps, Repeat body) {
    int repeats = settings.repeats();
    Estimate.Sum[] all = start.get();
    int parts = (repeats + PART - 1) / PART;
    for (int first = 0; first < parts; first += PARTS_AT_ONCE) {
      int from = first;
      steps.within((double) first / parts);
      compute
          .map(
              Math.min(PARTS_AT_ONCE, parts - first),
              index -> {
                Estimate.Sum[] sums = start.get();
                int begin = (from + index) * PART;
                for (int r = begin; r < Math.min(repeats, begin + PART); r++) {
                  Cancellation.check();
                  body.into(r, sums);
                }
                return sums;
              })
          .forEach(
              sums -> {
                for (int i = 0; i < all.length; i++) {
                  all[i].add(sums[i]);
                }
              });
    }
    steps.done++;
    Estimate[] found = new Estimate[all.length];
    for (int i = 0; i < all.length; i++) {
      found[i] = all[i].estimate();
    }
    return found;
  }
}
