package epsilonlab.ui.component;

import epsilonlab.report.figure.DigitPixels;
import java.util.ArrayDeque;
import java.util.Deque;

/** A digit of 28 x 28 values in [0, 1] as it is being drawn, stroke by stroke. */
final class DrawnDigit {
  private static final int SIDE = DigitPixels.SIDE;
  private static final double RADIUS = 1.1;
  private static final double BOX = 20;

  private final Deque<float[]> undo = new ArrayDeque<>();
  private float[] ink = new float[DigitPixels.COUNT];

  float[] ink() {
    return ink.clone();
  }

  boolean isEmpty() {
    for (float value : ink) {
      if (value > 0) {
        return false;
      }
    }
    return true;
  }

  /** Remembers the picture as it is, to come back to. */
  void beginStroke() {
    undo.push(ink.clone());
  }

  /** Takes back the last stroke or clearing; false if there is none. */
  boolean undo() {
    if (undo.isEmpty()) {
      return false;
    }
    ink = undo.pop();
    return true;
  }

  void clear() {
    if (!isEmpty()) {
      beginStroke();
      ink = new float[DigitPixels.COUNT];
    }
  }

  /** Inks the line between two points, in image pixels, with a soft brush about 2.2 wide. */
  void line(double x1, double y1, double x2, double y2) {
    double dx = x2 - x1;
    double dy = y2 - y1;
    double square = dx * dx + dy * dy;
    for (int row = 0; row < SIDE; row++) {
      for (int column = 0; column < SIDE; column++) {
        double px = column + 0.5 - x1;
        double py = row + 0.5 - y1;
        double along = square == 0 ? 0 : Math.max(0, Math.min(1, (px * dx + py * dy) / square));
        double away = Math.hypot(px - along * dx, py - along * dy);
        float value = (float) Math.max(0, Math.min(1, RADIUS + 0.5 - away));
        int i = row * SIDE + column;
        ink[i] = Math.max(ink[i], value);
      }
    }
  }

  /**
   * The digit as MNIST has its digits: scaled so that its longer side is 20, the centre of its mass
   * in the middle of the picture. LeCun et al., "Gradient-based learning applied to document
   * recognition" (1998).
   */
  float[] centred() {
    double mass = 0;
    double mx = 0;
    double my = 0;
    int left = SIDE;
    int right = -1;
    int top = SIDE;
    int bottom = -1;
    for (int i = 0; i < ink.length; i++) {
      int x = i % SIDE;
      int y = i / SIDE;
      mass += ink[i];
      mx += ink[i] * (x + 0.5);
      my += ink[i] * (y + 0.5);
      if (ink[i] > 0.1f) {
        left = Math.min(left, x);
        right = Math.max(right, x);
        top = Math.min(top, y);
        bottom = Math.max(bottom, y);
      }
    }
    if (right < 0) {
      return ink();
    }
    double scale = BOX / Math.max(right - left + 1, bottom - top + 1);
    return resampled(mx / mass, my / mass, scale);
  }

  private float[] resampled(double centreX, double centreY, double scale) {
    float[] out = new float[DigitPixels.COUNT];
    int fine = 4;
    for (int i = 0; i < out.length; i++) {
      double sum = 0;
      for (int k = 0; k < fine * fine; k++) {
        double x = i % SIDE + (k % fine + 0.5) / fine - SIDE / 2.0;
        double y = i / SIDE + (k / fine + 0.5) / fine - SIDE / 2.0;
        sum += sample(centreX + x / scale - 0.5, centreY + y / scale - 0.5);
      }
      out[i] = (float) (sum / (fine * fine));
    }
    return out;
  }

  /** Bilinear, with paper all around; (0, 0) is the middle of the first pixel. */
  private double sample(double x, double y) {
    int x0 = (int) Math.floor(x);
    int y0 = (int) Math.floor(y);
    double fx = x - x0;
    double fy = y - y0;
    double upper = value(x0, y0) * (1 - fx) + value(x0 + 1, y0) * fx;
    double lower = value(x0, y0 + 1) * (1 - fx) + value(x0 + 1, y0 + 1) * fx;
    return upper * (1 - fy) + lower * fy;
  }

  private double value(int x, int y) {
    return x < 0 || y < 0 || x >= SIDE || y >= SIDE ? 0 : ink[y * SIDE + x];
  }
}
