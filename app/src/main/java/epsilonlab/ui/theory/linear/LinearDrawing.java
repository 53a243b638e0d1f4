package epsilonlab.ui.theory.linear;

import epsilonlab.report.figure.FigureTheme;
import epsilonlab.report.figure.Hue;
import epsilonlab.report.figure.Marker;
import epsilonlab.report.figure.Numbers;
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
import epsilonlab.report.figure.plane.Tag;
import java.util.ArrayList;
import java.util.List;

/** The two half planes, the two balls around x and the worst point of each. */
final class LinearDrawing {
  static final Hue LINF = SeriesColours.FGSM_TRAINED;
  static final Hue L2 = SeriesColours.LENET;
  static final PlaneWindow WINDOW = PlaneWindow.equal(-1.72, 3.58, -0.83, 2.16);

  private static final Hue POSITIVE = SeriesColours.LOGISTIC;
  private static final Hue NEGATIVE = SeriesColours.MLP;
  private static final double TINT = 0.14;
  private static final double[] DASHES = {6, 4};
  // where the arrow of the weights begins: the boundary's point next to this one
  private static final double ARROW_X = -0.2;
  private static final double ARROW_Y = 1.3;

  private LinearDrawing() {}

  static PlaneDrawing of(LinearState state) {
    double w1 = state.model().w()[0];
    double w2 = state.model().w()[1];
    double b = state.model().b();
    double x = state.x()[0];
    double y = state.x()[1];
    LinearState.Case linf = state.linf();
    LinearState.Case l2 = state.l2();
    List<PlaneMark> marks = new ArrayList<>();
    marks.add(new HalfPlane(w1, w2, b, POSITIVE, TINT));
    marks.add(new HalfPlane(-w1, -w2, -b, NEGATIVE, TINT * 1.15));
    marks.add(new Ball("l-infinity", Ball.Shape.SQUARE, x, y, state.epsilon(), LINF, 0.06));
    marks.add(new Ball("l2", Ball.Shape.CIRCLE, x, y, state.epsilon(), L2, 0.08, DASHES));
    marks.add(new Boundary("boundary", w1, w2, b, FigureTheme::ink, 3));
    double[] foot = foot(state);
    if (w1 != 0 || w2 != 0) {
      double[] tip = tip(state);
      marks.add(new Arrow("w", foot[0], foot[1], tip[0], tip[1], FigureTheme::ink, 2, 0));
      marks.add(new Caption("$w$", tip[0], tip[1], -6, -9, 3));
    }
    double[] far = linf.worst();
    double[] near = l2.worst();
    marks.add(new Arrow("l-infinity", x, y, far[0], far[1], LINF, 3, 9));
    marks.add(new Arrow("l2", x, y, near[0], near[1], L2, 3, 9));
    marks.add(new Dot("worst point, l-infinity", far[0], far[1], Marker.SQUARE, 7.5, LINF));
    marks.add(new Dot("worst point, l2", near[0], near[1], Marker.DOT, 7.5, L2));
    marks.add(new Dot("x", x, y, Marker.DOT, 8.5, FigureTheme::ink));
    marks.add(new Caption("$x$", x, y, 14, -12, 4));
    marks.add(new Tag(tag("ℓ_2", l2), near[0], near[1], L2, sideOf(near, far, x, y)));
    marks.add(new Tag(tag("ℓ_∞", linf), far[0], far[1], LINF, sideOf(far, near, x, y)));
    marks.add(
        new Note(positiveAtRight(w1) ? Corner.TOP_RIGHT : Corner.TOP_LEFT, "answer +1", true));
    marks.add(
        new Note(positiveAtRight(w1) ? Corner.TOP_LEFT : Corner.TOP_RIGHT, "answer −1", true));
    marks.add(new Note(Corner.BOTTOM_RIGHT, "drag x, the line, or w", false));
    return new PlaneDrawing(WINDOW, marks, description(state));
  }

  private static boolean positiveAtRight(double w1) {
    return w1 >= 0;
  }

  /** Where the arrow of the weights begins. */
  static double[] foot(LinearState state) {
    double[] w = state.model().w();
    double square = w[0] * w[0] + w[1] * w[1];
    if (square == 0) {
      return new double[] {ARROW_X, ARROW_Y};
    }
    double off = (w[0] * ARROW_X + w[1] * ARROW_Y + state.model().b()) / square;
    return new double[] {ARROW_X - off * w[0], ARROW_Y - off * w[1]};
  }

  /** Where it ends: half the weights away, so that it stays clear of the point. */
  static double[] tip(LinearState state) {
    double[] foot = foot(state);
    return new double[] {foot[0] + state.model().w()[0] / 2, foot[1] + state.model().w()[1] / 2};
  }

  // away from x, and the two tags away from each other
  private static Tag.Side sideOf(double[] own, double[] other, double x, double y) {
    boolean left = own[0] + other[0] <= 2 * x;
    boolean above = own[1] == other[1] ? own[1] > y : own[1] > other[1];
    if (left) {
      return above ? Tag.Side.ABOVE_LEFT : Tag.Side.BELOW_LEFT;
    }
    return above ? Tag.Side.ABOVE_RIGHT : Tag.Side.BELOW_RIGHT;
  }

  private static String tag(String norm, LinearState.Case of) {
    String sign = of.after() > 0 ? "+" : "";
    return "$"
        + norm
        + "$: "
        + sign
        + Numbers.fixed(of.after(), 2)
        + (of.isFlipped() ? ", crossed" : ", still right");
  }

  private static String description(LinearState state) {
    return "A point with margin "
        + Numbers.fixed(state.linf().before(), 2)
        + " and a budget of "
        + Numbers.fixed(state.epsilon(), 2)
        + ": the worst point of the l-infinity ball has margin "
        + Numbers.fixed(state.linf().after(), 2)
        + ", that of the l2 ball "
        + Numbers.fixed(state.l2().after(), 2)
        + ".";
  }
}
