package epsilonlab.attack;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import epsilonlab.engine.Cancellation;
import epsilonlab.engine.Tensors;
import epsilonlab.model.LogitsLoss;
import epsilonlab.model.Network;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Adam on the squared length of a change plus a constant times what the margin lacks, in a variable
 * whose tanh is the image: one round of {@link CarliniWagner}'s search.
 */
final class MarginDescent {
  // tanh never reaches black and white, and hardly moves near them
  private static final float INSIDE = 0.999f;
  private static final int LOOKS = 10;
  private static final double BETTER = 0.999;

  private final Network network;
  private final Examples all;
  private final int steps;
  private final double learningRate;
  private final double confidence;
  private final boolean abortEarly;
  private final SmallestSeen seen;

  /**
   * @param seen hears of every success
   */
  MarginDescent(
      Network network,
      Examples examples,
      int steps,
      double learningRate,
      double confidence,
      boolean abortEarly,
      SmallestSeen seen) {
    this.network = network;
    this.all = examples;
    this.steps = steps;
    this.learningRate = learningRate;
    this.confidence = confidence;
    this.abortEarly = abortEarly;
    this.seen = seen;
  }

  /** The places of the images that need a change at all. */
  int[] begin() {
    boolean[] success = success(margins(network.logits(all.images()), all));
    return IntStream.range(0, success.length).filter(i -> !success[i]).toArray();
  }

  private static float[] margins(NDArray logits, Examples examples) {
    return AttackLoss.MARGIN.of(logits, examples).toFloatArray();
  }

  private boolean[] success(float[] margins) {
    boolean[] success = new boolean[margins.length];
    for (int i = 0; i < margins.length; i++) {
      success[i] = margins[i] > confidence;
    }
    return success;
  }

  /** What Adam works on; the arrays are changed in place. */
  private record State(int[] places, Examples some, NDArray point, AdamPoint adam, NDArray weight) {
    State pick(int[] rows) {
      NDArray index = Tensors.of(point.getManager(), IntStream.of(rows).asLongStream().toArray());
      return new State(
          IntStream.of(rows).map(row -> places[row]).toArray(),
          some.pick(rows),
          point.get(index),
          adam.pick(index),
          weight.get(index));
    }
  }

  /**
   * Descends from the originals.
   *
   * @param places of the images
   * @param constants one for each image of all
   * @return whether each image of all was adversarial at some step
   */
  boolean[] run(int[] places, double[] constants) {
    boolean[] reached = new boolean[constants.length];
    double[] before = new double[constants.length];
    Arrays.fill(before, Double.POSITIVE_INFINITY);
    int look = Math.max(1, steps / LOOKS);
    try (NDScope scope = new NDScope()) {
      scope.suppressNotUsedWarning();
      State state = start(places, constants);
      for (int step = 1; step <= steps && state.places.length > 0; step++) {
        Cancellation.check();
        double[] totals = step(state, step, constants, reached);
        if (abortEarly && step % look == 0) {
          int[] held = state.places;
          int[] improving =
              IntStream.range(0, held.length)
                  .filter(row -> totals[row] < BETTER * before[held[row]])
                  .toArray();
          for (int row = 0; row < held.length; row++) {
            before[held[row]] = totals[row];
          }
          if (improving.length == 0) {
            break;
          }
          if (improving.length < held.length) {
            state = state.pick(improving);
          }
        }
      }
    }
    return reached;
  }

  private State start(int[] places, double[] constants) {
    Examples some = all.pick(places);
    float[] weights = new float[places.length];
    for (int row = 0; row < places.length; row++) {
      weights[row] = (float) constants[places[row]];
    }
    NDManager manager = all.images().getManager();
    NDArray point = atanh(some.images().mul(2).sub(1).mul(INSIDE));
    return new State(
        places, some, point, new AdamPoint(point), Tensors.of(manager, weights, weights.length));
  }

  private static NDArray atanh(NDArray y) {
    return y.add(1).div(y.neg().add(1)).log().mul(0.5);
  }

  /** One step; returns what it makes small, of each image. */
  private double[] step(State state, int number, double[] constants, boolean[] reached) {
    try (NDScope scope = new NDScope()) {
      scope.suppressNotUsedWarning();
      NDArray tanh = state.point.tanh();
      NDArray image = tanh.add(1).mul(0.5);
      NDArray change = image.sub(state.some.images());
      Network.InputGradient slope = network.inputGradient(image, lack(state));
      float[] squares = change.square().sum(new int[] {1, 2, 3}).toFloatArray();
      float[] margins = margins(slope.logits(), state.some);
      boolean[] success = success(margins);
      seen.offer(state.places, image, success, squares);
      NDArray byImage = change.mul(2).addi(slope.gradient());
      NDArray byTanh = tanh.square().muli(-0.5).addi(0.5);
      // long steps find the way, short ones the boundary
      double rate = learningRate * (steps - number + 1) / steps;
      state.adam.step(state.point, byImage.muli(byTanh), number, rate);
      double[] totals = new double[squares.length];
      for (int row = 0; row < totals.length; row++) {
        int place = state.places[row];
        reached[place] |= success[row];
        totals[row] = squares[row] + constants[place] * Math.max(0, confidence - margins[row]);
      }
      return totals;
    }
  }

  /** The constants times what the margins lack to the confidence. */
  private LogitsLoss lack(State state) {
    return logits -> {
      NDManager manager = logits.getManager();
      NDArray margin = AttackLoss.MARGIN.of(logits, state.some);
      NDArray lack = Tensors.scalar(manager, confidence).sub(margin);
      return lack.maximum(Tensors.scalar(manager, 0)).mul(state.weight).sum();
    };
  }
}
