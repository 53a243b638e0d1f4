package epsilonlab.report.figure.plane;

import epsilonlab.report.figure.FigureTheme;
import epsilonlab.report.figure.Hue;
import epsilonlab.report.figure.Pen;
import epsilonlab.report.figure.Stroke;
import java.util.ArrayList;
import java.util.List;

/**
 * A line through points; it is broken where a number is not finite.
 *
 * @param width in logical pixels at the ordinary text size
 * @param dash lengths of dashes and gaps; none for a solid line
 */
public record Curve(String name, double[] xs, double[] ys, Hue hue, double width, double... dash)
    implements PlaneMark {
  // far points would take the line beyond what can be drawn
  private static final double FAR = 1e4;

  @Override
  public void paint(Pen pen, PlaneScale scale, FigureTheme theme) {
    Stroke stroke = new Stroke(width * theme.text() / 13, hue.on(theme), dash);
    double[] px = new double[xs.length];
    double[] py = new double[xs.length];
    int n = 0;
    for (int i = 0; i < xs.length; i++) {
      if (Double.isFinite(xs[i]) && Double.isFinite(ys[i])) {
        px[n] = near(scale.px(xs[i]));
        py[n++] = near(scale.py(ys[i]));
      } else {
        pen.polyline(px.clone(), py.clone(), n, stroke);
        n = 0;
      }
    }
    pen.polyline(px, py, n, stroke);
  }

  private static double near(double pixels) {
    return Math.max(-FAR, Math.min(FAR, pixels));
  }

  @Override
  public List<List<Object>> rows() {
    List<List<Object>> rows = new ArrayList<>();
    for (int i = 0; i < xs.length; i++) {
      rows.add(List.of("curve", name, xs[i], ys[i]));
    }
    return rows;
  }
}
