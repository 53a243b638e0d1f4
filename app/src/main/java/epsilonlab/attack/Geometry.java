package epsilonlab.attack;

import ai.djl.ndarray.NDArray;

/** What a norm means along a gradient: its length, and the shortest way that climbs most. */
enum Geometry {
  /** The largest change of a pixel; its steps are signs. */
  LINF(Norm.LINF) {
    @Override
    NDArray dual(NDArray gradient) {
      return perImage(gradient.abs());
    }

    @Override
    NDArray length(NDArray changes) {
      return largest(changes);
    }

    @Override
    NDArray direction(NDArray gradient) {
      return gradient.sign();
    }

    @Override
    Ball ball(NDArray images, NDArray epsilon) {
      return new LinfBall(images, epsilon);
    }

    @Override
    NDArray start(Examples examples, NDArray epsilon, String purpose) {
      return examples.uniformNoise(purpose).muli(epsilon).addi(examples.images());
    }
  },
  /** The Euclidean length; its steps follow the gradient itself. */
  L2(Norm.L2) {
    @Override
    NDArray dual(NDArray gradient) {
      return length(gradient);
    }

    @Override
    NDArray length(NDArray changes) {
      return perImage(changes.square()).sqrt();
    }

    @Override
    NDArray direction(NDArray gradient) {
      // scaled first: the squares of a sure network's gradient are 0 in float32
      NDArray largest = largest(gradient).maximum(TINY);
      NDArray scaled = gradient.div(largest);
      return scaled.div(length(scaled).maximum(TINY));
    }

    @Override
    Ball ball(NDArray images, NDArray epsilon) {
      return new L2Ball(images, epsilon);
    }

    @Override
    NDArray start(Examples examples, NDArray epsilon, String purpose) {
      return examples.uniformInBall(purpose).muli(epsilon).addi(examples.images());
    }
  };

  private static final float TINY = 1e-30f;

  private final Norm norm;

  Geometry(Norm norm) {
    this.norm = norm;
  }

  Norm norm() {
    return norm;
  }

  /**
   * How fast a function can grow along a change of norm 1: the dual norm of its gradient.
   *
   * @return N x 1 x 1 x 1
   */
  abstract NDArray dual(NDArray gradient);

  /** The norm of each change; N x 1 x 1 x 1. */
  abstract NDArray length(NDArray changes);

  /** The change of norm 1 along which a function grows fastest; 0 where its gradient is. */
  abstract NDArray direction(NDArray gradient);

  /** The ball of radius epsilon (a scalar, or N x 1 x 1 x 1) around each image. */
  abstract Ball ball(NDArray images, NDArray epsilon);

  /** A random point of each ball, perhaps outside [0, 1]. */
  abstract NDArray start(Examples examples, NDArray epsilon, String purpose);

  private static NDArray perImage(NDArray values) {
    return each(rows(values).sum(new int[] {1}));
  }

  private static NDArray largest(NDArray values) {
    return each(rows(values).abs().max(new int[] {1}));
  }

  private static NDArray rows(NDArray values) {
    return values.reshape(values.getShape().get(0), -1);
  }

  private static NDArray each(NDArray numbers) {
    return numbers.reshape(-1, 1, 1, 1);
  }
}
