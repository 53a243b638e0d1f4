package epsilonlab.generative;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import epsilonlab.engine.Seed;
import epsilonlab.engine.Tensors;

/**
 * Noise of a kind and a size.
 *
 * @param size standard deviation of Gaussian noise, 0 to 10; part of the pixels for the other
 *     kinds, 0 to 1
 */
public record Noise(NoiseKind kind, double size) {
  /** The exercise's: Gaussian of standard deviation 0.5. */
  public static final Noise EXERCISE = new Noise(NoiseKind.GAUSSIAN, 0.5);

  /**
   * Checks the size.
   *
   * @throws epsilonlab.engine.LabException if it is out of its range
   */
  public Noise {
    Limits.require(
        size >= 0 && size <= kind.most(),
        "size of the noise",
        size,
        "from 0 to "
            + (int) kind.most()
            + (kind == NoiseKind.GAUSSIAN
                ? " (its standard deviation), for example 0.5"
                : " (the part of the pixels), for example 0.3"));
  }

  /** The same kind in another size. */
  public Noise of(double other) {
    return new Noise(kind, other);
  }

  /** Spoiled copies of images; the pixels of Gaussian noise may leave [0, 1]. */
  public float[] applied(float[] images, Seed seed) {
    float[] noisy = images.clone();
    if (size > 0) {
      kind.spoil(noisy, size, seed.generator());
    }
    return noisy;
  }

  /** The same for an array on the device; on a compute thread. */
  NDArray applied(NDArray images, Seed seed) {
    NDManager manager = images.getManager();
    long[] shape = images.getShape().getShape();
    if (kind == NoiseKind.GAUSSIAN) {
      // reading the images back would wait for the device
      float[] noise = seed.gaussian((int) images.size());
      float deviation = (float) size;
      for (int i = 0; i < noise.length; i++) {
        noise[i] *= deviation;
      }
      return images.add(Tensors.of(manager, noise, shape));
    }
    return Tensors.of(manager, applied(images.toFloatArray(), seed), shape);
  }
}
