package epsilonlab.ui.lesson;

import epsilonlab.lesson.Guess;
import epsilonlab.lesson.Question;
import epsilonlab.lesson.fact.Curve;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** A curve that is being drawn: a height at each x of the question. */
final class CurveGuess {
  private static final double FINE = 0.01;

  private final Question.Drawn question;
  private final double[] x;
  private final double[] y;
  private int last = -1;
  private boolean drawn;

  /** A flat line in the middle. */
  CurveGuess(Question.Drawn question) {
    this.question = question;
    x = question.x().stream().mapToDouble(Double::doubleValue).toArray();
    y = new double[x.length];
    Arrays.fill(y, (question.from() + question.to()) / 2);
  }

  double[] x() {
    return x.clone();
  }

  double[] y() {
    return y.clone();
  }

  /** Whether the student has drawn anything. */
  boolean isDrawn() {
    return drawn;
  }

  /** The pen is set down anew. */
  void lift() {
    last = -1;
  }

  /**
   * The pen has come here.
   *
   * @return the index of the point that it moved
   */
  int drawTo(double atX, double height) {
    int index = nearest(atX);
    set(index, height);
    if (last >= 0) {
      // what a quick hand has passed over
      int step = index > last ? 1 : -1;
      for (int i = last + step; i != index && last != index; i += step) {
        double share = (x[i] - x[last]) / (x[index] - x[last]);
        set(i, y[last] + share * (y[index] - y[last]));
      }
    }
    last = index;
    return index;
  }

  private int nearest(double atX) {
    int best = 0;
    for (int i = 1; i < x.length; i++) {
      best = Math.abs(x[i] - atX) < Math.abs(x[best] - atX) ? i : best;
    }
    return best;
  }

  private void set(int index, double height) {
    y[index] = Math.min(question.to(), Math.max(question.from(), height));
    drawn = true;
  }

  /** Moves one point by so many hundredths of the axis. */
  void move(int index, int hundredths) {
    set(index, y[index] + hundredths * FINE * (question.to() - question.from()));
  }

  /** The guess as it is drawn now. */
  Guess guess() {
    List<Curve.Point> points =
        IntStream.range(0, x.length).mapToObj(i -> new Curve.Point(x[i], y[i])).toList();
    return new Guess.Line(new Curve(points));
  }
}
