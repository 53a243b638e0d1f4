package epsilonlab.attack;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDScope;
import epsilonlab.engine.Cancellation;
import epsilonlab.model.LogitsLoss;
import epsilonlab.model.Network;
import java.util.Arrays;
import java.util.Optional;

/** The steps of {@link DeepFool}; an image stops as soon as it fools the network. */
final class DeepFoolSteps {
  // the steps get shorter towards the boundary and must not end before it
  private static final float LEAST_STEP = 1e-4f;
  private static final float TINY = 1e-8f;
  // more than any logit, so that the label comes first even where it is equal to another
  private static final float FIRST = 1e9f;

  private final Network network;
  private final Geometry geometry;
  private final int candidates;
  private final double reach;
  private final WorkingImages working;
  private final float[] original;
  private final float[] change;

  /**
   * @param candidates how many of the likeliest classes count, the label included
   * @param reach how far beyond the boundaries, as a multiple of the way
   */
  DeepFoolSteps(
      Network network, Examples examples, Geometry geometry, int candidates, double reach) {
    this.network = network;
    this.geometry = geometry;
    this.candidates = Math.min(candidates, network.classes());
    this.reach = reach;
    this.working = new WorkingImages(examples);
    this.original = working.all().clone();
    this.change = new float[original.length];
  }

  /**
   * Makes at most this number of steps.
   *
   * @return the pixels of the images that fool the network, and of the originals of the others
   */
  float[] run(int steps) {
    for (int step = 0; working.count() > 0 && step <= steps; step++) {
      Cancellation.check();
      try (NDScope scope = new NDScope()) {
        scope.suppressNotUsedWarning();
        Optional<WorkingImages.Standing> standing = working.dropFooled(network);
        if (step < steps) {
          standing.ifPresent(this::step);
        }
      }
    }
    int pixels = working.pixels();
    for (int place : working.places()) {
      working.put(place, Arrays.copyOfRange(original, place * pixels, (place + 1) * pixels));
    }
    return working.all();
  }

  private void step(WorkingImages.Standing at) {
    NDArray labels = one(at.examples().labels());
    NDArray likeliest = at.logits().add(labels.mul(FIRST)).argSort(1, false);
    NDArray nearest = null;
    NDArray slope = null;
    for (int k = 1; k < candidates; k++) {
      Cancellation.check();
      NDArray difference = one(likeliest.get(":, " + k)).sub(labels);
      NDArray gradient =
          network.inputGradient(at.images(), LogitsLoss.weighted(difference)).gradient();
      NDArray height = at.logits().mul(difference).sum(new int[] {1}).abs();
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
    int pixels = working.pixels();
    int[] places = working.places();
    for (int row = 0; row < places.length; row++) {
      int first = places[row] * pixels;
      float[] moved = new float[pixels];
      for (int p = 0; p < pixels; p++) {
        change[first + p] += steps[row * pixels + p];
        double there = original[first + p] + reach * change[first + p];
        moved[p] = (float) Math.min(1, Math.max(0, there));
      }
      working.put(places[row], moved);
    }
  }
}
