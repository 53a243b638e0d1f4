package epsilonlab.report.figure.plane;

import epsilonlab.report.figure.Colours;
import epsilonlab.report.figure.FigureTheme;
import epsilonlab.report.figure.Hue;
import epsilonlab.report.figure.Pen;
import epsilonlab.report.figure.Stroke;
import java.util.List;

/**
 * All points within a distance of a centre, filled faintly.
 *
 * @param shape says which distance
 * @param fill opacity of its inside, in [0, 1]
 * @param dash lengths of dashes and gaps of its edge; none for a solid one
 */
public record Ball(
    String name,
    Shape shape,
    double x,
    double y,
    double radius,
    Hue hue,
    double fill,
    double... dash)
    implements PlaneMark {
  private static final int SIDES = 120;

  /** The balls of the three norms. */
  public enum Shape {
    /** l-infinity. */
    SQUARE,
    /** l2. */
    CIRCLE,
    /** l1. */
    DIAMOND
  }

  @Override
  public void paint(Pen pen, PlaneScale scale, FigureTheme theme) {
    double[][] edge = edge();
    double[] xs = scale.px(edge[0]);
    double[] ys = scale.py(edge[1]);
    if (fill > 0) {
      pen.fillPolygon(xs, ys, xs.length, Colours.fade(hue.on(theme), fill));
    }
    pen.polyline(xs, ys, xs.length, new Stroke(2.5 * theme.text() / 13, hue.on(theme), dash));
  }

  // closed: the last point is the first
  private double[][] edge() {
    int n = shape == Shape.CIRCLE ? SIDES : 4;
    double turn = shape == Shape.SQUARE ? Math.PI / 4 : 0;
    double reach = shape == Shape.SQUARE ? radius * Math.sqrt(2) : radius;
    double[][] edge = new double[2][n + 1];
    for (int i = 0; i <= n; i++) {
      double angle = turn + 2 * Math.PI * (i % n) / n;
      edge[0][i] = x + reach * Math.cos(angle);
      edge[1][i] = y + reach * Math.sin(angle);
    }
    return edge;
  }

  @Override
  public List<List<Object>> rows() {
    return List.of(List.of("ball: centre", name, x, y), List.of("ball: radius", name, radius, 0));
  }
}
