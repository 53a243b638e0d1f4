package epsilonlab.privacy.mean;

import epsilonlab.engine.Cancellation;
import epsilonlab.engine.Compute;
import epsilonlab.engine.Priority;
import epsilonlab.engine.Seed;
import epsilonlab.job.Job;
import epsilonlab.job.JobContext;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Draws the scores of members and non-members of many means, a few from each. Every mean has a seed
 * of its own, so the numbers are the same for any number of threads.
 */
public final class ScoresJob implements Job<Void, MeanScores> {
  private static final int PARTS = 32;

  private final Compute compute;
  private final ScoresSettings settings;

  /** Keeps what it needs. */
  public ScoresJob(Compute compute, ScoresSettings settings) {
    this.compute = compute;
    this.settings = settings;
  }

  @Override
  public String name() {
    return "Scores on a Gaussian mean";
  }

  @Override
  public Priority priority() {
    return Priority.INTERACTIVE;
  }

  @Override
  public MeanScores run(JobContext<Void> context) {
    Seed seed = Seed.of(settings.seed()).split("scores");
    int repeats = settings.repeats();
    int per = settings.perRepeat();
    int parts = Math.min(PARTS, repeats);
    List<MeanScores> drawn =
        compute.map(
            parts,
            part ->
                draw(
                    seed,
                    (int) ((long) part * repeats / parts),
                    (int) ((part + 1L) * repeats / parts),
                    per));
    int count = settings.count();
    double[] members = new double[count];
    double[] others = new double[count];
    int filled = 0;
    for (MeanScores some : drawn) {
      int take = Math.min(count - filled, some.members().length);
      System.arraycopy(some.members(), 0, members, filled, take);
      System.arraycopy(some.others(), 0, others, filled, take);
      filled += take;
    }
    return new MeanScores(members, others);
  }

  private MeanScores draw(Seed seed, int first, int end, int per) {
    double[] members = new double[(end - first) * per];
    double[] others = new double[members.length];
    for (int repeat = first; repeat < end; repeat++) {
      Cancellation.check();
      SplittableRandom random = seed.split(repeat).generator();
      Trial products =
          settings.simulation().draw(settings.n(), settings.d(), settings.variance(), random);
      Trial trial = settings.score().of(products);
      int at = (repeat - first) * per;
      System.arraycopy(trial.members(), 0, members, at, per);
      System.arraycopy(trial.others(), 0, others, at, per);
    }
    return new MeanScores(members, others);
  }
}
