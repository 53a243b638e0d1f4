package epsilonlab.report.figure;

/** The style of a line tells the attack or the metric. */
public enum LineStyle {
  SOLID,
  DASHED(6, 4),
  DOTTED(2, 3.5),
  DASHDOT(8, 3, 2, 3);

  private final double[] dash;

  LineStyle(double... dash) {
    this.dash = dash;
  }

  /** A stroke of this style; dashes grow with lines thicker than 3. */
  Stroke stroke(double width, int argb) {
    double scale = Math.max(1, width / 3);
    double[] scaled = dash.clone();
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] *= scale;
    }
    return new Stroke(width, argb, scaled);
  }
}
