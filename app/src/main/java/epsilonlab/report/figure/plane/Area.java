package epsilonlab.report.figure.plane;

import epsilonlab.report.figure.Colours;
import epsilonlab.report.figure.FigureTheme;
import epsilonlab.report.figure.Hue;
import epsilonlab.report.figure.Pen;

/**
 * A tinted polygon under the grid.
 *
 * @param opacity in [0, 1]
 */
public record Area(double[] xs, double[] ys, Hue hue, double opacity) implements PlaneMark {
  @Override
  public void paint(Pen pen, PlaneScale scale, FigureTheme theme) {
    if (xs.length > 2) {
      pen.fillPolygon(scale.px(xs), scale.py(ys), xs.length, Colours.fade(hue.on(theme), opacity));
    }
  }

  @Override
  public boolean isGround() {
    return true;
  }
}
