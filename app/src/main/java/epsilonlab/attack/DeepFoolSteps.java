package epsilonlab.attack;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDScope;
import epsilonlab.engine.Cancellation;
import epsilonlab.engine.Tensors;
import epsilonlab.model.LogitsLoss;
import epsilonlab.model.Network;
import java.util.stream.IntStream;

/** The steps of {@link DeepFool}; an image stops as soon as it fools the network. */
final class DeepFoolSteps {
  // the steps get shorter towards the boundary and must not end before it
  private static final float LEAST_STEP = 1e-4f;
  private static final float TINY = 1e-8f;
  // more than any logit, so that the label comes first even where it is equal to another
  private static final float FIRST = 1e9f;

  private final Network network;
  private final Examples all;
  private final Geometry geometry;
  private final int candidates;
  private final double reach;
  private final int pixels;
  private final float[] original;
  private final float[] current;
  private final float[] change;
  private int[] left;

  /**
   * @param candidates how many of the likeliest classes count, the label included
   * @param reach how far beyond the boundaries, as a multiple of the way
   */
  DeepFoolSteps(
      Network network, Examples examples, Geometry geometry, int candidates, double reach) {
    this.network = network;
    this.all = examples;
    this.geometry = geometry;
    this.candidates = Math.min(candidates, network.classes());
    this.reach = reach;
    this.original = examples.images().toFloatArray();
    this.current = original.clone();
    this.pixels = current.length / examples.size();
    this.change = new float[current.length];
    this.left = IntStream.range(0, examples.size()).toArray();
  }

  /** Makes at most this number of steps. */
  void go(int steps) {
    for (int step = 0; left.length > 0 && step <= steps; step++) {
      Cancellation.check();
      try (NDScope scope = new NDScope()) {
        scope.suppressNotUsedWarning();
        Standing standing = drop();
        if (left.length > 0 && step < steps) {
          step(standing);
        }
      }
    }
    // what never fooled the network is of no use
    for (int i : left) {
      System.arraycopy(original, i * pixels, current, i * pixels, pixels);
    }
  }

  /** Leaves those alone that fool the network; returns the others, at their present place. */
  private Standing drop() {
    NDArray logits = network.logits(rows(current));
    boolean[] fooled = all.pick(left).fooled(logits).toBooleanArray();
    int[] staying = IntStream.range(0, left.length).filter(i -> !fooled[i]).toArray();
    left = IntStream.of(staying).map(i -> left[i]).toArray();
    if (left.length == 0) {
      return null;
    }
    return new Standing(all.pick(left), rows(current), logits.get(index(staying)));
  }

  private record Standing(Examples examples, NDArray at, NDArray logits) {}

  private void step(Standing standing) {
    NDArray labels = one(standing.examples.labels());
    NDArray likeliest = standing.logits.add(labels.mul(FIRST)).argSort(1, false);
    NDArray nearest = null;
    NDArray slope = null;
    for (int k = 1; k < candidates; k++) {
      Cancellation.check();
      NDArray difference = one(likeliest.get(":, " + k)).sub(labels);
      NDArray gradient =
          network.inputGradient(standing.at, LogitsLoss.weighted(difference)).gradient();
      NDArray height = standing.logits.mul(difference).sum(new int[] {1}).abs();
      NDArray distance = height.reshape(-1, 1, 1, 1).div(geometry.dual(gradient).add(TINY));
      if (k == 1) {
        nearest = distance;
        slope = gradient;
      } else {
        NDArray nearer = distance.lt(nearest);
        nearest = NDArrays.where(nearer, distance, nearest);
        slope = NDArrays.where(nearer.broadcast(slope.getShape()), gradient, slope);
      }
    }
    move(geometry.direction(slope).mul(nearest.add(LEAST_STEP)).toFloatArray());
  }

  private NDArray one(NDArray classes) {
    return classes.oneHot(network.classes());
  }

  private void move(float[] steps) {
    for (int row = 0; row < left.length; row++) {
      int first = left[row] * pixels;
      for (int p = 0; p < pixels; p++) {
        change[first + p] += steps[row * pixels + p];
        double moved = original[first + p] + reach * change[first + p];
        current[first + p] = (float) Math.min(1, Math.max(0, moved));
      }
    }
  }

  private NDArray rows(float[] images) {
    float[] rows = new float[left.length * pixels];
    for (int row = 0; row < left.length; row++) {
      System.arraycopy(images, left[row] * pixels, rows, row * pixels, pixels);
    }
    long[] shape = all.images().getShape().getShape().clone();
    shape[0] = left.length;
    return Tensors.of(all.images().getManager(), rows, shape);
  }

  private NDArray index(int[] places) {
    return Tensors.of(all.images().getManager(), IntStream.of(places).asLongStream().toArray());
  }

  /** The images that fool the network, and the originals of the others. */
  float[] found() {
    return current;
  }
}
