package epsilonlab.theory.discriminator;

import epsilonlab.engine.LabException;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;

/**
 * A density on an interval that is constant on each of many cells of the same width, so that its
 * integrals are sums and it can be drawn by hand. Nobody may change the array.
 *
 * @param from the interval's left end
 * @param to its right end
 * @param mass the probability of each cell; 0 or more, adding up to 1
 */
public record CellDensity(double from, double to, double[] mass) {
  /**
   * The density with heights in these proportions.
   *
   * @param heights one a cell, 0 or more
   * @throws LabException if all are 0
   */
  public static CellDensity ofHeights(double from, double to, double[] heights) {
    double sum = Arrays.stream(heights).sum();
    if (!(sum > 0) || Double.isInfinite(sum)) {
      throw new LabException("A density must be above 0 somewhere; draw a hill.");
    }
    return new CellDensity(from, to, Arrays.stream(heights).map(height -> height / sum).toArray());
  }

  /** A density with the shape of a function, read at the middles of the cells. */
  public static CellDensity of(double from, double to, int cells, DoubleUnaryOperator shape) {
    double[] heights = new double[cells];
    for (int k = 0; k < cells; k++) {
      heights[k] = shape.applyAsDouble(from + (k + 0.5) * (to - from) / cells);
    }
    return ofHeights(from, to, heights);
  }

  /** A bell with this mean and standard deviation, cut off at the ends. */
  public static CellDensity gaussian(
      double from, double to, int cells, double mean, double deviation) {
    return of(
        from, to, cells, x -> Math.exp(-(x - mean) * (x - mean) / (2 * deviation * deviation)));
  }

  /** How many cells there are. */
  public int cells() {
    return mass.length;
  }

  /** How wide a cell is. */
  public double width() {
    return (to - from) / mass.length;
  }

  /** The middle of a cell. */
  public double middle(int cell) {
    return from + (cell + 0.5) * width();
  }

  /** The density in a cell: its probability over its width. */
  public double height(int cell) {
    return mass[cell] / width();
  }

  /** Independent draws. */
  public double[] sample(int count, SplittableRandom random) {
    double[] upTo = mass.clone();
    Arrays.parallelPrefix(upTo, Double::sum);
    double[] drawn = new double[count];
    for (int i = 0; i < count; i++) {
      int place = Arrays.binarySearch(upTo, random.nextDouble() * upTo[upTo.length - 1]);
      int cell = Math.min(place < 0 ? -place - 1 : place + 1, mass.length - 1);
      drawn[i] = from + (cell + random.nextDouble()) * width();
    }
    return drawn;
  }
}
