package epsilonlab.defence;

import ai.djl.ndarray.NDArray;
import epsilonlab.engine.Tensors;

/**
 * Rounds every pixel to one of 2^bits values from 0 to 1. Its derivative is zero wherever it has
 * one.
 */
record Quantisation(int bits) implements Preprocessing {
  @Override
  public NDArray apply(NDArray images) {
    NDArray steps = Tensors.scalar(images.getManager(), (1 << bits) - 1);
    return images.mul(steps).round().div(steps);
  }
}
