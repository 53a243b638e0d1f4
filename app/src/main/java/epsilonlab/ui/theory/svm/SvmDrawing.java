package epsilonlab.ui.theory.svm;

import epsilonlab.report.figure.FigureTheme;
import epsilonlab.report.figure.Hue;
import epsilonlab.report.figure.Marker;
import epsilonlab.report.figure.Numbers;
import epsilonlab.report.figure.plane.Ball;
import epsilonlab.report.figure.plane.Boundary;
import epsilonlab.report.figure.plane.Dot;
import epsilonlab.report.figure.plane.HalfPlane;
import epsilonlab.report.figure.plane.Note;
import epsilonlab.report.figure.plane.Note.Corner;
import epsilonlab.report.figure.plane.PlaneDrawing;
import epsilonlab.report.figure.plane.PlaneMark;
import epsilonlab.report.figure.plane.PlaneWindow;
import epsilonlab.theory.linear.LinearModel;
import epsilonlab.ui.theory.page.LabelledPoint;
import epsilonlab.ui.theory.page.PointCloud;
import java.util.ArrayList;
import java.util.List;

/** The two drawings: points with balls and a plane, points with a margin and a plane. */
final class SvmDrawing {
  static final PlaneWindow WINDOW = PlaneWindow.equal(-2.2, 2.2, -2.2, 2.2);

  private static final double TINT = 0.1;
  private static final double[] DASHES = {5, 4};
  private static final double SUPPORT = 1e-9;

  private SvmDrawing() {}

  /** The points of now, and the newest plane of adversarial training; null before the first. */
  static PlaneDrawing adversarial(SvmInput input, SvmSolution solution) {
    List<PlaneMark> marks = new ArrayList<>();
    if (solution != null) {
      double margin = solution.scale();
      plane(marks, "adversarial training", solution.adversarial().model(), margin);
    }
    for (LabelledPoint point : input.points()) {
      Hue hue = point.label() > 0 ? PointCloud.POSITIVE : PointCloud.NEGATIVE;
      marks.add(
          new Ball(
              "budget", Ball.Shape.CIRCLE, point.x(), point.y(), input.epsilon(), hue, 0.1, 3, 3));
    }
    return drawing(
        marks,
        input,
        "Adversarial training with the hinge loss and a budget of "
            + Numbers.fixed(input.epsilon(), 2));
  }

  /** The points of now, and the newest plane of the machine; null before the first. */
  static PlaneDrawing machine(SvmInput input, SvmSolution solution) {
    List<PlaneMark> marks = new ArrayList<>();
    if (solution != null) {
      plane(marks, "support vector machine", solution.machine().model(), 1);
      List<LabelledPoint> solved = solution.input().points();
      for (int i = 0; i < solved.size() && solved.size() == input.points().size(); i++) {
        LabelledPoint point = input.points().get(i);
        if (solution.machine().multipliers()[i] > SUPPORT) {
          marks.add(
              new Dot("support vector", point.x(), point.y(), Marker.RING, 11, FigureTheme::muted));
        }
      }
    }
    return drawing(
        marks,
        input,
        "A soft-margin support vector machine with lambda "
            + (solution == null ? "not yet solved" : Numbers.plain(solution.used())));
  }

  private static void plane(List<PlaneMark> marks, String name, LinearModel model, double margin) {
    double w1 = model.w()[0];
    double w2 = model.w()[1];
    double b = model.b();
    if (Math.hypot(w1, w2) < 1e-6) {
      marks.add(new Note(Corner.TOP_LEFT, "no plane: w = 0", true));
      return;
    }
    marks.add(new HalfPlane(w1, w2, b, PointCloud.POSITIVE, TINT));
    marks.add(new HalfPlane(-w1, -w2, -b, PointCloud.NEGATIVE, TINT * 1.4));
    marks.add(new Boundary(name, w1, w2, b, FigureTheme::ink, 3));
    marks.add(new Boundary(name + ", margin", w1, w2, b - margin, FigureTheme::muted, 1.5, DASHES));
    marks.add(new Boundary(name + ", margin", w1, w2, b + margin, FigureTheme::muted, 1.5, DASHES));
  }

  private static PlaneDrawing drawing(List<PlaneMark> marks, SvmInput input, String what) {
    marks.addAll(PointCloud.marks(input.points()));
    if (!input.hasBothClasses()) {
      marks.add(new Note(Corner.TOP_LEFT, "place a point of the other class", true));
    }
    return new PlaneDrawing(
        WINDOW, marks, what + ", on " + input.points().size() + " points of two classes.");
  }
}
