package epsilonlab.report.handin;

import epsilonlab.report.figure.FigureExport;
import epsilonlab.report.figure.FigureTheme;

/** Figures as pictures, for kinds of files that cannot draw. */
public final class Painted {
  private Painted() {}

  /** A PNG of a figure, two pixels a logical pixel, on light ground. */
  public static ReportBlock.Picture of(ReportBlock.Drawing drawing) {
    double height = drawing.figure().preferredHeight(drawing.width(), FigureTheme.LIGHT);
    return new ReportBlock.Picture(
        FigureExport.pngBytes(drawing.figure(), drawing.width(), height, FigureTheme.LIGHT),
        drawing.width() + 2 * FigureExport.MARGIN,
        drawing.caption(),
        FigureExport.description(drawing.figure(), FigureTheme.LIGHT));
  }
}
