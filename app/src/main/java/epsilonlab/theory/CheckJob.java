package epsilonlab.theory;

import epsilonlab.engine.Cancellation;
import epsilonlab.engine.Compute;
import epsilonlab.engine.LabException;
import epsilonlab.engine.Seed;
import epsilonlab.job.Job;
import epsilonlab.job.JobContext;
import java.util.ArrayList;
import java.util.List;

/**
 * Checks a theorem on random instances. Every instance has a seed of its own, so the numbers are
 * the same for any number of threads, and the first hundred of a thousand are the same hundred.
 */
public final class CheckJob implements Job<CheckResult, CheckResult> {
  /** How many instances a check draws unless told otherwise. */
  public static final int USUAL_INSTANCES = 1000;

  /** The most instances that a check draws. */
  public static final int MOST_INSTANCES = 1_000_000;

  private static final int PART = 5;
  private static final int PARTS_AT_ONCE = 10;

  private final Compute compute;
  private final Theorem theorem;
  private final int instances;
  private final long seed;

  /**
   * Keeps what it needs.
   *
   * @param instances how many to draw
   * @throws LabException if that is less than 1 or more than {@link #MOST_INSTANCES}
   */
  public CheckJob(Compute compute, Theorem theorem, int instances, long seed) {
    requireInstances(instances);
    this.compute = compute;
    this.theorem = theorem;
    this.instances = instances;
    this.seed = seed;
  }

  /**
   * Refuses a number of instances that no check takes.
   *
   * @throws LabException if it is less than 1 or more than {@link #MOST_INSTANCES}
   */
  public static void requireInstances(int instances) {
    if (instances < 1 || instances > MOST_INSTANCES) {
      throw new LabException(
          "The number of instances is %d, but must be from 1 to %d."
              .formatted(instances, MOST_INSTANCES));
    }
  }

  @Override
  public String name() {
    return "Check " + theorem.title();
  }

  /** Reports what was found so far, now and then. */
  @Override
  public CheckResult run(JobContext<CheckResult> context) {
    Seed all = Seed.of(seed).split(theorem.id()).split("instances");
    List<Claim> claims = theorem.claims();
    double[] largest = new double[claims.size()];
    int[] worst = new int[claims.size()];
    int[] cases = new int[claims.size()];
    for (int from = 0; from < instances; ) {
      context.check();
      int first = from;
      int end = Math.min(instances, from + PART * PARTS_AT_ONCE);
      List<List<Findings>> found =
          compute.map(
              (end - first + PART - 1) / PART,
              part -> {
                int begin = first + part * PART;
                return some(all, begin, Math.min(end, begin + PART));
              });
      for (List<Findings> part : found) {
        for (Findings one : part) {
          for (int c = 0; c < largest.length; c++) {
            cases[c] += one.concerns(claims.get(c)) ? 1 : 0;
            double difference = one.largest(claims.get(c));
            if (difference > largest[c]) {
              largest[c] = difference;
              worst[c] = from;
            }
          }
          from++;
        }
      }
      context.progress((double) from / instances);
      context.emit(result(from, claims, largest, worst, cases));
    }
    return result(instances, claims, largest, worst, cases);
  }

  private List<Findings> some(Seed all, int from, int to) {
    List<Findings> found = new ArrayList<>();
    for (int i = from; i < to; i++) {
      Cancellation.check();
      Findings findings = new Findings();
      theorem.check(all.split(i).generator(), findings);
      found.add(findings);
    }
    return found;
  }

  private static CheckResult result(
      int count, List<Claim> claims, double[] largest, int[] worst, int[] cases) {
    List<CheckResult.Outcome> outcomes = new ArrayList<>();
    for (int c = 0; c < largest.length; c++) {
      outcomes.add(new CheckResult.Outcome(claims.get(c), largest[c], worst[c], cases[c]));
    }
    return new CheckResult(count, outcomes);
  }
}
