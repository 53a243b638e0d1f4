package epsilonlab.attack;

import ai.djl.ndarray.NDArray;
import epsilonlab.engine.Tensors;
import epsilonlab.model.LogitsLoss;
import java.util.stream.IntStream;

/**
 * The examples that no step has fooled yet, with where they stand. Every step drops those that it
 * finds fooled: a robust accuracy needs no more of them.
 */
final class Survivors {
  private Examples examples;
  private NDArray at;

  Survivors(Examples examples, NDArray at) {
    this.examples = examples;
    this.at = at;
  }

  Examples examples() {
    return examples;
  }

  NDArray at() {
    return at;
  }

  int count() {
    return examples.size();
  }

  void moveTo(NDArray next) {
    at = next;
  }

  /**
   * Drops those whose answers show that they are fooled.
   *
   * @return whether there were any
   */
  boolean drop(NDArray logits) {
    boolean[] fooled = examples.fooled(logits).toBooleanArray();
    int[] left = IntStream.range(0, fooled.length).filter(i -> !fooled[i]).toArray();
    if (left.length == fooled.length) {
      return false;
    }
    if (left.length > 0) {
      long[] places = IntStream.of(left).asLongStream().toArray();
      at = at.get(Tensors.of(at.getManager(), places));
    }
    examples = examples.pick(left);
    return true;
  }

  /** What an attack makes grow, with a look at the logits on the way. */
  static final class Watched implements LogitsLoss {
    private final LogitsLoss goal;
    private NDArray logits;

    Watched(LogitsLoss goal) {
      this.goal = goal;
    }

    @Override
    public NDArray value(NDArray seen) {
      logits = seen;
      return goal.value(seen);
    }

    @Override
    public NDArray gradient(NDArray seen) {
      logits = seen;
      return goal.gradient(seen);
    }

    NDArray logits() {
      return logits;
    }
  }
}
