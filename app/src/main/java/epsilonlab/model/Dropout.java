package epsilonlab.model;

import ai.djl.ndarray.NDArray;
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
  Dropout NONE = (x, rate) -> x;

  /** Applies a fresh mask; {@code rate} is p, in [0, 1). */
  NDArray apply(NDArray x, double rate);

  // maps lie with the channels last, and an element-wise product of two orders is slow
  private static NDArray inMemoryOrder(NDArray x, float[] mask) {
    Shape shape = x.getShape();
    if (shape.dimension() != 4) {
      return Tensors.of(x.getManager(), mask, shape.getShape());
    }
    return Tensors.of(x.getManager(), mask, shape.get(0), shape.get(2), shape.get(3), shape.get(1))
        .transpose(0, 3, 1, 2);
  }

  /** Masks drawn one after the other from this seed, for one forward pass on one thread. */
  static Dropout random(Seed seed) {
    SplittableRandom random = seed.generator();
    return (x, rate) -> {
      float[] mask = new float[(int) x.size()];
      int threshold = (int) Math.round(rate * 65536);
      float kept = (float) (1 / (1 - rate));
      for (int i = 0; i < mask.length; ) {
        long bits = random.nextLong();
        for (int k = 0; k < 4 && i < mask.length; k++, i++) {
          mask[i] = (bits & 0xffff) < threshold ? 0 : kept;
          bits >>>= 16;
        }
      }
      return x.mul(inMemoryOrder(x, mask));
    };
  }
}
