package epsilonlab.ui.theory.discriminator;

import epsilonlab.report.figure.FigureTheme;
import epsilonlab.report.figure.Hue;
import epsilonlab.report.figure.Marker;
import epsilonlab.report.figure.Numbers;
import epsilonlab.report.figure.SeriesColours;
import epsilonlab.report.figure.plane.Area;
import epsilonlab.report.figure.plane.Boundary;
import epsilonlab.report.figure.plane.Curve;
import epsilonlab.report.figure.plane.Dot;
import epsilonlab.report.figure.plane.Note;
import epsilonlab.report.figure.plane.Note.Corner;
import epsilonlab.report.figure.plane.PlaneDrawing;
import epsilonlab.report.figure.plane.PlaneMark;
import epsilonlab.report.figure.plane.PlaneWindow;
import epsilonlab.theory.discriminator.CellDensity;
import epsilonlab.theory.discriminator.DiscriminatorGame;
import epsilonlab.theory.discriminator.DiscriminatorJob;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The two densities above, and what tells them apart below. */
final class DiscriminatorDrawing {
  static final Hue REAL = SeriesColours.LENET;
  static final Hue GENERATED = SeriesColours.FGSM_TRAINED;
  static final Hue TRAINED = SeriesColours.SMALL_CNN;

  private static final double SIDE = 0.15;
  private static final double[] DASHES = {6, 4};

  private DiscriminatorDrawing() {}

  static PlaneDrawing densities(DrawnDensity real, DrawnDensity generated, boolean drawsGenerated) {
    List<PlaneMark> marks = new ArrayList<>();
    marks.add(area(real.cells(), REAL));
    marks.add(area(generated.cells(), GENERATED));
    marks.add(curve("p, real data", real.cells(), REAL));
    marks.add(curve("q, generated data", generated.cells(), GENERATED));
    DrawnDensity drawn = drawsGenerated ? generated : real;
    for (int i = 0; i < DrawnDensity.KNOTS; i++) {
      Hue hue = drawsGenerated ? GENERATED : REAL;
      marks.add(new Dot("knot", DrawnDensity.knot(i), drawn.heights().get(i), Marker.DOT, 5, hue));
    }
    marks.add(new Note(Corner.TOP_RIGHT, "drag the dots up and down", false));
    return new PlaneDrawing(
        PlaneWindow.stretched(
            DrawnDensity.FROM - SIDE, DrawnDensity.TO + SIDE, -0.07, DrawnDensity.HIGHEST),
        marks,
        "The densities of real and of generated data.");
  }

  private static Curve curve(String name, CellDensity density, Hue hue) {
    return new Curve(name, middles(density), heights(density), hue, 2.5);
  }

  private static Area area(CellDensity density, Hue hue) {
    int n = density.cells();
    double[] xs = Arrays.copyOf(middles(density), n + 2);
    double[] ys = Arrays.copyOf(heights(density), n + 2);
    xs[n] = density.middle(n - 1);
    xs[n + 1] = density.middle(0);
    return new Area(xs, ys, hue, 0.13);
  }

  private static double[] middles(CellDensity density) {
    return IntStream.range(0, density.cells()).mapToDouble(density::middle).toArray();
  }

  private static double[] heights(CellDensity density) {
    return IntStream.range(0, density.cells()).mapToDouble(density::height).toArray();
  }

  /**
   * D*, and the trained one on top.
   *
   * @param trained null where none is
   */
  static PlaneDrawing discriminator(DiscriminatorGame game, DiscriminatorJob.State trained) {
    double[] xs = middles(game.p());
    List<PlaneMark> marks = new ArrayList<>();
    marks.add(new Boundary("one half", 0, 1, -0.5, FigureTheme::muted, 1, 2, 3));
    marks.add(new Curve("D*", xs, game.best(), FigureTheme::ink, 3));
    if (trained != null) {
      marks.add(new Curve("trained", xs, trained.d(), TRAINED, 2.5, DASHES));
    }
    marks.add(new Note(Corner.TOP_LEFT, "surely real", false));
    marks.add(new Note(Corner.BOTTOM_LEFT, "surely generated", false));
    return new PlaneDrawing(
        PlaneWindow.stretched(DrawnDensity.FROM - SIDE, DrawnDensity.TO + SIDE, -0.04, 1.04),
        marks,
        "The best discriminator, which achieves "
            + Numbers.fixed(game.bestValue(), 3)
            + (trained == null
                ? "."
                : ", and a trained one, which achieves "
                    + Numbers.fixed(trained.value(), 3)
                    + " after "
                    + trained.steps()
                    + " steps."));
  }
}
