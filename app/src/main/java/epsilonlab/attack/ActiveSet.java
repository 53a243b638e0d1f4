package epsilonlab.attack;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDScope;
import epsilonlab.engine.Cancellation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The examples that an attack still works on, with the arrays that its steps carry along, one row
 * an image. When an image is dropped, so are its rows, and nothing more is computed for it.
 */
final class ActiveSet {
  private final NDArray scalarEpsilon;
  private final Row ownEpsilon;
  private final List<Row> rows = new ArrayList<>();
  private final Set<NDArray> borrowed = Collections.newSetFromMap(new IdentityHashMap<>());
  private Examples examples;
  private int[] places;
  private final Geometry geometry;
  private Ball ball;

  /**
   * @param all the examples to begin with; they stay the caller's
   * @param epsilon a scalar, or N x 1 x 1 x 1
   * @param geometry the norm of the balls
   */
  ActiveSet(Examples all, NDArray epsilon, Geometry geometry) {
    this.geometry = geometry;
    examples = all;
    places = IntStream.range(0, all.size()).toArray();
    borrowed.addAll(all.arrays());
    borrowed.add(epsilon);
    boolean shared = epsilon.getShape().dimension() == 0;
    scalarEpsilon = shared ? epsilon : null;
    ownEpsilon = shared ? null : row(epsilon);
    ball = geometry.ball(all.images(), epsilon);
  }

  /** An array with one row for each active image, which changes from step to step. */
  static final class Row {
    private NDArray array;

    private Row(NDArray array) {
      this.array = array;
    }

    NDArray get() {
      return array;
    }

    /** Takes a new array; what was there before is closed when the step ends. */
    void set(NDArray next) {
      array = next;
    }

    /** Takes the rows of {@code next} where {@code where} (N, boolean) says so. */
    void set(NDArray next, NDArray where) {
      array = PerImage.choose(where, next, array);
    }
  }

  /** Carries an array along; it is closed when nobody needs it any more. */
  Row row(NDArray initial) {
    Row row = new Row(initial);
    rows.add(row);
    return row;
  }

  Examples examples() {
    return examples;
  }

  /** Where the active images stand among those of the beginning. */
  int[] places() {
    return places;
  }

  int size() {
    return examples.size();
  }

  boolean isEmpty() {
    return examples.size() == 0;
  }

  /** A scalar, or one for each active image, N x 1 x 1 x 1. */
  NDArray epsilon() {
    return ownEpsilon == null ? scalarEpsilon : ownEpsilon.get();
  }

  Ball ball() {
    return ball;
  }

  /** Does one step, and closes whatever it made and what nobody needs any more. */
  void step(Runnable body) {
    Cancellation.check();
    Set<NDArray> before = arrays();
    try (NDScope scope = new NDScope()) {
      scope.suppressNotUsedWarning();
      body.run();
      arrays().forEach(NDScope::unregister);
    }
    Set<NDArray> now = arrays();
    now.stream().filter(array -> !before.contains(array)).forEach(NDScope::register);
    before.stream().filter(array -> !now.contains(array)).forEach(NDArray::close);
  }

  // those of the caller are left alone
  private Set<NDArray> arrays() {
    Set<NDArray> arrays = Collections.newSetFromMap(new IdentityHashMap<>());
    arrays.addAll(examples.arrays());
    arrays.addAll(ball.arrays());
    rows.forEach(row -> arrays.add(row.array));
    arrays.removeAll(borrowed);
    return arrays;
  }

  /** Drops the images whose answers show that they are fooled; N x classes. */
  void dropFooled(NDArray logits) {
    drop(examples.fooled(logits).toBooleanArray());
  }

  /** Drops images. */
  void drop(boolean[] gone) {
    int[] left = IntStream.range(0, gone.length).filter(i -> !gone[i]).toArray();
    if (left.length == gone.length) {
      return;
    }
    places = IntStream.of(left).map(i -> places[i]).toArray();
    examples = examples.pick(left);
    if (left.length > 0) {
      NDArray index = PerImage.index(examples.images().getManager(), left);
      rows.forEach(row -> row.array = row.array.get(index));
      ball = geometry.ball(examples.images(), epsilon());
    }
  }
}
