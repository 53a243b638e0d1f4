package epsilonlab.report.figure;

import java.util.Arrays;

/**
 * One line of a chart; immutable, the methods return changed copies. A y that is not a number parts
 * the line.
 */
public final class Series {
  /** Where the last point says its value or its name. */
  public enum End {
    NONE,
    /** Its value, above the point. */
    VALUE,
    /** Its name, in the margin at the right. */
    NAME,
    /** A dot, and {@link #withEndLabel a text} in the margin at the right. */
    LABEL
  }

  final String name;
  final double[] x;
  final double[] y;
  final Hue colour;
  LineStyle style = LineStyle.SOLID;
  double width = 2.5;
  double opacity = 1;
  Marker marker = Marker.NONE;
  boolean listed = true;
  boolean stale;
  End end = End.NONE;
  String endLabel = "";
  double nameAt = Double.NaN;
  boolean nameAbove = true;

  /** Takes copies; x ascends for lines of many points to be drawn fast. */
  public Series(String name, double[] x, double[] y, Hue colour) {
    if (x.length != y.length) {
      throw new IllegalArgumentException(x.length + " x values but " + y.length + " y values");
    }
    this.name = name;
    this.x = x.clone();
    this.y = y.clone();
    this.colour = colour;
  }

  private Series(Series other) {
    name = other.name;
    x = other.x;
    y = other.y;
    colour = other.colour;
    style = other.style;
    width = other.width;
    opacity = other.opacity;
    marker = other.marker;
    listed = other.listed;
    stale = other.stale;
    end = other.end;
    endLabel = other.endLabel;
    nameAt = other.nameAt;
    nameAbove = other.nameAbove;
  }

  public Series withStyle(LineStyle value) {
    Series copy = new Series(this);
    copy.style = value;
    return copy;
  }

  /** Line width in logical pixels. */
  public Series withWidth(double value) {
    Series copy = new Series(this);
    copy.width = value;
    return copy;
  }

  /** Opacity in [0, 1]. */
  public Series withOpacity(double value) {
    Series copy = new Series(this);
    copy.opacity = value;
    return copy;
  }

  /** A sign at every point. */
  public Series withMarker(Marker value) {
    Series copy = new Series(this);
    copy.marker = value;
    return copy;
  }

  /** Leaves the series out of the legend. */
  public Series unlisted() {
    Series copy = new Series(this);
    copy.listed = false;
    return copy;
  }

  /** Greyed, for values that are about to be replaced. */
  public Series withStale(boolean value) {
    Series copy = new Series(this);
    copy.stale = value;
    return copy;
  }

  public Series withEnd(End value) {
    Series copy = new Series(this);
    copy.end = value;
    return copy;
  }

  /** Ends the line in a dot, with a text in the margin at the right. */
  public Series withEndLabel(String text) {
    Series copy = withEnd(End.LABEL);
    copy.endLabel = text;
    return copy;
  }

  /** Writes the name beside the line at {@code x}, above or below it, instead of in a legend. */
  public Series namedAt(double atX, boolean above) {
    Series copy = new Series(this);
    copy.nameAt = atX;
    copy.nameAbove = above;
    copy.listed = false;
    return copy;
  }

  int argb(FigureTheme theme) {
    return shaded(colour, theme);
  }

  /** Another colour, as faint as this line is. */
  int shaded(Hue other, FigureTheme theme) {
    return Colours.fade(other.on(theme), opacity * (stale ? 0.35 : 1));
  }

  /** The value at {@code at} on the straight line between the points around; NaN outside. */
  double at(double at) {
    return between(x, y, at);
  }

  static double between(double[] x, double[] y, double at) {
    int i = Arrays.binarySearch(x, at);
    if (i >= 0) {
      return y[i];
    }
    int next = -i - 1;
    if (next == 0 || next == x.length) {
      return Double.NaN;
    }
    double share = (at - x[next - 1]) / (x[next] - x[next - 1]);
    return y[next - 1] + share * (y[next] - y[next - 1]);
  }

  /** The index of the last point with a finite value, or -1. */
  int last() {
    int i = y.length - 1;
    while (i >= 0 && !Double.isFinite(y[i])) {
      i--;
    }
    return i;
  }
}
