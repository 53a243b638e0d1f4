package epsilonlab.report.figure.plane;

import epsilonlab.report.figure.FigureTheme;
import epsilonlab.report.figure.MathsText;
import epsilonlab.report.figure.Pen;
import epsilonlab.report.figure.TextStyle;

/**
 * Words at a point of the plane, with symbols between dollar signs.
 *
 * @param dx logical pixels from the point to the left end of the words
 * @param dy logical pixels from the point down to their base line
 * @param larger logical pixels that they are larger than ordinary text
 */
public record Caption(String text, double x, double y, double dx, double dy, double larger)
    implements PlaneMark {
  @Override
  public void paint(Pen pen, PlaneScale scale, FigureTheme theme) {
    double unit = theme.text() / 13;
    MathsText words = MathsText.parse(text);
    TextStyle style = TextStyle.semibold(theme.text() + larger * unit);
    double wide = words.width(pen, style);
    double at = Math.max(4, Math.min(scale.width() - wide - 4, scale.px(x) + dx * unit));
    words.draw(pen, at, scale.py(y) + dy * unit, style, theme.ink());
  }
}
