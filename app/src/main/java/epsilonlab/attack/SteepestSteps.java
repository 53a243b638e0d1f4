package epsilonlab.attack;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDScope;
import epsilonlab.engine.Cancellation;
import epsilonlab.engine.Tensors;
import epsilonlab.model.LogitsLoss;
import epsilonlab.model.Network;
import java.util.function.Function;

/** The steepest steps inside a ball, each from a fresh gradient. */
public final class SteepestSteps {
  private final Network network;
  private final Examples examples;
  private final int steps;
  private final double stepSize;
  private final double reach;
  private final Function<Examples, LogitsLoss> loss;
  private final Geometry geometry;

  /**
   * @param network the network under attack
   * @param examples whose images are the centres of the balls
   * @param steps how many
   * @param stepSize the size of a step, or NaN for {@code reach} epsilon / steps
   * @param reach how far all steps together go, in epsilons
   * @param loss what the steps make grow
   * @param geometry the norm of ball and steps; in l-infinity the steps are signs
   */
  SteepestSteps(
      Network network,
      Examples examples,
      int steps,
      double stepSize,
      double reach,
      Function<Examples, LogitsLoss> loss,
      Geometry geometry) {
    this.geometry = geometry;
    this.loss = loss;
    this.network = network;
    this.examples = examples;
    this.steps = steps;
    this.stepSize = stepSize;
    this.reach = reach;
  }

  /**
   * Sign steps in an l-infinity ball, for an adversarial training with a loss of its own.
   *
   * @param network the network under attack
   * @param examples whose images are the centres of the balls
   * @param steps how many
   * @param stepSize the size of a step, or NaN for {@code reach} epsilon / steps
   * @param reach how far all steps together go, in epsilons
   * @param loss what the steps make grow
   */
  public static SteepestSteps signs(
      Network network,
      Examples examples,
      int steps,
      double stepSize,
      double reach,
      Function<Examples, LogitsLoss> loss) {
    return new SteepestSteps(network, examples, steps, stepSize, reach, loss, Geometry.LINF);
  }

  /** The size of a step: as chosen, or, where that is NaN, {@code reach} epsilon / steps. */
  static NDArray stepSize(NDArray epsilon, double chosen, double reach, int steps) {
    return Double.isNaN(chosen)
        ? epsilon.mul(reach / steps)
        : Tensors.scalar(epsilon.getManager(), chosen);
  }

  /**
   * The examples that no step fools.
   *
   * @param some of the examples
   * @param start where they begin
   */
  Examples survivors(Examples some, NDArray start, NDArray epsilon) {
    NDArray size = stepSize(epsilon, stepSize, reach, steps);
    ActiveSet active = new ActiveSet(some, epsilon, geometry);
    ActiveSet.Row at = active.row(active.ball().project(start));
    for (int step = 0; step < steps && !active.isEmpty(); step++) {
      active.step(
          () -> {
            Network.InputGradient seen =
                network.inputGradient(at.get(), loss.apply(active.examples()));
            at.set(active.ball().step(at.get(), seen.gradient(), size));
            active.dropFooled(seen.logits());
          });
    }
    if (!active.isEmpty()) {
      active.step(() -> active.dropFooled(network.logits(at.get())));
    }
    return active.examples();
  }

  /**
   * Where the steps lead.
   *
   * @param start where they begin; it is pulled into the ball
   * @param epsilon the radius of the ball
   */
  public NDArray from(NDArray start, NDArray epsilon) {
    NDArray size = stepSize(epsilon, stepSize, reach, steps);
    Ball ball = geometry.ball(examples.images(), epsilon);
    NDArray current = ball.project(start);
    for (int step = 0; step < steps; step++) {
      Cancellation.check();
      NDArray next = step(current, size, ball);
      current.close();
      current = next;
    }
    return current;
  }

  private NDArray step(NDArray current, NDArray size, Ball ball) {
    NDArray next;
    try (NDScope scope = new NDScope()) {
      scope.suppressNotUsedWarning();
      next =
          ball.step(current, network.inputGradient(current, loss.apply(examples)).gradient(), size);
      NDScope.unregister(next);
    }
    NDScope.register(next);
    return next;
  }
}
