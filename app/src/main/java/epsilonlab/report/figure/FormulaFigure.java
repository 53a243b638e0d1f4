package epsilonlab.report.figure;

import java.util.List;

/**
 * Formulas below each other, typeset when they are painted; one that is too wide is set smaller.
 *
 * @param lines in LaTeX, without dollar signs; at least one
 */
public record FormulaFigure(List<String> lines) implements Figure {
  private static final double LETTER = 20;
  private static final double GAP = 10;
  // as many pixels as a picture file has, so that no pixel is drawn twice or left out
  private static final int PIXELS = 2;

  /**
   * @throws IllegalArgumentException if there is none
   */
  public FormulaFigure {
    lines = List.copyOf(lines);
    if (lines.isEmpty()) {
      throw new IllegalArgumentException("no formula");
    }
  }

  private static FormulaImage typeset(String tex, double width, FigureTheme theme) {
    double size = LETTER * theme.text() / 13;
    FormulaImage whole = FormulaImage.of(tex, size * PIXELS, theme.ink());
    double most = width * PIXELS;
    return whole.width() <= most
        ? whole
        : FormulaImage.of(tex, size * PIXELS * most / whole.width() * 0.95, theme.ink());
  }

  @Override
  public double preferredHeight(double width, FigureTheme theme) {
    double sum = -GAP;
    for (String line : lines) {
      sum += Math.ceil(typeset(line, width, theme).height() / (double) PIXELS) + GAP;
    }
    return sum;
  }

  @Override
  public void paint(Pen pen, double width, double height, FigureTheme theme) {
    double y = 0;
    for (String line : lines) {
      FormulaImage image = typeset(line, width, theme);
      double imageWidth = image.width() / (double) PIXELS;
      double imageHeight = image.height() / (double) PIXELS;
      pen.drawPixels(image.argb(), image.width(), image.height(), 0, y, imageWidth, imageHeight);
      y += Math.ceil(imageHeight) + GAP;
    }
  }

  @Override
  public FigureTable toTable() {
    return new FigureTable(
        List.of("formula"), lines.stream().map(line -> List.<Object>of(line)).toList());
  }

  /** In LaTeX. */
  @Override
  public String description() {
    return String.join("; ", lines);
  }
}
