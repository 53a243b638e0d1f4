package epsilonlab.report.figure.plane;

import epsilonlab.report.figure.FigureTheme;
import epsilonlab.report.figure.Pen;
import epsilonlab.report.figure.Pen.Anchor;
import epsilonlab.report.figure.TextStyle;

/**
 * Words in a corner of the drawing.
 *
 * @param strong whether they name a region, or are a mere remark
 */
public record Note(Corner corner, String text, boolean strong) implements PlaneMark {
  /** The corners of a drawing. */
  public enum Corner {
    TOP_LEFT,
    TOP_RIGHT,
    BOTTOM_LEFT,
    BOTTOM_RIGHT
  }

  @Override
  public void paint(Pen pen, PlaneScale scale, FigureTheme theme) {
    double unit = theme.text() / 13;
    boolean right = corner == Corner.TOP_RIGHT || corner == Corner.BOTTOM_RIGHT;
    boolean top = corner == Corner.TOP_LEFT || corner == Corner.TOP_RIGHT;
    double size = theme.text() + (strong ? 2 * unit : 0);
    pen.text(
        text,
        right ? scale.width() - 16 * unit : 16 * unit,
        top ? 27 * unit : scale.height() - 14 * unit,
        strong ? TextStyle.semibold(size) : TextStyle.regular(size),
        right ? Anchor.RIGHT : Anchor.LEFT,
        strong ? theme.ink() : theme.muted());
  }
}
