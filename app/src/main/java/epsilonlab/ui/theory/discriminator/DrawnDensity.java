package epsilonlab.ui.theory.discriminator;

import epsilonlab.theory.discriminator.CellDensity;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * A density that is drawn by its heights at evenly spaced knots, smooth between them; its integral
 * is 1. Immutable.
 *
 * @param heights one a knot, 0 or more
 */
record DrawnDensity(List<Double> heights) {
  static final double FROM = -4;
  static final double TO = 4;
  static final int KNOTS = 17;
  static final double HIGHEST = 0.9;

  private static final int CELLS = 160;
  private static final double SPACING = (TO - FROM) / (KNOTS - 1);
  private static final double LEAST = 1e-9;
  private static final double ROUNDING = 1e-12;

  /** Scales the heights so that the integral is 1. */
  DrawnDensity {
    double area = 0;
    for (int i = 0; i < heights.size(); i++) {
      area += weight(i) * heights.get(i);
    }
    double all = area;
    // what was remembered stays what it was, to the last bit
    if (Math.abs(all - 1) > ROUNDING) {
      heights = heights.stream().map(height -> height / all).toList();
    }
  }

  /** The density with this shape. */
  static DrawnDensity of(DoubleUnaryOperator shape) {
    List<Double> heights = new ArrayList<>();
    for (int i = 0; i < KNOTS; i++) {
      heights.add(shape.applyAsDouble(knot(i)));
    }
    return new DrawnDensity(heights);
  }

  /** Whether these can be the heights of one. */
  static boolean isSound(List<Double> heights) {
    return heights.size() == KNOTS
        && heights.stream().allMatch(height -> height >= 0 && height < 1e3)
        && heights.stream().anyMatch(height -> height > LEAST);
  }

  /** Where a knot stands. */
  static double knot(int index) {
    return FROM + index * SPACING;
  }

  // what a knot's height adds to the integral
  private static double weight(int index) {
    return index == 0 || index == KNOTS - 1 ? SPACING / 2 : SPACING;
  }

  /**
   * The same with one knot at this height; the others give what it takes. Unchanged where one of
   * them would leave the drawing.
   */
  DrawnDensity with(int index, double height) {
    double wanted = Math.max(0, Math.min(HIGHEST, height));
    double rest = 1 - weight(index) * heights.get(index);
    List<Double> changed = new ArrayList<>(heights);
    changed.set(index, wanted * rest / (1 - weight(index) * wanted));
    DrawnDensity drawn = new DrawnDensity(changed);
    return drawn.heights.stream().allMatch(each -> each <= HIGHEST + LEAST) ? drawn : this;
  }

  /**
   * The height between knots: cubic pieces that rise and fall only where the knots do (Fritsch and
   * Butland, 1984), so it is nowhere below 0. As it is flat at both ends, its integral is that of
   * the straight lines between the knots.
   */
  double at(double x) {
    double place = (x - FROM) / SPACING;
    int left = Math.max(0, Math.min(KNOTS - 2, (int) Math.floor(place)));
    double t = place - left;
    double u = 1 - t;
    return heights.get(left) * u * u * (1 + 2 * t)
        + heights.get(left + 1) * t * t * (1 + 2 * u)
        + slope(left) * t * u * u
        - slope(left + 1) * t * t * u;
  }

  // for a step of one knot
  private double slope(int index) {
    if (index == 0 || index == KNOTS - 1) {
      return 0;
    }
    double before = heights.get(index) - heights.get(index - 1);
    double after = heights.get(index + 1) - heights.get(index);
    return before * after > 0 ? 2 * before * after / (before + after) : 0;
  }

  /** As the core takes it. */
  CellDensity cells() {
    return CellDensity.of(FROM, TO, CELLS, this::at);
  }
}
