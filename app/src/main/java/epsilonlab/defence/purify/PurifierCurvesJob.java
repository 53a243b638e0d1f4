package epsilonlab.defence.purify;

import epsilonlab.attack.AttackPlan;
import epsilonlab.attack.Epsilon;
import epsilonlab.data.ImageSet;
import epsilonlab.engine.Compute;
import epsilonlab.engine.LabException;
import epsilonlab.evaluation.PreparedAttack;
import epsilonlab.job.Job;
import epsilonlab.job.JobContext;
import epsilonlab.model.Network;
import epsilonlab.model.Predictions;
import java.util.List;

/**
 * What a purifier is worth, against epsilon: the classifier alone under attack, the purifier before
 * the very same images, and both under the attack that knows of the purifier. All three are decided
 * by the attack's last image.
 */
public final class PurifierCurvesJob implements Job<PurifierEvent, PurifierCurves> {
  private final Compute compute;
  private final PurifierDefence defence;
  private final ImageSet images;
  private final AttackPlan plan;
  private final List<Double> epsilons;

  /**
   * @param images the test images; the i-th has the random numbers of id i
   * @param plan see {@link PurifierDefence#checkAttack}
   * @param epsilons the largest changes of a pixel
   * @throws LabException if there is nothing to do, or an epsilon is out of [0, 1]
   */
  public PurifierCurvesJob(
      Compute compute,
      PurifierDefence defence,
      ImageSet images,
      AttackPlan plan,
      List<Double> epsilons) {
    PurifierDefence.checkAttack(plan);
    epsilons.forEach(Epsilon::check);
    if (epsilons.isEmpty()) {
      throw new LabException("There is no epsilon; give some, for example 0,0.1,0.2,0.3.");
    }
    if (images.size() == 0) {
      throw new LabException("There are no images to attack; choose a data set that has some.");
    }
    this.compute = compute;
    this.defence = defence;
    this.images = images;
    this.plan = plan;
    this.epsilons = epsilons.stream().sorted().distinct().toList();
  }

  @Override
  public String name() {
    return "%s as a defence, %d digits".formatted(defence.purifier().title(), images.size());
  }

  @Override
  public PurifierCurves run(JobContext<PurifierEvent> context) {
    return new Run(context).all();
  }

  /** One measurement. */
  private final class Run {
    private final JobContext<PurifierEvent> context;
    private final Network classifier = defence.classifier();
    private final Network defended = defence.defended();
    private PurifierCurves curves = PurifierCurves.EMPTY;

    Run(JobContext<PurifierEvent> context) {
      this.context = context;
    }

    PurifierCurves all() {
      say(new PurifierEvent.Clean(clean(classifier), clean(defended)));
      try (PreparedAttack onBare = prepare(classifier);
          PreparedAttack onBoth = prepare(defence.attacked())) {
        for (double epsilon : epsilons) {
          double[] same = onBare.accuraciesOf(List.of(classifier, defended), epsilon);
          say(new PurifierEvent.Point(PurifierSetting.UNDEFENDED, epsilon, same[0]));
          say(new PurifierEvent.Point(PurifierSetting.PLAIN, epsilon, same[1]));
          double left = onBoth.accuraciesOf(List.of(defended), epsilon)[0];
          say(new PurifierEvent.Point(PurifierSetting.ADAPTIVE, epsilon, left));
        }
      }
      return curves;
    }

    private PreparedAttack prepare(Network network) {
      return PreparedAttack.of(compute, network, images, i -> i, plan);
    }

    private double clean(Network network) {
      context.check();
      return Predictions.of(compute, network, images).accuracy();
    }

    private void say(PurifierEvent event) {
      context.check();
      curves = curves.with(event);
      context.progress(
          (double) curves.points().size() / (PurifierSetting.values().length * epsilons.size()));
      context.emit(event);
    }
  }
}
