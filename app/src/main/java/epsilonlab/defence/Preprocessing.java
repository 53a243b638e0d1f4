package epsilonlab.defence;

import ai.djl.ndarray.NDArray;
import epsilonlab.engine.Gradients;

/** A change of the images before a network sees them. */
@FunctionalInterface
interface Preprocessing {
  /** Leaves them alone; the backward pass of the usual BPDA. */
  Preprocessing IDENTITY =
      new Preprocessing() {
        @Override
        public NDArray apply(NDArray images) {
          return images;
        }

        @Override
        public NDArray backward(NDArray images, NDArray gradient) {
          return gradient;
        }
      };

  /**
   * The images that the network sees, inside or outside a graph.
   *
   * @param images N x 1 x height x width
   * @return the same shape
   */
  NDArray apply(NDArray images);

  /**
   * The backward pass: from the gradient with respect to what {@link #apply} gives to the one with
   * respect to the images; automatic differentiation unless said otherwise. Outside a graph.
   */
  default NDArray backward(NDArray images, NDArray gradient) {
    // what comes from TorchScript may neither be a leaf nor be kept for the backward pass
    NDArray fixed = gradient.duplicate();
    return Gradients.of(images.duplicate(), x -> apply(x).mul(fixed).sum());
  }

  /**
   * This change with another's backward pass: backward pass differentiable approximation (BPDA) of
   * Athalye, Carlini and Wagner (2018).
   */
  default Preprocessing withBackwardOf(Preprocessing surrogate) {
    Preprocessing forward = this;
    return new Preprocessing() {
      @Override
      public NDArray apply(NDArray images) {
        return forward.apply(images);
      }

      @Override
      public NDArray backward(NDArray images, NDArray gradient) {
        return surrogate.backward(images, gradient);
      }
    };
  }
}
