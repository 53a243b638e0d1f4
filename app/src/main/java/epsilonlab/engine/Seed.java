package epsilonlab.engine;

import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;

/**
 * Where all randomness comes from: a seed that splits by purpose and by index, so that an image's
 * random start depends on the image and not on the thread, the shard or what ran before. The
 * engine's own generator is one a process and is never used.
 */
public final class Seed {
  private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;

  private final long value;

  private Seed(long value) {
    this.value = value;
  }

  /** The seed that the user chose. */
  public static Seed of(long number) {
    return new Seed(mix(number));
  }

  /** An independent seed for a purpose, for example "shuffle". */
  public Seed split(String purpose) {
    long hash = value;
    for (byte b : purpose.getBytes(StandardCharsets.UTF_8)) {
      hash = mix(hash + GOLDEN_GAMMA + b);
    }
    return new Seed(mix(hash ^ GOLDEN_GAMMA));
  }

  /** An independent seed for the index-th of many. */
  public Seed split(long index) {
    return new Seed(mix(mix(value + GOLDEN_GAMMA) + index * GOLDEN_GAMMA + 1));
  }

  /** A generator that starts here; the same seed gives the same numbers. */
  public SplittableRandom generator() {
    return new SplittableRandom(value);
  }

  /** The numbers from 0 to {@code count - 1} in random order. */
  public long[] permutation(int count) {
    long[] order = new long[count];
    for (int i = 0; i < count; i++) {
      order[i] = i;
    }
    SplittableRandom random = generator();
    for (int i = count - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      long swap = order[i];
      order[i] = order[j];
      order[j] = swap;
    }
    return order;
  }

  /** Independent draws from the standard normal distribution. */
  public float[] gaussian(int count) {
    SplittableRandom random = generator();
    float[] drawn = new float[count];
    for (int i = 0; i < count; i++) {
      drawn[i] = (float) random.nextGaussian();
    }
    return drawn;
  }

  // the finaliser of MurmurHash3, as in SplittableRandom
  private static long mix(long z) {
    z = (z ^ (z >>> 33)) * 0xff51afd7ed558ccdL;
    z = (z ^ (z >>> 33)) * 0xc4ceb9fe1a85ec53L;
    return z ^ (z >>> 33);
  }
}
