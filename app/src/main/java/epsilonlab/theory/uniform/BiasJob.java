package epsilonlab.theory.uniform;

import epsilonlab.engine.Cancellation;
import epsilonlab.engine.Compute;
import epsilonlab.engine.LabException;
import epsilonlab.engine.Seed;
import epsilonlab.job.Job;
import epsilonlab.job.JobContext;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;

/** Simulates the bias of the smallest and the largest draw, for several sample sizes. */
public final class BiasJob implements Job<BiasSimulation, List<BiasSimulation>> {
  /** The sample sizes that show how the bias falls. */
  public static final List<Integer> USUAL_SIZES = List.of(2, 3, 5, 10, 20, 50, 100);

  /** Samples of each size that make the standard error small. */
  public static final int USUAL_SAMPLES = 100_000;

  private static final int PART = 1000;

  private final Compute compute;
  private final double a;
  private final double b;
  private final List<Integer> sizes;
  private final int samples;
  private final Seed seed;

  /**
   * Keeps what it needs.
   *
   * @param a the left end, below b
   * @param sizes of the samples, each at least 2
   * @param samples of each size, at least 1
   */
  public BiasJob(Compute compute, double a, double b, List<Integer> sizes, int samples, Seed seed) {
    if (!(a < b)) {
      throw new LabException("a must lie below b; move one of them.");
    }
    if (sizes.stream().anyMatch(n -> n < 2) || samples < 1) {
      throw new LabException("A sample has at least two draws, and there is at least one sample.");
    }
    this.compute = compute;
    this.a = a;
    this.b = b;
    this.sizes = List.copyOf(sizes);
    this.samples = samples;
    this.seed = seed;
  }

  @Override
  public String name() {
    return "Simulate the bias";
  }

  /** Reports each size when it is done. */
  @Override
  public List<BiasSimulation> run(JobContext<BiasSimulation> context) {
    return run(
        context::emit,
        fraction -> {
          context.check();
          context.progress(fraction);
        });
  }

  /** The same inside another job. */
  List<BiasSimulation> run(Consumer<BiasSimulation> events, DoubleConsumer progress) {
    List<BiasSimulation> all = new ArrayList<>();
    for (int n : sizes) {
      BiasSimulation one = simulate(n);
      all.add(one);
      events.accept(one);
      progress.accept((double) all.size() / sizes.size());
    }
    return all;
  }

  private BiasSimulation simulate(int n) {
    Seed own = seed.split(n);
    BiasSimulation.Sums sums = new BiasSimulation.Sums(a, b, n);
    compute
        .map(
            (samples + PART - 1) / PART,
            part -> {
              Cancellation.check();
              int count = Math.min(PART, samples - part * PART);
              return new BiasSimulation.Sums(a, b, n).draw(count, own.split(part).generator());
            })
        .forEach(sums::add);
    return sums.result();
  }
}
