package epsilonlab.ui.theory.pca;

import epsilonlab.report.figure.Axis;
import epsilonlab.report.figure.FigureTheme;
import epsilonlab.report.figure.Hue;
import epsilonlab.report.figure.LineChart;
import epsilonlab.report.figure.LineStyle;
import epsilonlab.report.figure.Marker;
import epsilonlab.report.figure.Numbers;
import epsilonlab.report.figure.Series;
import epsilonlab.report.figure.SeriesColours;
import epsilonlab.report.figure.plane.Arrow;
import epsilonlab.report.figure.plane.Boundary;
import epsilonlab.report.figure.plane.Caption;
import epsilonlab.report.figure.plane.Curve;
import epsilonlab.report.figure.plane.Dot;
import epsilonlab.report.figure.plane.Note;
import epsilonlab.report.figure.plane.PlaneDrawing;
import epsilonlab.report.figure.plane.PlaneMark;
import epsilonlab.report.figure.plane.PlaneWindow;
import epsilonlab.theory.Vectors;
import epsilonlab.theory.pca.Orthonormal;
import epsilonlab.ui.theory.page.LabelledPoint;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The points with their shadows on the direction, and ||XD|| against the angle. */
final class PcaDrawing {
  static final Hue TURNED = SeriesColours.FGSM_TRAINED;
  static final Hue BEST = SeriesColours.SMALL_CNN;

  private static final Hue POINTS = SeriesColours.LENET;
  private static final PlaneWindow WINDOW = PlaneWindow.equal(-1.95, 1.95, -1.6, 1.6);
  private static final double[] DASHES = {7, 4};

  private PcaDrawing() {}

  /**
   * @param state null while there are fewer than two points
   */
  static PlaneDrawing points(List<LabelledPoint> points, PcaState state) {
    List<PlaneMark> marks = new ArrayList<>();
    if (state != null) {
      marks.add(line("best direction", state, state.best().directions()[0], BEST, 2.5, DASHES));
      double[] direction = Orthonormal.at(Math.toRadians(state.degrees()));
      marks.add(line("direction D", state, direction, TURNED, 1.5));
      for (double[] x : state.x()) {
        double along = Vectors.dot(x, direction);
        double[] xs = {
          state.meanX() + x[0], state.meanX() + along * direction[0],
        };
        double[] ys = {
          state.meanY() + x[1], state.meanY() + along * direction[1],
        };
        marks.add(new Curve("left out", xs, ys, FigureTheme::muted, 1));
        marks.add(new Dot("shadow", xs[1], ys[1], Marker.DOT, 3, TURNED));
      }
      double tipX = state.meanX() + DirectionHandle.REACH * direction[0];
      double tipY = state.meanY() + DirectionHandle.REACH * direction[1];
      marks.add(new Arrow("D", state.meanX(), state.meanY(), tipX, tipY, TURNED, 3, 0));
      marks.add(new Caption("$D$", tipX, tipY, 8, -8, 3));
    }
    for (LabelledPoint point : points) {
      marks.add(new Dot("point", point.x(), point.y(), Marker.DOT, 5.5, POINTS));
    }
    marks.add(
        new Note(
            Note.Corner.BOTTOM_RIGHT,
            state == null ? "click to place two points or more" : "drag D, or the points",
            false));
    return new PlaneDrawing(WINDOW, marks, description(state));
  }

  private static Boundary line(
      String name, PcaState state, double[] direction, Hue hue, double width, double... dash) {
    double a = -direction[1];
    double b = direction[0];
    return new Boundary(name, a, b, -(a * state.meanX() + b * state.meanY()), hue, width, dash);
  }

  private static String description(PcaState state) {
    return state == null
        ? "No points yet."
        : "Along the direction at "
            + Numbers.fixed(state.degrees(), 0)
            + " degrees ||XD|| is "
            + Numbers.fixed(state.spread(), 2)
            + "; the largest, at "
            + Numbers.fixed(state.bestDegrees(), 0)
            + " degrees, is "
            + Numbers.fixed(state.most(), 2)
            + ".";
  }

  /** ||XD|| against the angle of D. */
  static LineChart spread(PcaState state) {
    LineChart.Builder chart =
        LineChart.builder()
            .x(Axis.fixed(0, 180).withTicks(0, 45, 90, 135, 180).withLabel("degrees"))
            .emptyText("Place two points or more.")
            .legend(LineChart.Legend.NONE)
            .description("The spread of the points along a direction, against its angle");
    if (state == null) {
      return chart.build();
    }
    double[] angles = IntStream.rangeClosed(0, 180).mapToDouble(i -> i).toArray();
    double[] spreads = java.util.Arrays.stream(angles).map(state::spreadAt).toArray();
    return chart
        .y(Axis.fixed(0, Math.max(1e-9, 1.15 * state.most())))
        .add(
            new Series(
                    "largest singular value",
                    new double[] {0, 180},
                    new double[] {state.most(), state.most()},
                    BEST)
                .withStyle(LineStyle.DASHED)
                .withWidth(2))
        .add(new Series("‖XD‖", angles, spreads, TURNED))
        .marker(state.degrees(), "‖XD‖")
        .build();
  }
}
