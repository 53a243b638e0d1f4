package epsilonlab.defence;

import epsilonlab.attack.AttackPlan;
import epsilonlab.attack.Epsilon;
import epsilonlab.data.ImageSet;
import epsilonlab.engine.Compute;
import epsilonlab.evaluation.PreparedAttack;
import epsilonlab.job.Job;
import epsilonlab.job.JobContext;
import epsilonlab.model.Network;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Asks whether networks are truly robust: each is attacked in ever stronger ways, and in the end a
 * digit counts only if it has withstood all of them, in the spirit of Carlini et al., "On
 * Evaluating Adversarial Robustness" (2019).
 */
public final class StrongerAttacksJob
    implements Job<StrongerAttacksJob.Cell, StrongerAttacksJob.Table> {
  // for progress and for whoever cancels; the random numbers do not depend on it
  private static final int PART = 100;

  private final Compute compute;
  private final List<? extends Network> networks;
  private final List<? extends Network> sources;
  private final ImageSet images;
  private final double epsilon;
  private final long seed;

  /**
   * One accuracy, as soon as it is known.
   *
   * @param network its number
   * @param attack the number of the attack in {@link StrongerAttack#ALL}
   * @param accuracy in [0, 1]
   * @param together the accuracy under all attacks so far
   */
  public record Cell(int network, int attack, double accuracy, double together) {}

  /**
   * All accuracies.
   *
   * @param accuracies by attack, then by network, in [0, 1]; NaN where there is no other network
   *     that images could come from
   * @param together by network: the share of digits that withstood every attack
   */
  public record Table(double epsilon, int count, double[][] accuracies, double[] together) {}

  /**
   * @param networks which are asked
   * @param sources on which images may be crafted; the network that is asked is left out
   * @param images the i-th has the random numbers of id i
   * @param epsilon the attacker's radius, in [0, 1]
   */
  public StrongerAttacksJob(
      Compute compute,
      List<? extends Network> networks,
      List<? extends Network> sources,
      ImageSet images,
      double epsilon,
      long seed) {
    Epsilon.check(epsilon);
    this.compute = compute;
    this.networks = List.copyOf(networks);
    this.sources = List.copyOf(sources);
    this.images = images;
    this.epsilon = epsilon;
    this.seed = seed;
  }

  @Override
  public String name() {
    return "Stronger attacks, " + images.size() + " digits";
  }

  @Override
  public Table run(JobContext<Cell> context) {
    List<StrongerAttack> attacks = StrongerAttack.ALL;
    boolean[][] standing = new boolean[networks.size()][images.size()];
    for (boolean[] row : standing) {
      Arrays.fill(row, true);
    }
    double[][] accuracies = new double[attacks.size()][networks.size()];
    Pace pace = new Pace(context);
    for (int a = 0; a < attacks.size(); a++) {
      for (int n = 0; n < networks.size(); n++) {
        if (plans(attacks.get(a), n).isEmpty()) {
          accuracies[a][n] = Double.NaN;
        } else {
          boolean[] right = right(attacks.get(a), n, pace);
          accuracies[a][n] = share(right);
          for (int i = 0; i < right.length; i++) {
            standing[n][i] &= right[i];
          }
        }
        context.emit(new Cell(n, a, accuracies[a][n], share(standing[n])));
      }
    }
    double[] together = new double[networks.size()];
    Arrays.setAll(together, n -> share(standing[n]));
    return new Table(epsilon, images.size(), accuracies, together);
  }

  private static double share(boolean[] right) {
    int count = 0;
    for (boolean one : right) {
      count += one ? 1 : 0;
    }
    return count / (double) right.length;
  }

  /** Which images a network still gets right. */
  private boolean[] right(StrongerAttack attack, int network, Pace pace) {
    boolean[] right = new boolean[images.size()];
    Arrays.fill(right, true);
    for (AttackPlan plan : plans(attack, network)) {
      for (int from = 0; from < images.size(); from += PART) {
        pace.check();
        int first = from;
        ImageSet part = images.slice(from, Math.min(images.size(), from + PART));
        try (PreparedAttack prepared =
            PreparedAttack.of(compute, networks.get(network), part, i -> first + i, plan)) {
          boolean[] fooled = prepared.at(epsilon).success();
          for (int i = 0; i < fooled.length; i++) {
            right[from + i] &= !fooled[i];
          }
        }
        pace.done(attack.passes() * part.size());
      }
    }
    return right;
  }

  /** One, or one for each other network that images can come from. */
  private List<AttackPlan> plans(StrongerAttack attack, int network) {
    AttackPlan plan = attack.plan(seed);
    if (!attack.isTransferred()) {
      return List.of(plan);
    }
    List<AttackPlan> plans = new ArrayList<>();
    for (Network source : sources) {
      if (source != networks.get(network)) {
        plans.add(plan.withSource(source));
      }
    }
    return plans;
  }

  /** How far the job is, by the passes through the networks. */
  private final class Pace {
    private final JobContext<Cell> context;
    private final double all;
    private double passes;

    Pace(JobContext<Cell> context) {
      this.context = context;
      double each = 0;
      for (StrongerAttack attack : StrongerAttack.ALL) {
        for (int n = 0; n < networks.size(); n++) {
          each += attack.passes() * plans(attack, n).size();
        }
      }
      all = each * images.size();
    }

    void check() {
      context.check();
    }

    void done(double more) {
      passes += more;
      context.progress(passes / all);
    }
  }
}
