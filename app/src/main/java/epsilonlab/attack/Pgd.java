package epsilonlab.attack;

import ai.djl.ndarray.NDArray;
import epsilonlab.model.Network;
import java.util.List;

/**
 * Projected gradient descent of Madry et al., "Towards Deep Learning Models Resistant to
 * Adversarial Attacks" (2018), in the l-infinity or the l2 ball: the steepest steps from a random
 * point of the ball, projected back; of several restarts, an image keeps the one that fools the
 * network, or else the largest loss.
 */
final class Pgd implements Attack {
  private final String id;
  private final String title;
  private final String sentence;
  private final String step;
  private final Geometry geometry;
  private final double reach;

  private Pgd(
      String id, String title, String sentence, String step, Geometry geometry, double reach) {
    this.id = id;
    this.title = title;
    this.sentence = sentence;
    this.step = step;
    this.geometry = geometry;
    this.reach = reach;
  }

  /** In the l-infinity ball, where the steps are signs. */
  static Pgd linf() {
    return new Pgd(
        "pgd",
        "PGD",
        "Many sign steps from a random start, always pulled back into the ball.",
        "How far one step moves every pixel.",
        Geometry.LINF,
        2.5);
  }

  /**
   * In the l2 ball, where the steps follow the gradient. They are longer than those of signs: the
   * random start is nearly a radius away, and from there shorter ones come to weaker images.
   */
  static Pgd l2() {
    return new Pgd(
        "pgd-l2",
        "PGD, l2",
        "Many steps along the gradient from a random start, always pulled back into the ball.",
        "In l2: how long one step is.",
        Geometry.L2,
        8);
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public String title() {
    return title;
  }

  @Override
  public String sentence() {
    return sentence;
  }

  @Override
  public Norm norm() {
    return geometry.norm();
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        Parameter.STEPS.withInitial(40),
        Parameter.derived(
            "step-size",
            "α",
            "Step size",
            geometry == Geometry.LINF ? 1 : 1000,
            (geometry == Geometry.LINF ? "2.5" : "8") + " ε / k",
            step),
        Attempts.PARAMETER,
        Parameter.onOff("random-start", "Random", true, "Starts at a random point of the ball."),
        AttackLoss.PARAMETER);
  }

  @Override
  public Prepared prepare(Network network, Examples examples, AttackSettings settings) {
    int restarts = settings.integer("restarts");
    boolean random = settings.isOn("random-start");
    AttackLoss loss = AttackLoss.chosen(settings);
    SteepestSteps walk =
        new SteepestSteps(
            network,
            examples,
            settings.integer("steps"),
            settings.real("step-size"),
            reach,
            loss::sum,
            geometry);
    return new Dropping() {
      @Override
      public NDArray at(NDArray epsilon) {
        return Attempts.best(
            restarts,
            network,
            examples,
            loss,
            restart -> walk.from(start(examples, random, restart, epsilon), epsilon));
      }

      @Override
      public Examples survivors(Examples some, NDArray epsilon) {
        return Attempts.survivors(
            restarts,
            some,
            (restart, left) ->
                walk.survivors(left, start(left, random, restart, epsilon), epsilon));
      }
    };
  }

  private NDArray start(Examples examples, boolean random, int restart, NDArray epsilon) {
    if (!random) {
      return examples.images();
    }
    return geometry.start(examples, epsilon, "pgd start " + restart);
  }
}
