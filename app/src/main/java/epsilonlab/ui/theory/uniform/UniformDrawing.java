package epsilonlab.ui.theory.uniform;

import epsilonlab.report.figure.Axis;
import epsilonlab.report.figure.FigureTheme;
import epsilonlab.report.figure.Hue;
import epsilonlab.report.figure.LineChart;
import epsilonlab.report.figure.LineStyle;
import epsilonlab.report.figure.Marker;
import epsilonlab.report.figure.Numbers;
import epsilonlab.report.figure.Series;
import epsilonlab.report.figure.SeriesColours;
import epsilonlab.report.figure.plane.Area;
import epsilonlab.report.figure.plane.Boundary;
import epsilonlab.report.figure.plane.Curve;
import epsilonlab.report.figure.plane.Dot;
import epsilonlab.report.figure.plane.Note;
import epsilonlab.report.figure.plane.PlaneDrawing;
import epsilonlab.report.figure.plane.PlaneMark;
import epsilonlab.report.figure.plane.PlaneWindow;
import epsilonlab.report.figure.plane.Tag;
import epsilonlab.theory.uniform.BiasSimulation;
import epsilonlab.theory.uniform.UniformLikelihood;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The likelihood over (a, b) as a coloured surface, and the bias against the sample size. */
final class UniformDrawing {
  static final Hue LIKELY = SeriesColours.LENET;
  static final Hue BEST = SeriesColours.SMALL_CNN;
  static final Hue TRUTH = SeriesColours.FGSM_TRAINED;
  static final Hue GUESS = SeriesColours.PGD_TRAINED;

  private static final PlaneWindow WINDOW = PlaneWindow.equal(-0.75, 1.25, -0.15, 1.75);
  // far enough to leave the window
  private static final double FAR = 4;
  private static final double[] LEVELS = {
    0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9
  };
  private static final double TINT = 0.075;

  private UniformDrawing() {}

  static PlaneDrawing surface(UniformState state) {
    UniformLikelihood likelihood = state.likelihood();
    double low = likelihood.smallest();
    double high = likelihood.largest();
    List<PlaneMark> marks = new ArrayList<>();
    marks.add(corner(low, high, FAR, 0.05));
    for (double level : LEVELS) {
      // where (b - a)^-n is this share of the largest
      double width = (high - low) * Math.pow(level, -1.0 / state.n());
      marks.add(corner(low, high, Math.min(FAR, width), TINT));
    }
    marks.add(new Boundary("a = b", 1, -1, 0, FigureTheme::muted, 1));
    marks.add(new Curve("a = min", new double[] {low, low}, new double[] {high, FAR}, LIKELY, 1.5));
    marks.add(
        new Curve("b = max", new double[] {low, -FAR}, new double[] {high, high}, LIKELY, 1.5));
    marks.add(
        new Curve(
            "min", new double[] {low, low}, new double[] {low, high}, FigureTheme::muted, 1, 2, 3));
    marks.add(
        new Curve(
            "max",
            new double[] {low, high},
            new double[] {high, high},
            FigureTheme::muted,
            1,
            2,
            3));
    for (double draw : likelihood.draws()) {
      marks.add(new Dot("draw", draw, draw, Marker.DOT, 4, FigureTheme::ink));
    }
    marks.add(new Dot("truth", 0, 1, Marker.DIAMOND, 7, TRUTH));
    marks.add(new Dot("most likely", low, high, Marker.DOT, 7.5, BEST));
    marks.add(new Dot("guess", state.a(), state.b(), Marker.SQUARE, 7, GUESS));
    marks.add(new Tag(likelihood(state), state.a(), state.b(), GUESS, Tag.Side.ABOVE_LEFT));
    marks.add(new Note(Note.Corner.BOTTOM_RIGHT, "a to the right, b upwards", false));
    return new PlaneDrawing(
        WINDOW,
        marks,
        "The likelihood over a and b: largest at the smallest draw, "
            + Numbers.fixed(low, 2)
            + ", and the largest, "
            + Numbers.fixed(high, 2)
            + "; zero wherever a draw lies outside.");
  }

  private static String likelihood(UniformState state) {
    if (state.isImpossible()) {
      return "impossible";
    }
    return state.relative() < 0.001
        ? "under 0.001 of the largest"
        : Numbers.fixed(state.relative(), 3) + " of the largest";
  }

  // all (a, b) with a <= low, b >= high and b - a <= width: a triangle
  private static Area corner(double low, double high, double width, double opacity) {
    return new Area(
        new double[] {low, low, high - width},
        new double[] {high, low + width, high},
        LIKELY,
        opacity);
  }

  /** (b - a) / (n + 1), and what was simulated. */
  static LineChart bias(List<BiasSimulation> simulated, int n) {
    double[] ns = IntStream.rangeClosed(2, 100).mapToDouble(i -> i).toArray();
    double[] theory =
        IntStream.rangeClosed(2, 100).mapToDouble(i -> UniformLikelihood.bias(0, 1, i)).toArray();
    LineChart.Builder chart =
        LineChart.builder()
            .x(Axis.fixed(2, 100).withLog(true).withTicks(2, 5, 10, 20, 50, 100).withLabel("n"))
            .y(Axis.fixed(-0.03, 0.36))
            .add(new Series("(b − a) / (n + 1)", ns, theory, LIKELY))
            .marker(n, "(b − a) / (n + 1)")
            .description("The bias of the smallest draw against the number of draws");
    if (!simulated.isEmpty()) {
      double[] sizes = simulated.stream().mapToDouble(BiasSimulation::n).toArray();
      chart.add(
          new Series(
                  "simulated",
                  sizes,
                  simulated.stream().mapToDouble(one -> one.smallest().mean()).toArray(),
                  BEST)
              .withMarker(Marker.DOT)
              .withWidth(1));
      chart.add(
          new Series(
                  "corrected",
                  sizes,
                  simulated.stream().mapToDouble(one -> one.correctedSmallest().mean()).toArray(),
                  TRUTH)
              .withMarker(Marker.SQUARE)
              .withStyle(LineStyle.DASHED)
              .withWidth(1));
    }
    return chart.build();
  }
}
