package epsilonlab.report.figure.plane;

import epsilonlab.report.figure.Colours;
import epsilonlab.report.figure.FigureTheme;
import epsilonlab.report.figure.Hue;
import epsilonlab.report.figure.Pen;

/**
 * A tinted region: where {@code a x + b y + c} is 0 or more.
 *
 * @param opacity in [0, 1]
 */
public record HalfPlane(double a, double b, double c, Hue hue, double opacity)
    implements PlaneMark {
  @Override
  public void paint(Pen pen, PlaneScale scale, FigureTheme theme) {
    double[][] corners = scale.clip(a, b, c);
    if (corners[0].length > 2) {
      pen.fillPolygon(
          scale.px(corners[0]),
          scale.py(corners[1]),
          corners[0].length,
          Colours.fade(hue.on(theme), opacity));
    }
  }

  @Override
  public boolean isGround() {
    return true;
  }
}
