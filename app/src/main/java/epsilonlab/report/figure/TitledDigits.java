package epsilonlab.report.figure;

import epsilonlab.report.figure.Pen.Anchor;

/**
 * Digits under a line of text: a frame of a film.
 *
 * @param title what the line says
 * @param grid the digits
 */
public record TitledDigits(String title, DigitGrid grid) implements Figure {
  private static final double TITLE = 24;

  private static double top(FigureTheme theme) {
    return Math.round(TITLE * theme.text() / 13);
  }

  @Override
  public double preferredHeight(double width, FigureTheme theme) {
    return top(theme) + grid.preferredHeight(width, theme);
  }

  @Override
  public void paint(Pen pen, double width, double height, FigureTheme theme) {
    double base = 14 * theme.text() / 13;
    pen.text(title, 0, base, TextStyle.semibold(theme.text()), Anchor.LEFT, theme.ink());
    grid.paintBelow(pen, top(theme), width, height - top(theme), theme);
  }

  @Override
  public FigureTable toTable() {
    return grid.toTable();
  }

  @Override
  public String description() {
    return title + ". " + grid.description();
  }

  @Override
  public boolean showsDigits() {
    return true;
  }
}
