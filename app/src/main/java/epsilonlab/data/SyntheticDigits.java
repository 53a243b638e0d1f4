package epsilonlab.data;

import epsilonlab.engine.Cancellation;
import epsilonlab.engine.Seed;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Digits that the lab draws itself, so that a machine without a network can do everything: strokes
 * with a random hand, pen and place. Image {@code i} depends only on the seed, the part and {@code
 * i}, so that the bytes are the same for any number of threads and a smaller set is the beginning
 * of a larger one.
 */
public final class SyntheticDigits {
  /** Training images where the whole set is asked for, as many as MNIST has. */
  public static final int TRAIN_COUNT = 60_000;

  /** Test images where the whole set is asked for. */
  public static final int TEST_COUNT = 10_000;

  // small enough to look at the cancellation every few milliseconds
  private static final int BLOCK = 500;

  private SyntheticDigits() {}

  /**
   * Draws the first digits of both parts.
   *
   * @throws java.util.concurrent.CancellationException if the calling thread's work was cancelled
   */
  public static DataSet generate(long seed, int trainCount, int testCount) {
    return generate(seed, trainCount, testCount, "built in");
  }

  static DataSet generate(long seed, int trainCount, int testCount, String source) {
    Seed root = Seed.of(seed).split("synthetic digits");
    IdxPart train = draw(root.split("train"), trainCount);
    IdxPart test = draw(root.split("test"), testCount);
    return DataSetKind.SYNTHETIC.assemble(source, train, test);
  }

  private static IdxPart draw(Seed seed, int count) {
    byte[] pixels = new byte[Math.multiplyExact(count, ImageSet.PIXELS)];
    byte[] labels = new byte[count];
    for (int from = 0; from < count; from += BLOCK) {
      Cancellation.check();
      IntStream.range(from, Math.min(count, from + BLOCK))
          .parallel()
          .forEach(i -> draw(seed.split(i).generator(), pixels, labels, i));
    }
    return new IdxPart(pixels, labels);
  }

  private static void draw(SplittableRandom random, byte[] pixels, byte[] labels, int i) {
    int digit = random.nextInt(ImageSet.CLASSES);
    labels[i] = (byte) digit;
    new DigitPainter()
        .paint(new Handwriting(random).write(digit), random, pixels, i * ImageSet.PIXELS);
  }
}
