package epsilonlab.theory.perceptron;

import epsilonlab.theory.Vectors;
import epsilonlab.theory.svm.LabelledPoints;
import java.util.stream.IntStream;

/**
 * Novikoff's bound (1962): after k mistakes k gamma <= w . w* <= ||w|| <= sqrt(k) R, and so k <= (R
 * / gamma)^2.
 *
 * @param radius R, the length of the longest point
 * @param margin the best plane and its gamma
 */
public record MistakeBound(double radius, BestMargin margin) {
  /** R and gamma of these points. */
  public static MistakeBound of(LabelledPoints points) {
    double radius = 0;
    for (double[] point : points.x()) {
      radius = Math.max(radius, Vectors.length(point));
    }
    return new MistakeBound(radius, BestMargin.of(points));
  }

  /** (R / gamma)^2; infinite where no plane through the origin separates the points. */
  public double mostMistakes() {
    return margin.separates()
        ? radius / margin.gamma() * (radius / margin.gamma())
        : Double.POSITIVE_INFINITY;
  }

  /**
   * The four curves of the proof, by the number k of mistakes, from 0 on; each is never above the
   * next.
   *
   * @param lower k gamma
   * @param along w . w*
   * @param length ||w||
   * @param upper sqrt(k) R
   */
  public record Curves(double[] lower, double[] along, double[] length, double[] upper) {}

  /** The curves of a run. */
  public Curves curves(Perceptron.Run run) {
    int count = run.mistakes().size() + 1;
    return new Curves(
        IntStream.range(0, count).mapToDouble(k -> k * margin.gamma()).toArray(),
        IntStream.range(0, count)
            .mapToDouble(k -> Vectors.dot(run.weights(k), margin.direction()))
            .toArray(),
        IntStream.range(0, count).mapToDouble(k -> Vectors.length(run.weights(k))).toArray(),
        IntStream.range(0, count).mapToDouble(k -> Math.sqrt(k) * radius).toArray());
  }
}
