package epsilonlab.report.figure.plane;

import epsilonlab.report.figure.FigureTheme;
import epsilonlab.report.figure.Hue;
import epsilonlab.report.figure.MathsText;
import epsilonlab.report.figure.Pen;
import epsilonlab.report.figure.TextStyle;

/**
 * A small box with words beside a point, kept inside the drawing.
 *
 * @param text with symbols between dollar signs
 * @param hue of its edge
 * @param side where it stands
 */
public record Tag(String text, double x, double y, Hue hue, Side side) implements PlaneMark {
  private static final double GAP = 14;

  /** Where a tag stands of its point. */
  public enum Side {
    ABOVE_LEFT,
    BELOW_LEFT,
    ABOVE_RIGHT,
    BELOW_RIGHT;

    private boolean isLeft() {
      return this == ABOVE_LEFT || this == BELOW_LEFT;
    }

    private boolean isAbove() {
      return this == ABOVE_LEFT || this == ABOVE_RIGHT;
    }
  }

  @Override
  public void paint(Pen pen, PlaneScale scale, FigureTheme theme) {
    double unit = theme.text() / 13;
    TextStyle style = TextStyle.semibold(theme.text());
    MathsText words = MathsText.parse(text);
    double wide = words.width(pen, style) + 18 * unit;
    double high = 25 * unit;
    double gap = GAP * unit;
    double left = scale.px(x) + (side.isLeft() ? -gap - wide : gap);
    double top = scale.py(y) + (side.isAbove() ? -gap - high * 0.4 - high / 2 : gap);
    left = Math.max(6, Math.min(scale.width() - wide - 6, left));
    top = Math.max(6, Math.min(scale.height() - high - 6, top));
    pen.fillRound(left - 0.75, top - 0.75, wide + 1.5, high + 1.5, 5, hue.on(theme));
    pen.fillRound(left + 0.75, top + 0.75, wide - 1.5, high - 1.5, 4, theme.ground());
    words.draw(pen, left + 9 * unit, top + high / 2 + 4.7 * unit, style, theme.ink());
  }
}
