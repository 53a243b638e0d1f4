package epsilonlab.defence;

import ai.djl.ndarray.NDArray;
import epsilonlab.engine.Seed;

/**
 * The random numbers of a randomised defence. They depend on the pixels that it is shown: so every
 * step of an attack meets fresh ones, and still they are the same for any number of threads and
 * whatever else is in the batch. Attacker and defender split the seed differently, so that neither
 * knows the other's.
 */
final class Draws {
  private Draws() {}

  /** One seed an image. */
  static Seed[] of(Seed seed, NDArray images) {
    float[] pixels = images.toFloatArray();
    Seed[] seeds = new Seed[(int) images.getShape().get(0)];
    int size = pixels.length / seeds.length;
    for (int i = 0; i < seeds.length; i++) {
      long hash = 0;
      for (int p = i * size; p < (i + 1) * size; p++) {
        hash = 31 * hash + Float.floatToIntBits(pixels[p]);
      }
      seeds[i] = seed.split(hash);
    }
    return seeds;
  }
}
