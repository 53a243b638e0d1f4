package epsilonlab.defence;

import epsilonlab.attack.AttackPlan;
import epsilonlab.attack.Attacks;
import epsilonlab.attack.Epsilon;
import epsilonlab.data.ImageSet;
import epsilonlab.engine.Compute;
import epsilonlab.engine.LabException;
import epsilonlab.evaluation.PreparedAttack;
import epsilonlab.job.Job;
import epsilonlab.job.JobContext;
import epsilonlab.model.Network;
import epsilonlab.model.Predictions;
import java.util.ArrayList;
import java.util.List;

/** Fills the table network x {clean, FGSM, PGD-40 with a random start} for several epsilons. */
public final class RobustTableJob implements Job<RobustTableJob.Cell, RobustTable> {
  /** What a network is measured under. */
  public enum Against {
    CLEAN,
    FGSM,
    PGD
  }

  /**
   * One value of the table, as soon as it is known.
   *
   * @param network the number of the network
   * @param epsilon the attacker's radius; that of the first column where there is no attack
   * @param accuracy in [0, 1]
   */
  public record Cell(int network, Against against, double epsilon, double accuracy) {}

  // for progress; the same for any number of threads
  private static final int PART = 1000;

  private final Compute compute;
  private final List<? extends Network> networks;
  private final ImageSet images;
  private final List<Double> epsilons;
  private final List<AttackPlan> plans;

  /**
   * @param epsilons the attacker's radii, in [0, 1]
   * @param seed of PGD's random starts
   */
  public RobustTableJob(
      Compute compute,
      List<? extends Network> networks,
      ImageSet images,
      List<Double> epsilons,
      long seed) {
    if (epsilons.isEmpty()) {
      throw new LabException("There is no attacker's epsilon; give some, for example 0.1,0.2,0.5.");
    }
    epsilons.forEach(Epsilon::check);
    this.compute = compute;
    this.networks = List.copyOf(networks);
    this.images = images;
    this.epsilons = epsilons.stream().distinct().toList();
    this.plans =
        List.of(
            AttackPlan.defaults(Attacks.get("fgsm"), seed),
            AttackPlan.defaults(Attacks.get("pgd"), seed));
  }

  @Override
  public String name() {
    return "Training against attack, " + images.size() + " digits";
  }

  @Override
  public RobustTable run(JobContext<Cell> context) {
    List<RobustTable.Row> rows = new ArrayList<>();
    for (int n = 0; n < networks.size(); n++) {
      rows.add(row(n, context));
    }
    return new RobustTable(epsilons, rows);
  }

  private RobustTable.Row row(int n, JobContext<Cell> context) {
    Network network = networks.get(n);
    double clean = Predictions.of(compute, network, images).accuracy();
    context.emit(new Cell(n, Against.CLEAN, epsilons.get(0), clean));
    double[][] right = new double[plans.size()][epsilons.size()];
    for (int from = 0; from < images.size(); from += PART) {
      int first = from;
      ImageSet part = images.slice(from, Math.min(images.size(), from + PART));
      for (int p = 0; p < plans.size(); p++) {
        try (PreparedAttack prepared =
            PreparedAttack.of(compute, network, part, i -> first + i, plans.get(p))) {
          for (int e = 0; e < epsilons.size(); e++) {
            context.check();
            right[p][e] += prepared.accuracy(epsilons.get(e)) * part.size();
            if (from + PART >= images.size()) {
              Against against = p == 0 ? Against.FGSM : Against.PGD;
              context.emit(new Cell(n, against, epsilons.get(e), share(right[p][e])));
            }
          }
        }
      }
      context.progress((n + (from + part.size()) / (double) images.size()) / networks.size());
    }
    return new RobustTable.Row(network.name(), clean, shares(right[0]), shares(right[1]));
  }

  private List<Double> shares(double[] right) {
    List<Double> shares = new ArrayList<>();
    for (double count : right) {
      shares.add(share(count));
    }
    return List.copyOf(shares);
  }

  private double share(double right) {
    return Math.round(right) / (double) images.size();
  }
}
