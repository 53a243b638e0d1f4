package epsilonlab.defence;

import java.util.ArrayList;
import java.util.List;

/**
 * How accurate a smoothed classifier is at least, against the l2 radius.
 *
 * @param points growing radii
 * @param abstained the fraction of images without an answer
 */
public record SmoothedAccuracy(List<Point> points, double abstained) {
  private static final int POINTS_PER_UNIT = 10;

  /**
   * One radius.
   *
   * @param radius the length of a change
   * @param certified the fraction of images that no change of at most that length takes from their
   *     true class, each with the confidence of the settings
   */
  public record Point(double radius, double certified) {}

  /** Counts answers at every tenth, from 0 to the first beyond which nothing can be certified. */
  static SmoothedAccuracy of(
      List<SmoothedAnswer> answers, int[] labels, SmoothingSettings settings) {
    List<Point> points = new ArrayList<>();
    int steps = Math.max(0, (int) Math.ceil(settings.largestRadius() * POINTS_PER_UNIT));
    for (int i = 0; i <= steps; i++) {
      double radius = (double) i / POINTS_PER_UNIT;
      points.add(new Point(radius, certified(answers, labels, radius)));
    }
    long silent = answers.stream().filter(SmoothedAnswer::abstained).count();
    return new SmoothedAccuracy(points, (double) silent / answers.size());
  }

  private static double certified(List<SmoothedAnswer> answers, int[] labels, double radius) {
    int certified = 0;
    for (int i = 0; i < labels.length; i++) {
      SmoothedAnswer answer = answers.get(i);
      certified += answer.answer() == labels[i] && answer.radius() >= radius ? 1 : 0;
    }
    return (double) certified / labels.length;
  }
}
