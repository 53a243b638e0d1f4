package epsilonlab.attack;

import ai.djl.ndarray.NDArray;

/**
 * Adam (Kingma and Ba, "Adam: A Method for Stochastic Optimization", 2015) on an array of points,
 * one a row, that it changes in place.
 */
final class AdamPoint {
  private static final double BETA1 = 0.9;
  private static final double BETA2 = 0.999;
  private static final double TINY = 1e-8;

  private final NDArray mean;
  private final NDArray square;

  /** Has seen no gradient yet. */
  AdamPoint(NDArray points) {
    this(points.zerosLike(), points.zerosLike());
  }

  private AdamPoint(NDArray mean, NDArray square) {
    this.mean = mean;
    this.square = square;
  }

  /** That of the rows with these places. */
  AdamPoint pick(NDArray index) {
    return new AdamPoint(mean.get(index), square.get(index));
  }

  /**
   * Moves the points against the gradient.
   *
   * @param number of this step, from 1
   * @param learningRate how far this step goes
   */
  void step(NDArray points, NDArray gradient, int number, double learningRate) {
    mean.muli(BETA1).addi(gradient.mul(1 - BETA1));
    square.muli(BETA2).addi(gradient.square().muli(1 - BETA2));
    double rate = learningRate / (1 - Math.pow(BETA1, number));
    double scale = 1 / Math.sqrt(1 - Math.pow(BETA2, number));
    points.subi(mean.mul(rate).divi(square.sqrt().muli(scale).addi(TINY)));
  }
}
