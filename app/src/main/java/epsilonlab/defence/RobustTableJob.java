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
public final class RobustTableJob implements Job<RobustTable.Row, RobustTable> {
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
  public RobustTable run(JobContext<RobustTable.Row> context) {
    List<RobustTable.Row> rows = new ArrayList<>();
    for (int n = 0; n < networks.size(); n++) {
      RobustTable.Row row = row(n, context);
      rows.add(row);
      context.emit(row);
    }
    return new RobustTable(epsilons, rows);
  }

  private RobustTable.Row row(int n, JobContext<RobustTable.Row> context) {
    Network network = networks.get(n);
    double clean = Predictions.of(compute, network, images).accuracy();
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
      shares.add(Math.round(count) / (double) images.size());
    }
    return List.copyOf(shares);
  }
}
