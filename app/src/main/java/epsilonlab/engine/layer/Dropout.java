package epsilonlab.engine.layer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import epsilonlab.engine.Seed;
import epsilonlab.engine.Tensors;
import java.util.SplittableRandom;

/**
 * Dropout (Srivastava et al., 2014): sets each value to 0 with probability p and divides the others
 * by 1 - p. The masks come from Java's generators, so that a run is reproducible.
 */
@FunctionalInterface
public interface Dropout {
  /** What evaluation uses: nothing is dropped. */
  Dropout NONE = (manager, shape, rate) -> manager.ones(new Shape());

  /**
   * A fresh mask of 0 and 1 / (1 - p), or a 1 where nothing is dropped.
   *
   * @param shape of what is masked; four dimensions lie with the channels last in memory
   * @param rate p, in [0, 1)
   */
  NDArray mask(NDManager manager, Shape shape, double rate);

  /** Applies a fresh mask. */
  default NDArray apply(NDArray x, double rate) {
    return this == NONE ? x : x.mul(mask(x.getManager(), x.getShape(), rate));
  }

  /** Masks drawn one after the other from this seed, for one forward pass on one thread. */
  static Dropout random(Seed seed) {
    SplittableRandom random = seed.generator();
    return (manager, shape, rate) -> {
      float[] mask = new float[(int) shape.size()];
      int threshold = (int) Math.round(rate * 65536);
      float kept = (float) (1 / (1 - rate));
      for (int i = 0; i < mask.length; ) {
        long bits = random.nextLong();
        for (int k = 0; k < 4 && i < mask.length; k++, i++) {
          mask[i] = (bits & 0xffff) < threshold ? 0 : kept;
          bits >>>= 16;
        }
      }
      if (shape.dimension() != 4) {
        return Tensors.of(manager, mask, shape.getShape());
      }
      // an element-wise product of two memory orders is slow
      return Tensors.of(manager, mask, shape.get(0), shape.get(2), shape.get(3), shape.get(1))
          .transpose(0, 3, 1, 2);
    };
  }
}
