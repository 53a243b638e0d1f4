package epsilonlab.report.figure.plane;

import epsilonlab.report.figure.FigureTheme;
import epsilonlab.report.figure.Hue;
import epsilonlab.report.figure.Pen;
import epsilonlab.report.figure.Stroke;
import java.util.List;

/**
 * The straight line {@code a x + b y + c = 0} from edge to edge.
 *
 * @param width in logical pixels at the ordinary text size
 * @param dash lengths of dashes and gaps; none for a solid line
 */
public record Boundary(
    String name, double a, double b, double c, Hue hue, double width, double... dash)
    implements PlaneMark {
  @Override
  public void paint(Pen pen, PlaneScale scale, FigureTheme theme) {
    double[] ends = scale.chord(a, b, c);
    if (ends.length == 4) {
      pen.line(
          scale.px(ends[0]),
          scale.py(ends[1]),
          scale.px(ends[2]),
          scale.py(ends[3]),
          new Stroke(width * theme.text() / 13, hue.on(theme), dash));
    }
  }

  @Override
  public List<List<Object>> rows() {
    return List.of(
        List.of("line: coefficients of x and y", name, a, b),
        List.of("line: constant", name, c, 0));
  }
}
