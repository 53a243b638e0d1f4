package epsilonlab.attack;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDScope;
import epsilonlab.engine.Cancellation;
import epsilonlab.model.LogitsLoss;
import epsilonlab.model.Network;
import java.util.Arrays;

/** The steps of {@link Jsma}; an image stops as soon as it fools the network. */
final class SaliencySteps {
  // more than any logit
  private static final float FAR = 1e9f;

  private final Network network;
  private final SaliencyMap map;
  private final WorkingImages working;
  private final int[] budgets;
  private final boolean[][] turned;

  /**
   * @param budgets how many pixels of each image may be turned; they are used up
   */
  SaliencySteps(Network network, Examples examples, SaliencyMap map, int[] budgets) {
    this.network = network;
    this.map = map;
    this.budgets = budgets;
    this.working = new WorkingImages(examples);
    this.turned = new boolean[examples.size()][working.pixels()];
  }

  /** Turns pixels until the budgets are used up; returns the pixels of all images. */
  float[] run() {
    working.leave(i -> budgets[i] > 0);
    while (working.count() > 0) {
      Cancellation.check();
      try (NDScope scope = new NDScope()) {
        scope.suppressNotUsedWarning();
        working.dropFooled(network).ifPresent(this::step);
      }
      working.leave(i -> budgets[i] > 0);
    }
    return working.all();
  }

  private void step(WorkingImages.Standing at) {
    int classes = network.classes();
    NDArray wanted =
        at.examples().targets() == null
            ? at.logits().sub(at.examples().labels().oneHot(classes).mul(FAR)).argMax(1)
            : at.examples().targets();
    NDArray one = wanted.oneHot(classes);
    float[] target = slope(at, one);
    float[] others = slope(at, one.neg().add(1));
    int pixels = working.pixels();
    int[] places = working.places();
    for (int row = 0; row < places.length; row++) {
      Cancellation.check();
      int place = places[row];
      float[] image = working.image(place);
      int count =
          map.turn(
              image,
              turned[place],
              Arrays.copyOfRange(target, row * pixels, (row + 1) * pixels),
              Arrays.copyOfRange(others, row * pixels, (row + 1) * pixels),
              budgets[place] > 1,
              classes);
      working.put(place, image);
      // where no pixel helps there is nothing to wait for
      budgets[place] = count == 0 ? 0 : budgets[place] - count;
    }
  }

  private float[] slope(WorkingImages.Standing at, NDArray weights) {
    return network
        .inputGradient(at.images(), LogitsLoss.weighted(weights))
        .gradient()
        .toFloatArray();
  }
}
