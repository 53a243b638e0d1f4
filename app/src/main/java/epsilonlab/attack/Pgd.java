package epsilonlab.attack;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDScope;
import epsilonlab.model.Network;
import java.util.List;

/**
 * Projected gradient descent of Madry et al., "Towards Deep Learning Models Resistant to
 * Adversarial Attacks" (2018): sign steps from a random point of the ball, projected back; of
 * several restarts, an image keeps the one that fools the network, or else the largest loss.
 */
final class Pgd implements Attack {
  @Override
  public String id() {
    return "pgd";
  }

  @Override
  public String title() {
    return "PGD";
  }

  @Override
  public String sentence() {
    return "Many sign steps from a random start, always pulled back into the ball.";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        Parameter.STEPS.withInitial(40),
        Parameter.derived(
            "step-size", "α", "Step size", 1, "2.5 ε / k", "How far one step moves every pixel."),
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
    SignSteps walk =
        new SignSteps(
            network,
            examples,
            settings.integer("steps"),
            settings.real("step-size"),
            2.5,
            loss::sum);
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

  private static NDArray start(Examples examples, boolean random, int restart, NDArray epsilon) {
    if (!random) {
      return examples.images();
    }
    return examples.uniformNoise("pgd start " + restart).muli(epsilon).addi(examples.images());
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
