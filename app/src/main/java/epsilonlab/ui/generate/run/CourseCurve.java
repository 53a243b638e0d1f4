package epsilonlab.ui.generate.run;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * One number of a training by batch or by epoch, as a chart wants it.
 *
 * @param x epochs done
 * @param y the number
 */
public record CourseCurve(double[] x, double[] y) {
  /** One number of each. */
  public static <T> CourseCurve of(
      List<TrainingCourse.At<T>> course, ToDoubleFunction<? super T> number) {
    double[] x = new double[course.size()];
    double[] y = new double[course.size()];
    for (int i = 0; i < x.length; i++) {
      x[i] = course.get(i).epochs();
      y[i] = number.applyAsDouble(course.get(i).value());
    }
    return new CourseCurve(x, y);
  }

  /**
   * An exponential moving average over a number of epochs, without the lag of its beginning.
   *
   * @param epochs how far it reaches back, above 0
   */
  public CourseCurve smooth(double epochs) {
    double[] means = new double[y.length];
    double mean = 0;
    double weight = 0;
    for (int i = 0; i < y.length; i++) {
      double step = i > 0 ? x[i] - x[i - 1] : y.length > 1 ? x[1] - x[0] : epochs;
      double memory = Math.exp(-Math.max(1e-9, step) / epochs);
      weight = memory * weight + 1 - memory;
      mean += (y[i] - mean) * (1 - memory) / weight;
      means[i] = mean;
    }
    return new CourseCurve(x, means);
  }
}
