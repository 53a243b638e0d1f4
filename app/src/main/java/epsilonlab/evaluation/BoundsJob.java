package epsilonlab.evaluation;

import epsilonlab.attack.AttackPlan;
import epsilonlab.data.ImageSet;
import epsilonlab.engine.Compute;
import epsilonlab.job.Job;
import epsilonlab.job.JobContext;
import epsilonlab.model.Classifier;
import java.util.ArrayList;
import java.util.List;

/**
 * Certified accuracy and accuracy under the strongest attack against epsilon: the accuracy under
 * the worst perturbation lies between the two. Reports every epsilon's bound as it is known.
 */
public final class BoundsJob implements Job<Bound, List<Bound>> {
  private final Compute compute;
  private final Classifier classifier;
  private final ImageSet images;
  private final CurveJob curve;

  /**
   * @param attack an l-infinity attack, see {@link Strongest}
   * @param images the test images; the i-th has the random numbers of id i
   * @param epsilons in [0, 1], at least one
   */
  public BoundsJob(
      Compute compute,
      Classifier classifier,
      AttackPlan attack,
      ImageSet images,
      List<Double> epsilons) {
    this.compute = compute;
    this.classifier = classifier;
    this.images = images;
    this.curve =
        new CurveJob(compute, List.of(classifier), List.of(attack), images, epsilons, name());
  }

  @Override
  public String name() {
    return "Bounds, " + classifier.name();
  }

  @Override
  public List<Bound> run(JobContext<Bound> context) {
    List<Bound> bounds = new ArrayList<>();
    curve.run(
        JobContext.of(
            point -> {
              context.check();
              double certified = CertifiedAccuracy.of(compute, classifier, images, point.epsilon());
              Bound bound = new Bound(point.epsilon(), certified, point.accuracy());
              bounds.add(bound);
              context.progress((double) bounds.size() / curve.epsilons().size());
              context.emit(bound);
            }));
    return bounds;
  }
}
