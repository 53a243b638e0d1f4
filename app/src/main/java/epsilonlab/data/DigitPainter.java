package epsilonlab.data;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Paints strokes with a round pen whose edge is soft, as MNIST's is, and adds grain to the ink. */
final class DigitPainter {
  private static final int SIDE = ImageSet.SIDE;

  /** Over how many pixels the ink fades out at its edge, at most. */
  private static final double SOFTEST = 1.4;

  /** Depth within the ink, in pixels, so far: below 0 outside. */
  private final double[] depth = new double[ImageSet.PIXELS];

  /** Paints {@code strokes} (in pixels) as 784 bytes into {@code target}, from {@code offset}. */
  void paint(List<PenStroke> strokes, SplittableRandom random, byte[] target, int offset) {
    Arrays.fill(depth, -9);
    double radius = 0.95 + 0.75 * random.nextDouble();
    double taper = 0.35 * random.nextDouble();
    for (PenStroke stroke : strokes) {
      int last = stroke.x().length - 1;
      for (int i = 0; i < last; i++) {
        // the pen lifts towards the end of a stroke
        segment(stroke, i, radius * (1 - taper * i / last));
      }
    }
    double edge = SOFTEST - 0.5 * random.nextDouble();
    double ink = 0.86 + 0.14 * random.nextDouble();
    double grain = 0.10 * random.nextDouble() + 0.03;
    for (int p = 0; p < depth.length; p++) {
      double cover = Math.min(1, depth[p] / edge + 0.5);
      if (cover <= 0) {
        target[offset + p] = 0;
        continue;
      }
      double noisy = ink * cover * (1 + grain * (2 * random.nextDouble() - 1));
      target[offset + p] = (byte) (int) (255 * Math.min(1, noisy) + 0.5);
    }
  }

  private void segment(PenStroke stroke, int i, double radius) {
    double x = stroke.x()[i];
    double y = stroke.y()[i];
    double dx = stroke.x()[i + 1] - x;
    double dy = stroke.y()[i + 1] - y;
    double square = dx * dx + dy * dy;
    double perSquare = square == 0 ? 0 : 1 / square;
    double reach = radius + SOFTEST / 2;
    int left = firstPixel(Math.min(x, x + dx) - reach);
    int right = lastPixel(Math.max(x, x + dx) + reach);
    int top = firstPixel(Math.min(y, y + dy) - reach);
    int bottom = lastPixel(Math.max(y, y + dy) + reach);
    for (int row = top; row <= bottom; row++) {
      for (int column = left; column <= right; column++) {
        double px = column + 0.5 - x;
        double py = row + 0.5 - y;
        double t = Math.max(0, Math.min(1, (px * dx + py * dy) * perSquare));
        double ax = px - t * dx;
        double ay = py - t * dy;
        int p = row * SIDE + column;
        depth[p] = Math.max(depth[p], radius - Math.sqrt(ax * ax + ay * ay));
      }
    }
  }

  /** The first pixel whose centre lies at {@code coordinate} or after it. */
  private static int firstPixel(double coordinate) {
    return Math.max(0, (int) Math.ceil(coordinate - 0.5));
  }

  private static int lastPixel(double coordinate) {
    return Math.min(SIDE - 1, (int) Math.floor(coordinate - 0.5));
  }
}
