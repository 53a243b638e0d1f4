package epsilonlab.report.figure;

import java.util.List;

/**
 * Labelled points on a map, and where the numbers of their classes stand. Nobody may change the
 * arrays.
 */
public final class LatentCloud {
  private final float[] places;
  private final int[] labels;
  private final MapWindow window;
  private volatile Placed placed;

  private record Placed(double width, double height, double radius, List<ClassDiscs.Disc> discs) {}

  /**
   * Keeps the arrays as they are.
   *
   * @param places N x 2: x, y
   * @param labels N, 0 to 9
   */
  public LatentCloud(float[] places, int[] labels) {
    if (places.length != 2 * labels.length) {
      throw new IllegalArgumentException(places.length + " numbers for " + labels.length);
    }
    this.places = places;
    this.labels = labels;
    this.window = MapWindow.around(places);
  }

  /** How many points there are. */
  public int size() {
    return labels.length;
  }

  /** What a map of them shows. */
  public MapWindow window() {
    return window;
  }

  double x(int i) {
    return places[2 * i];
  }

  double y(int i) {
    return places[2 * i + 1];
  }

  int label(int i) {
    return labels[i];
  }

  /** Finds the places of the numbers for a map of this size, which takes a moment. */
  public void prepare(double width, double height, FigureTheme theme) {
    discs(width, height, LatentMap.disc(theme));
  }

  /** The places of the numbers; found once for a size. */
  List<ClassDiscs.Disc> discs(double width, double height, double radius) {
    Placed known = placed;
    if (known == null || known.width != width || known.height != height || known.radius != radius) {
      float[] pixels = new float[places.length];
      for (int i = 0; i < labels.length; i++) {
        pixels[2 * i] = (float) window.toPictureX(x(i), width, height);
        pixels[2 * i + 1] = (float) window.toPictureY(y(i), width, height);
      }
      known =
          new Placed(
              width, height, radius, ClassDiscs.place(pixels, labels, width, height, radius));
      placed = known;
    }
    return known.discs;
  }
}
