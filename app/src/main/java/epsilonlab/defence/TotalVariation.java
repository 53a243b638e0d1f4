package epsilonlab.defence;

import ai.djl.ndarray.NDArray;
import epsilonlab.engine.Cancellation;
import epsilonlab.engine.Seed;
import epsilonlab.engine.Tensors;
import epsilonlab.model.Network;

/**
 * Replaces the image by a near one of small total variation: Guo, Rana, Cisse and van der Maaten,
 * "Countering Adversarial Images Using Input Transformations" (2018), without their random pixel
 * dropout.
 */
final class TotalVariation implements Defence {
  private static final double WEIGHT = 0.3;
  private static final int ITERATIONS = 30;

  /** The minimiser. A solver is not part of the graph: its gradient is zero. */
  static final Preprocessing MINIMISER =
      new Preprocessing() {
        @Override
        public NDArray apply(NDArray images) {
          long[] shape = images.getShape().getShape();
          TotalVariationSolver solver =
              new TotalVariationSolver((int) shape[2], (int) shape[3], WEIGHT, ITERATIONS);
          float[] pixels = images.toFloatArray();
          int size = (int) (shape[2] * shape[3]);
          for (int from = 0; from < pixels.length; from += size) {
            Cancellation.check();
            solver.solve(pixels, from);
          }
          return Tensors.of(images.getManager(), pixels, shape);
        }

        @Override
        public NDArray backward(NDArray images, NDArray gradient) {
          return images.zerosLike();
        }
      };

  @Override
  public String id() {
    return "total-variation";
  }

  @Override
  public String title() {
    return "Total-variation smoothing";
  }

  @Override
  public String sentence() {
    return "Replaces the image by a near one whose neighbouring pixels differ little.";
  }

  @Override
  public String paper() {
    return "Guo, Rana, Cisse and van der Maaten, Countering Adversarial Images Using Input"
        + " Transformations (2018)";
  }

  @Override
  public String adaptiveAttack() {
    return "BPDA (mean backward)";
  }

  @Override
  public String weakness() {
    return "A solver has no gradient, so plain PGD makes a pattern for the bare network, of which"
        + " smoothing wipes out the fine part; BPDA takes the backward pass of a mean over"
        + " neighbours and finds coarse patterns that survive.";
  }

  @Override
  public Network defend(Network bare, Seed draws) {
    return new Preprocessed(bare, MINIMISER);
  }

  @Override
  public AdaptiveAttack adaptive(Network bare, Seed draws) {
    return AdaptiveAttack.bpda(bare, MINIMISER, MedianSmoothing.MEAN);
  }
}
