package epsilonlab.report.figure.plane;

import epsilonlab.report.figure.Colours;
import epsilonlab.report.figure.Figure;
import epsilonlab.report.figure.FigureTable;
import epsilonlab.report.figure.FigureTheme;
import epsilonlab.report.figure.Numbers;
import epsilonlab.report.figure.Pen;
import epsilonlab.report.figure.Pen.Anchor;
import epsilonlab.report.figure.Stroke;
import epsilonlab.report.figure.TextStyle;
import epsilonlab.report.figure.Ticks;
import java.util.ArrayList;
import java.util.List;

/**
 * A drawing of the plane with its axes, edge to edge.
 *
 * @param window what must be seen
 * @param marks painted in this order, those of the ground first
 * @param description see {@link Figure#description}
 */
public record PlaneDrawing(PlaneWindow window, List<PlaneMark> marks, String description)
    implements Figure {
  private static final double PIXELS_A_TICK = 95;

  @Override
  public double preferredHeight(double width, FigureTheme theme) {
    PlaneWindow w = window;
    return w.equal()
        ? Math.round(width * (w.top() - w.bottom()) / (w.right() - w.left()))
        : Math.round(width * 0.56);
  }

  /** Where points stand in a picture of this size. */
  public PlaneScale scale(double width, double height) {
    return new PlaneScale(window, width, height);
  }

  @Override
  public void paint(Pen pen, double width, double height, FigureTheme theme) {
    PlaneScale scale = scale(width, height);
    pen.pushClip(0, 0, width, height);
    marks.stream().filter(PlaneMark::isGround).forEach(mark -> mark.paint(pen, scale, theme));
    axes(pen, scale, theme);
    marks.stream().filter(mark -> !mark.isGround()).forEach(mark -> mark.paint(pen, scale, theme));
    pen.popClip();
    pen.strokeRect(0.5, 0.5, width - 1, height - 1, 1, theme.border());
  }

  private static int most(double pixels, FigureTheme theme) {
    return (int) Math.max(4, pixels / (PIXELS_A_TICK * theme.text() / 13));
  }

  private static void axes(Pen pen, PlaneScale scale, FigureTheme theme) {
    double unit = theme.text() / 13;
    Stroke grid = new Stroke(1, Colours.fade(theme.muted(), 0.13));
    Stroke axis = new Stroke(1, Colours.fade(theme.muted(), 0.45));
    TextStyle text = TextStyle.regular(theme.text());
    double labelsY =
        Math.max(18 * unit, Math.min(scale.height() - 6 * unit, scale.py(0) + 16 * unit));
    for (double tick : Ticks.linear(scale.left(), scale.right(), most(scale.width(), theme))) {
      boolean zero = Math.abs(tick) < 1e-9;
      double x = Math.round(scale.px(tick)) + 0.5;
      pen.line(x, 0, x, scale.height(), zero ? axis : grid);
      if (!zero && x > 20 && x < scale.width() - 20) {
        pen.text(Numbers.plain(tick), x + 5 * unit, labelsY, text, Anchor.LEFT, theme.muted());
      }
    }
    double labelsX = Math.max(6, Math.min(scale.width() - 34 * unit, scale.px(0) + 6 * unit));
    for (double tick : Ticks.linear(scale.bottom(), scale.top(), most(scale.height(), theme))) {
      boolean zero = Math.abs(tick) < 1e-9;
      double y = Math.round(scale.py(tick)) + 0.5;
      pen.line(0, y, scale.width(), y, zero ? axis : grid);
      if (!zero && y > 16 && y < scale.height() - 6) {
        pen.text(Numbers.plain(tick), labelsX, y - 5 * unit, text, Anchor.LEFT, theme.muted());
      }
    }
  }

  @Override
  public FigureTable toTable() {
    List<List<Object>> rows = new ArrayList<>();
    marks.forEach(mark -> rows.addAll(mark.rows()));
    return new FigureTable(List.of("mark", "name", "x", "y"), rows);
  }
}
