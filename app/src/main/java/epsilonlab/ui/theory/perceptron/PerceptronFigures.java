package epsilonlab.ui.theory.perceptron;

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
import epsilonlab.report.figure.plane.Ball;
import epsilonlab.report.figure.plane.Boundary;
import epsilonlab.report.figure.plane.Caption;
import epsilonlab.report.figure.plane.Dot;
import epsilonlab.report.figure.plane.HalfPlane;
import epsilonlab.report.figure.plane.Note;
import epsilonlab.report.figure.plane.Note.Corner;
import epsilonlab.report.figure.plane.PlaneDrawing;
import epsilonlab.report.figure.plane.PlaneMark;
import epsilonlab.report.figure.plane.PlaneWindow;
import epsilonlab.ui.theory.page.LabelledPoint;
import epsilonlab.ui.theory.page.PointCloud;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/** The points with the weights after k mistakes, and the two inequalities as curves. */
final class PerceptronFigures {
  static final PlaneWindow WINDOW = PlaneWindow.equal(-2.3, 2.3, -2.3, 2.3);
  static final Hue LENGTH = SeriesColours.FGSM_TRAINED;
  static final Hue ALONG = SeriesColours.SMALL_CNN;

  private static final double TINT = 0.1;
  private static final double[] DASHES = {6, 4};

  private PerceptronFigures() {}

  /** The points of now and the plane after so many mistakes; {@code run} may be null. */
  static PlaneDrawing plane(List<LabelledPoint> points, PerceptronRun run, int step) {
    List<PlaneMark> marks = new ArrayList<>();
    if (run != null && run.mistakes() >= step) {
      ofRun(marks, run, step);
    }
    marks.addAll(PointCloud.marks(points));
    if (run != null && step > 0 && step <= run.mistakes()) {
      int index = run.run().mistakes().get(step - 1).point();
      if (index < points.size()) {
        LabelledPoint wrong = points.get(index);
        marks.add(new Dot("mistake", wrong.x(), wrong.y(), Marker.RING, 12, FigureTheme::danger));
        marks.addAll(PointCloud.marks(List.of(wrong)));
      }
    }
    marks.add(new Note(Corner.BOTTOM_RIGHT, "click to place a point", false));
    return new PlaneDrawing(
        WINDOW,
        marks,
        points.size()
            + " points of two classes and the perceptron's plane after "
            + step
            + " mistakes.");
  }

  private static void ofRun(List<PlaneMark> marks, PerceptronRun run, int step) {
    double[] w = run.run().weights(step);
    double b = run.biased() ? w[2] : 0;
    if (w[0] != 0 || w[1] != 0) {
      marks.add(new HalfPlane(w[0], w[1], b, PointCloud.POSITIVE, TINT));
      marks.add(new HalfPlane(-w[0], -w[1], -b, PointCloud.NEGATIVE, TINT * 1.4));
    }
    if (run.isSeparable()) {
      double[] best = run.bound().margin().direction();
      double c = run.biased() ? best[2] : 0;
      marks.add(new Boundary("best plane", best[0], best[1], c, ALONG, 2, DASHES));
    }
    if (!run.biased()) {
      marks.add(
          new Ball(
              "R", Ball.Shape.CIRCLE, 0, 0, run.bound().radius(), FigureTheme::muted, 0, 2, 4));
    }
    if (w[0] != 0 || w[1] != 0) {
      marks.add(new Boundary("perceptron", w[0], w[1], b, FigureTheme::ink, 3));
      double square = w[0] * w[0] + w[1] * w[1];
      double footX = -b * w[0] / square;
      double footY = -b * w[1] / square;
      double shown = Math.min(1, 1.6 / Math.sqrt(square));
      double tipX = footX + shown * w[0];
      double tipY = footY + shown * w[1];
      marks.add(new Arrow("w", footX, footY, tipX, tipY, FigureTheme::ink, 2, 0));
      marks.add(new Caption("$w$", tipX, tipY, 8, -6, 2));
    } else {
      marks.add(new Note(Corner.TOP_LEFT, "w = 0", true));
    }
  }

  /** The four curves, with a marker at the mistake that is looked at. */
  static LineChart curves(PerceptronRun run, int step) {
    int mistakes = run.mistakes();
    double bound = run.bound().mostMistakes();
    // the bound is seen where it is not far away
    double last =
        Double.isInfinite(bound) ? mistakes : Math.max(mistakes, Math.min(bound, 2.5 * mistakes));
    double end = Math.max(2, Math.ceil(last * 1.05));
    double top = Math.max(1e-9, run.bound().radius() * Math.sqrt(end));
    LineChart.Builder chart =
        LineChart.builder()
            .x(Axis.fixed(0, end).withLabel("mistakes k"))
            .y(Axis.fixed(0, top))
            .legend(LineChart.Legend.NONE)
            .description(
                "The two inequalities of the perceptron's bound: after "
                    + mistakes
                    + " mistakes the length of w is "
                    + Numbers.fixed(run.curves().length()[mistakes], 2));
    chart.add(smooth("√k R", end, k -> Math.sqrt(k) * run.bound().radius(), LENGTH));
    chart.add(line("‖w‖", run.curves().length(), LENGTH));
    if (run.isSeparable()) {
      double gamma = run.bound().margin().gamma();
      chart.add(smooth("k γ", end, k -> k * gamma, ALONG));
      chart.add(line("w·w*", run.curves().along(), ALONG));
      if (bound <= end) {
        chart.warning(bound);
      }
    }
    return chart.marker(step, "").build();
  }

  private static Series smooth(String name, double end, DoubleUnaryOperator of, Hue hue) {
    double[] k = new double[201];
    Arrays.setAll(k, i -> end * i / 200);
    double[] y = Arrays.stream(k).map(of).toArray();
    return new Series(name, k, y, hue).withStyle(LineStyle.DASHED).withWidth(2);
  }

  private static Series line(String name, double[] y, Hue hue) {
    double[] k = new double[y.length];
    Arrays.setAll(k, i -> i);
    Series line = new Series(name, k, y, hue).withWidth(3);
    return y.length <= 30 ? line.withMarker(Marker.DOT) : line;
  }
}
