package epsilonlab.attack;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDScope;
import epsilonlab.model.Network;
import java.util.function.BiFunction;
import java.util.function.IntFunction;

/** Several tries at the same images. */
final class Attempts {
  static final Parameter PARAMETER =
      Parameter.integer(
          "restarts", "r", "Restarts", 1, 1000, 1, "How often it starts again elsewhere.");

  private Attempts() {}

  /**
   * The images of the best try: for each the first that fools the network, or else the one with the
   * largest loss.
   *
   * @param attempt gives the adversarial images of a try, from 0
   */
  static NDArray best(
      int tries,
      Network network,
      Examples examples,
      AttackLoss loss,
      IntFunction<NDArray> attempt) {
    NDArray best = attempt.apply(0);
    for (int number = 1; number < tries; number++) {
      NDArray next;
      // a thousand tries must not hold what each of them needed
      try (NDScope scope = new NDScope()) {
        scope.suppressNotUsedWarning();
        next = better(network, examples, loss, best, attempt.apply(number));
        NDScope.unregister(next);
      }
      NDScope.register(next);
      if (best != examples.images()) {
        best.close();
      }
      best = next;
    }
    return best;
  }

  private static NDArray better(
      Network network, Examples examples, AttackLoss loss, NDArray a, NDArray b) {
    NDArray logitsA = network.logits(a);
    NDArray logitsB = network.logits(b);
    NDArray fooledA = examples.fooled(logitsA);
    NDArray fooledB = examples.fooled(logitsB);
    NDArray larger = loss.of(logitsB, examples).gt(loss.of(logitsA, examples));
    NDArray onlyB = fooledB.logicalAnd(fooledA.logicalNot());
    NDArray chosen = onlyB.logicalOr(fooledA.eq(fooledB).logicalAnd(larger));
    return PerImage.choose(chosen, b, a);
  }

  /**
   * The examples that survive all tries; a try has only those of the one before.
   *
   * @param all the examples to begin with; they stay the caller's
   * @param attempt gives the survivors of a try, from 0
   */
  static Examples survivors(
      int tries, Examples all, BiFunction<Integer, Examples, Examples> attempt) {
    Examples left = all;
    for (int number = 0; number < tries && left.size() > 0; number++) {
      Examples next;
      try (NDScope scope = new NDScope()) {
        scope.suppressNotUsedWarning();
        next = attempt.apply(number, left);
        next.arrays().forEach(NDScope::unregister);
      }
      if (next != all) {
        next.arrays().forEach(NDScope::register);
      }
      left = next;
    }
    return left;
  }
}
