package epsilonlab.attack;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDScope;
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
        Parameter.integer(
            "restarts", "r", "Restarts", 1, 1000, 1, "How often it starts again elsewhere."),
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
            loss,
            geometry);
    return new Prepared() {
      @Override
      public NDArray at(NDArray epsilon) {
        NDArray best = walk.from(start(examples, random, 0, epsilon), epsilon);
        for (int restart = 1; restart < restarts; restart++) {
          NDArray other = walk.from(start(examples, random, restart, epsilon), epsilon);
          best = better(network, examples, loss, best, other);
        }
        return best;
      }

      @Override
      public long stillRight(Network victim, Examples all, NDArray epsilon) {
        if (all.targets() != null) {
          return Prepared.super.stillRight(victim, all, epsilon);
        }
        Examples left = all;
        for (int restart = 0; restart < restarts && left.size() > 0; restart++) {
          Examples next;
          try (NDScope scope = new NDScope()) {
            scope.suppressNotUsedWarning();
            next = walk.survivors(left, start(left, random, restart, epsilon), epsilon);
            next.arrays().forEach(NDScope::unregister);
          }
          if (next != all) {
            next.arrays().forEach(NDScope::register);
          }
          left = next;
        }
        return left.size();
      }
    };
  }

  private NDArray start(Examples examples, boolean random, int restart, NDArray epsilon) {
    if (!random) {
      return examples.images();
    }
    return geometry.start(examples, epsilon, "pgd start " + restart);
  }

  /** For each image the one that fools the network, or else the one with the larger objective. */
  private static NDArray better(
      Network network, Examples examples, AttackLoss loss, NDArray a, NDArray b) {
    NDArray logitsA = network.logits(a);
    NDArray logitsB = network.logits(b);
    NDArray fooledA = examples.fooled(logitsA);
    NDArray fooledB = examples.fooled(logitsB);
    NDArray larger = loss.of(logitsB, examples).gt(loss.of(logitsA, examples));
    NDArray onlyB = fooledB.logicalAnd(fooledA.logicalNot());
    NDArray chosen = onlyB.logicalOr(fooledA.eq(fooledB).logicalAnd(larger));
    return NDArrays.where(chosen.reshape(-1, 1, 1, 1).broadcast(a.getShape()), b, a);
  }
}
