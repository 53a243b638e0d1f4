package epsilonlab.theory;

import epsilonlab.data.DataSet;
import epsilonlab.engine.Compute;
import epsilonlab.engine.Seed;
import epsilonlab.job.Job;
import epsilonlab.job.JobContext;
import java.util.Map;
import java.util.function.Supplier;

/** What a theorem shows besides its check. */
public final class ShowJob implements Job<Void, Map<String, Object>> {
  private final Compute compute;
  private final Theorem theorem;
  private final Supplier<DataSet> data;
  private final long seed;

  /**
   * Keeps what it needs.
   *
   * @param data loads the data set; only called by theorems that need one
   */
  public ShowJob(Compute compute, Theorem theorem, Supplier<DataSet> data, long seed) {
    this.compute = compute;
    this.theorem = theorem;
    this.data = data;
    this.seed = seed;
  }

  @Override
  public String name() {
    return "Show " + theorem.title();
  }

  @Override
  public Map<String, Object> run(JobContext<Void> context) {
    Seed own = Seed.of(seed).split(theorem.id()).split("show");
    return theorem.show(
        new Showing(
            compute,
            data,
            own,
            fraction -> {
              context.check();
              context.progress(fraction);
            }));
  }
}
