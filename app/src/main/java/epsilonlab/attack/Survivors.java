package epsilonlab.attack;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDScope;
import epsilonlab.engine.Tensors;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The examples that no step has fooled yet, with where they stand. Every step drops those that it
 * finds fooled: a robust accuracy needs no more of them.
 */
final class Survivors {
  private final Examples all;
  private final NDArray epsilon;
  private final Geometry geometry;
  private Examples examples;
  private Ball ball;
  private NDArray at;

  /**
   * @param start where they begin; it is pulled into the ball
   */
  Survivors(Examples examples, NDArray start, NDArray epsilon, Geometry geometry) {
    this.all = examples;
    this.examples = examples;
    this.epsilon = epsilon;
    this.geometry = geometry;
    this.ball = geometry.ball(examples.images(), epsilon);
    this.at = ball.project(start);
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

  /** Does one step, and closes whatever it made and what nobody needs any more. */
  void step(Runnable body) {
    List<NDArray> before = arrays();
    try (NDScope scope = new NDScope()) {
      scope.suppressNotUsedWarning();
      body.run();
      arrays().forEach(NDScope::unregister);
    }
    List<NDArray> now = arrays();
    now.forEach(NDScope::register);
    before.stream().filter(array -> !now.contains(array)).forEach(NDArray::close);
  }

  // those of the original examples belong to somebody else
  private List<NDArray> arrays() {
    List<NDArray> arrays = new ArrayList<>(ball.arrays());
    arrays.add(at);
    if (examples != all) {
      arrays.addAll(examples.arrays());
    }
    return arrays;
  }

  /** Takes the steepest step; the gradient is changed. */
  void move(NDArray gradient, NDArray size) {
    at = ball.step(at, gradient, size);
  }

  /** Drops those whose answers show that they are fooled. */
  void drop(NDArray logits) {
    boolean[] fooled = examples.fooled(logits).toBooleanArray();
    int[] left = IntStream.range(0, fooled.length).filter(i -> !fooled[i]).toArray();
    if (left.length == fooled.length) {
      return;
    }
    examples = examples.pick(left);
    if (left.length > 0) {
      long[] places = IntStream.of(left).asLongStream().toArray();
      at = at.get(Tensors.of(at.getManager(), places));
      ball = geometry.ball(examples.images(), epsilon);
    }
  }
}
