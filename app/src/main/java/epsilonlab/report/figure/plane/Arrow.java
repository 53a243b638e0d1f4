package epsilonlab.report.figure.plane;

import epsilonlab.report.figure.FigureTheme;
import epsilonlab.report.figure.Hue;
import epsilonlab.report.figure.Pen;
import epsilonlab.report.figure.Stroke;
import java.util.List;

/**
 * An arrow from one point to another.
 *
 * @param width of its shaft in logical pixels at the ordinary text size
 * @param shortened by how many logical pixels it ends before its point, where a dot stands
 */
public record Arrow(
    String name,
    double fromX,
    double fromY,
    double toX,
    double toY,
    Hue hue,
    double width,
    double shortened)
    implements PlaneMark {
  private static final double HEAD = 11;

  @Override
  public void paint(Pen pen, PlaneScale scale, FigureTheme theme) {
    double unit = theme.text() / 13;
    double x1 = scale.px(fromX);
    double y1 = scale.py(fromY);
    double dx = scale.px(toX) - x1;
    double dy = scale.py(toY) - y1;
    double length = Math.hypot(dx, dy);
    double reach = length - shortened * unit;
    if (reach <= 1) {
      return;
    }
    dx /= length;
    dy /= length;
    double head = Math.min(HEAD * unit, reach);
    double x2 = x1 + dx * reach;
    double y2 = y1 + dy * reach;
    double neckX = x2 - dx * head;
    double neckY = y2 - dy * head;
    pen.line(x1, y1, neckX, neckY, new Stroke(width * unit, hue.on(theme)));
    double half = head * 0.5;
    pen.fillPolygon(
        new double[] {x2, neckX - dy * half, neckX + dy * half},
        new double[] {y2, neckY + dx * half, neckY - dx * half},
        3,
        hue.on(theme));
  }

  @Override
  public List<List<Object>> rows() {
    return List.of(
        List.of("arrow: from", name, fromX, fromY), List.of("arrow: to", name, toX, toY));
  }
}
