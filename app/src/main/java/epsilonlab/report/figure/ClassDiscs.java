package epsilonlab.report.figure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Finds a place for the number of every class among points: where the class is dense and pure, and
 * the numbers are clear of each other.
 */
final class ClassDiscs {
  private static final int CLASSES = 10;

  /** A number and the middle of its disc in pixels. */
  record Disc(int label, double x, double y) {}

  private final double radius;
  private final double cell;
  private final int columns;
  private final int rows;
  private final int[][] counts;
  private final List<Disc> placed = new ArrayList<>();

  private ClassDiscs(double width, double height, double radius) {
    this.radius = radius;
    this.cell = radius / 2;
    this.columns = Math.max(1, (int) (width / cell));
    this.rows = Math.max(1, (int) (height / cell));
    this.counts = new int[CLASSES][columns * rows];
  }

  /**
   * Places the numbers of all classes that have points in the picture, within the picture.
   *
   * @param pixels N x 2: x, y in pixels
   * @param labels N, 0 to 9
   */
  static List<Disc> place(
      float[] pixels, int[] labels, double width, double height, double radius) {
    ClassDiscs all = new ClassDiscs(width, height, radius);
    for (int i = 0; i < labels.length; i++) {
      all.count(labels[i], pixels[2 * i], pixels[2 * i + 1]);
    }
    // who has the least choice chooses first
    List<Candidates> waiting =
        IntStream.range(0, CLASSES)
            .mapToObj(all::candidates)
            .filter(candidates -> candidates.best() > 0)
            .sorted(Comparator.comparingInt(Candidates::good))
            .toList();
    waiting.forEach(all::choose);
    all.placed.sort(Comparator.comparingInt(Disc::label));
    return all.placed;
  }

  /** How well a disc of a class would stand in each cell. */
  private record Candidates(int label, double[] scores, double best, int good) {}

  private void count(int label, double x, double y) {
    int column = (int) Math.floor(x / cell);
    int row = (int) Math.floor(y / cell);
    if (column >= 0 && column < columns && row >= 0 && row < rows) {
      counts[label][row * columns + column]++;
    }
  }

  private Candidates candidates(int label) {
    double[] scores = new double[columns * rows];
    double best = 0;
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        if (isInside(column, row)) {
          scores[row * columns + column] = score(label, column, row);
          best = Math.max(best, scores[row * columns + column]);
        }
      }
    }
    int good = 0;
    for (double score : scores) {
      good += score > best / 2 ? 1 : 0;
    }
    return new Candidates(label, scores, best, good);
  }

  private boolean isInside(int column, int row) {
    return x(column) >= radius
        && x(column) <= columns * cell - radius
        && y(row) >= radius
        && y(row) <= rows * cell - radius;
  }

  // the number of its points under the disc, times their share of all points there
  private double score(int label, int column, int row) {
    int own = 0;
    int all = 0;
    for (int r = Math.max(0, row - 2); r <= Math.min(rows - 1, row + 2); r++) {
      for (int c = Math.max(0, column - 2); c <= Math.min(columns - 1, column + 2); c++) {
        for (int other = 0; other < CLASSES; other++) {
          int here = counts[other][r * columns + c];
          all += here;
          own += other == label ? here : 0;
        }
      }
    }
    return all == 0 ? 0 : (double) own * own / all;
  }

  private void choose(Candidates candidates) {
    int chosen = -1;
    double best = 0;
    for (int i = 0; i < candidates.scores().length; i++) {
      if (candidates.scores()[i] > best && isClear(x(i % columns), y(i / columns))) {
        best = candidates.scores()[i];
        chosen = i;
      }
    }
    if (chosen >= 0) {
      placed.add(new Disc(candidates.label(), x(chosen % columns), y(chosen / columns)));
    }
  }

  private boolean isClear(double x, double y) {
    return placed.stream()
        .allMatch(disc -> Math.hypot(disc.x() - x, disc.y() - y) >= 2 * radius + 2);
  }

  private double x(int column) {
    return (column + 0.5) * cell;
  }

  private double y(int row) {
    return (row + 0.5) * cell;
  }
}
