package epsilonlab.defence.purify;

import epsilonlab.attack.AttackPlan;
import epsilonlab.attack.Epsilon;
import epsilonlab.data.ImageSet;
import epsilonlab.engine.Compute;
import epsilonlab.engine.Priority;
import epsilonlab.evaluation.PreparedAttack;
import epsilonlab.job.Job;
import epsilonlab.job.JobContext;
import epsilonlab.model.Network;
import epsilonlab.model.Predictions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;

/** Some digits at one epsilon, attacked and restored, to be looked at. */
public final class PurifiedDigitsJob implements Job<Void, List<PurifiedDigit>> {
  private final Compute compute;
  private final PurifierDefence defence;
  private final ImageSet images;
  private final IntToLongFunction ids;
  private final AttackPlan plan;
  private final double epsilon;

  /**
   * @param images the digits
   * @param ids what the random numbers of the i-th depend on: its index in the test set
   * @param plan see {@link PurifierDefence#checkAttack}
   * @param epsilon the largest change of a pixel
   */
  public PurifiedDigitsJob(
      Compute compute,
      PurifierDefence defence,
      ImageSet images,
      IntToLongFunction ids,
      AttackPlan plan,
      double epsilon) {
    PurifierDefence.checkAttack(plan);
    this.compute = compute;
    this.defence = defence;
    this.images = images;
    this.ids = ids;
    this.plan = plan;
    this.epsilon = Epsilon.check(epsilon);
  }

  @Override
  public String name() {
    return "Purified digits";
  }

  @Override
  public Priority priority() {
    return Priority.FOLLOWING;
  }

  @Override
  public List<PurifiedDigit> run(JobContext<Void> context) {
    float[][] onBare = craft(defence.classifier());
    context.check();
    float[][] onBoth = craft(defence.attacked());
    context.check();
    List<List<PurifiedDigit.View>> views =
        List.of(
            views(PurifierSetting.UNDEFENDED, onBare, Optional.empty()),
            views(PurifierSetting.PLAIN, onBare, Optional.of(restored(onBare))),
            views(PurifierSetting.ADAPTIVE, onBoth, Optional.of(restored(onBoth))));
    return IntStream.range(0, images.size())
        .mapToObj(
            i ->
                new PurifiedDigit(
                    images.label(i), views.stream().map(setting -> setting.get(i)).toList()))
        .toList();
  }

  private float[][] craft(Network network) {
    try (PreparedAttack prepared = PreparedAttack.of(compute, network, images, ids, plan)) {
      return prepared.images(epsilon);
    }
  }

  private float[][] restored(float[][] attacked) {
    return Restored.of(defence.purifier(), attacked);
  }

  private List<PurifiedDigit.View> views(
      PurifierSetting setting, float[][] attacked, Optional<float[][]> restored) {
    Predictions answers =
        Predictions.of(compute, defence.classifier(), restored.orElse(attacked), images.labels());
    List<PurifiedDigit.View> views = new ArrayList<>();
    for (int i = 0; i < attacked.length; i++) {
      int digit = i;
      views.add(
          new PurifiedDigit.View(
              setting,
              attacked[i],
              restored.map(rows -> rows[digit]),
              answers.answers()[i],
              answers.confidence(i)));
    }
    return views;
  }
}
