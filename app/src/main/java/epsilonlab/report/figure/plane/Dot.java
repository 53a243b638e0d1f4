package epsilonlab.report.figure.plane;

import epsilonlab.report.figure.FigureTheme;
import epsilonlab.report.figure.Hue;
import epsilonlab.report.figure.Marker;
import epsilonlab.report.figure.Pen;
import java.util.List;

/**
 * A point.
 *
 * @param radius in logical pixels at the ordinary text size
 */
public record Dot(String name, double x, double y, Marker marker, double radius, Hue hue)
    implements PlaneMark {
  @Override
  public void paint(Pen pen, PlaneScale scale, FigureTheme theme) {
    double unit = theme.text() / 13;
    marker.draw(pen, scale.px(x), scale.py(y), radius * unit, hue.on(theme), theme.ground());
  }

  @Override
  public List<List<Object>> rows() {
    return List.of(List.of("point", name, x, y));
  }
}
