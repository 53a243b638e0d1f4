package epsilonlab.data;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Turns the ideal strokes of a digit into those of one hand: control points that miss, slant,
 * rotation, stretch and a smooth warp, then size and place in the image as in MNIST (a box of about
 * 20 x 20 pixels, centred by its mass). Only {@link StrictMath} and uniform numbers are used, so
 * that every machine draws the same digits.
 */
final class Handwriting {
  /** Strokes never come closer to the border than this, in pixels. */
  private static final double MARGIN = 3;

  private static final int WAVES = 3;

  private final SplittableRandom random;

  Handwriting(SplittableRandom random) {
    this.random = random;
  }

  /** The strokes of one written digit, in pixels of the 28 x 28 image. */
  List<PenStroke> write(int digit) {
    // a few are written in a hurry: these are the hard ones
    double haste = random.nextInt(7) == 0 ? 2.0 : 1;
    double[][] ideal = DigitSkeletons.choose(digit, random);
    List<PenStroke> strokes = new ArrayList<>(ideal.length);
    for (double[] stroke : ideal) {
      // the more points a stroke has, the more a miss of each would look like a tremor
      double amount = 0.19 * haste / (stroke.length / 2 + 3);
      strokes.add(PenStroke.through(missed(stroke, amount)));
    }
    deform(strokes, haste);
    place(strokes);
    return strokes;
  }

  private double[] missed(double[] points, double amount) {
    double[] missed = new double[points.length];
    for (int i = 0; i < points.length; i += 2) {
      boolean corner = i > 0 && points[i] == points[i - 2] && points[i + 1] == points[i - 1];
      missed[i] = corner ? missed[i - 2] : points[i] + amount * bell();
      missed[i + 1] = corner ? missed[i - 1] : points[i + 1] + amount * bell();
    }
    return missed;
  }

  private void deform(List<PenStroke> strokes, double haste) {
    double angle = 0.10 * haste * bell();
    double slant = 0.08 + 0.22 * bell();
    double stretch = 1 + 0.16 * bell();
    double cos = StrictMath.cos(angle);
    double sin = StrictMath.sin(angle);
    double[] wave = new double[WAVES * 5];
    for (int w = 0; w < WAVES; w++) {
      wave[5 * w] = 3.8 * bell();
      wave[5 * w + 1] = 3.8 * bell();
      wave[5 * w + 2] = 2 * Math.PI * random.nextDouble();
      wave[5 * w + 3] = 0.032 * haste * bell();
      wave[5 * w + 4] = 0.032 * haste * bell();
    }
    for (PenStroke stroke : strokes) {
      for (int i = 0; i < stroke.x().length; i++) {
        double x = (stroke.x()[i] - 0.5) * stretch;
        double y = stroke.y()[i] - 0.5;
        double dx = 0;
        double dy = 0;
        for (int w = 0; w < wave.length; w += 5) {
          double s = StrictMath.sin(wave[w] * x + wave[w + 1] * y + wave[w + 2]);
          dx += wave[w + 3] * s;
          dy += wave[w + 4] * s;
        }
        x += dx - slant * y;
        y += dy;
        stroke.x()[i] = cos * x - sin * y;
        stroke.y()[i] = sin * x + cos * y;
      }
    }
  }

  private void place(List<PenStroke> strokes) {
    double left = Double.POSITIVE_INFINITY;
    double right = Double.NEGATIVE_INFINITY;
    double top = Double.POSITIVE_INFINITY;
    double bottom = Double.NEGATIVE_INFINITY;
    double length = 0;
    double massX = 0;
    double massY = 0;
    for (PenStroke stroke : strokes) {
      double[] x = stroke.x();
      double[] y = stroke.y();
      for (int i = 0; i < x.length; i++) {
        left = Math.min(left, x[i]);
        right = Math.max(right, x[i]);
        top = Math.min(top, y[i]);
        bottom = Math.max(bottom, y[i]);
        if (i > 0) {
          double dx = x[i] - x[i - 1];
          double dy = y[i] - y[i - 1];
          double piece = Math.sqrt(dx * dx + dy * dy);
          length += piece;
          massX += piece * (x[i] + x[i - 1]) / 2;
          massY += piece * (y[i] + y[i - 1]) / 2;
        }
      }
    }
    double size = 17.3 + 1.4 * bell();
    double scale = size / Math.max(bottom - top, right - left);
    double shiftX = within(14 + 0.8 * bell() - scale * massX / length, scale * left, scale * right);
    double shiftY = within(14 + 0.8 * bell() - scale * massY / length, scale * top, scale * bottom);
    for (PenStroke stroke : strokes) {
      for (int i = 0; i < stroke.x().length; i++) {
        stroke.x()[i] = scale * stroke.x()[i] + shiftX;
        stroke.y()[i] = scale * stroke.y()[i] + shiftY;
      }
    }
  }

  private static double within(double shift, double low, double high) {
    double most = ImageSet.SIDE - MARGIN - high;
    return Math.max(MARGIN - low, Math.min(most, shift));
  }

  /** Bell-shaped with standard deviation 1 and no long tails (a sum of uniform numbers). */
  private double bell() {
    return 2 * (random.nextDouble() + random.nextDouble() + random.nextDouble() - 1.5);
  }
}
