package epsilonlab.evaluation;

import epsilonlab.attack.AttackPlan;
import epsilonlab.attack.Epsilon;
import epsilonlab.data.ImageSet;
import epsilonlab.engine.Compute;
import epsilonlab.engine.LabException;
import epsilonlab.job.Job;
import epsilonlab.job.JobContext;
import epsilonlab.model.Network;
import java.util.ArrayList;
import java.util.List;

/** Accuracy against epsilon for every network under every attack. */
public final class CurveJob implements Job<CurveJob.Point, List<Curve>> {
  private final Compute compute;
  private final List<? extends Network> networks;
  private final List<AttackPlan> plans;
  private final ImageSet images;
  private final List<Double> epsilons;
  private final String name;

  /** One value of one curve. */
  public record Point(int network, int plan, double epsilon, double accuracy) {}

  /**
   * @param images the test images; the i-th has the random numbers of id i
   * @param epsilons the radii, in the norms of the attacks
   */
  public CurveJob(
      Compute compute,
      List<? extends Network> networks,
      List<AttackPlan> plans,
      ImageSet images,
      List<Double> epsilons,
      String name) {
    if (epsilons.isEmpty()) {
      throw new LabException("There is no epsilon; give some, for example 0,0.1,0.2,0.3.");
    }
    for (AttackPlan plan : plans) {
      epsilons.forEach(epsilon -> Epsilon.check(epsilon, plan.attack().norm(), ImageSet.PIXELS));
    }
    this.compute = compute;
    this.networks = List.copyOf(networks);
    this.plans = List.copyOf(plans);
    this.images = images;
    this.epsilons = epsilons.stream().sorted().distinct().toList();
    this.name = name;
  }

  @Override
  public String name() {
    return name;
  }

  /** The epsilons, growing, each once. */
  List<Double> epsilons() {
    return epsilons;
  }

  @Override
  public List<Curve> run(JobContext<Point> context) {
    List<Curve> curves = new ArrayList<>();
    double all = (double) networks.size() * plans.size() * epsilons.size();
    int done = 0;
    for (int n = 0; n < networks.size(); n++) {
      for (int p = 0; p < plans.size(); p++) {
        AttackPlan plan = plans.get(p);
        List<Double> accuracies = new ArrayList<>();
        try (PreparedAttack prepared =
            PreparedAttack.of(compute, networks.get(n), images, i -> i, plan)) {
          for (double epsilon : epsilons) {
            context.check();
            double accuracy = prepared.accuracy(epsilon);
            accuracies.add(accuracy);
            context.progress(++done / all);
            context.emit(new Point(n, p, epsilon, accuracy));
          }
        }
        curves.add(new Curve(networks.get(n).name(), plan.attack().id(), epsilons, accuracies));
      }
    }
    return curves;
  }
}
