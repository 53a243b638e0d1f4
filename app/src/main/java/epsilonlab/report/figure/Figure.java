package epsilonlab.report.figure;

/** What is drawn, described once; immutable, so that any thread may paint it at any time. */
public interface Figure {
  /** The height in logical pixels that suits a width. */
  double preferredHeight(double width, FigureTheme theme);

  /** Paints within (0, 0, width, height); the ground is painted by the caller. */
  void paint(Pen pen, double width, double height, FigureTheme theme);

  /** The numbers behind the figure. */
  FigureTable toTable();

  /** One or two sentences for those who cannot see the figure, and for an export's description. */
  String description();

  /** Whether a report lists its numbers beside it, for nobody reads them off the drawing. */
  default boolean wantsNumbers() {
    return false;
  }

  /** The same with what stands beside it in the window, and is missing in a report. */
  default Figure inReport() {
    return this;
  }

  /** Whether exports must say how ink is drawn. */
  default boolean showsDigits() {
    return false;
  }
}
