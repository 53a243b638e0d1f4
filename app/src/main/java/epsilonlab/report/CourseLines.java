package epsilonlab.report;

import epsilonlab.report.figure.Axis;
import epsilonlab.report.figure.Hue;
import epsilonlab.report.figure.LineStyle;
import epsilonlab.report.figure.Marker;
import epsilonlab.report.figure.Series;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

/** The lines that the charts of generative trainings are made of. */
final class CourseLines {
  // dots that touch each other say less than the line
  private static final int MOST_DOTS = 25;
  private static final int INTERVALS = 4;

  private CourseLines() {}

  /** Every batch, faint. */
  static <B> Series raw(
      String name, List<Reading<B>> batches, ToDoubleFunction<B> number, Hue colour) {
    return new Series(
            name + ", each batch", Reading.times(batches), Reading.values(batches, number), colour)
        .withWidth(1)
        .withOpacity(0.28)
        .unlisted();
  }

  /**
   * The exponential moving average of the batches.
   *
   * @param reach over how many batches it reaches
   */
  static <B> Series smooth(
      String name, List<Reading<B>> batches, ToDoubleFunction<B> number, Hue colour, double reach) {
    double[] values = Reading.values(batches, number);
    double fresh = 1 / reach;
    double weight = 0;
    double mean = 0;
    for (int i = 0; i < values.length; i++) {
      weight = (1 - fresh) * weight + fresh;
      mean += (values[i] - mean) * fresh / weight;
      values[i] = mean;
    }
    return new Series(name, Reading.times(batches), values, colour);
  }

  /** What was measured after each epoch, with a dot each while there is room. */
  static <R> Series epochs(
      String name, List<Reading<R>> epochs, ToDoubleFunction<R> number, Hue colour) {
    return new Series(name, Reading.times(epochs), Reading.values(epochs, number), colour)
        .withMarker(epochs.size() <= MOST_DOTS ? Marker.DOT : Marker.NONE);
  }

  /** A level line over the whole axis. */
  static Series level(double value, double last, Hue colour) {
    return new Series(
            "balance", new double[] {0, Math.max(1, last)}, new double[] {value, value}, colour)
        .withStyle(LineStyle.DOTTED)
        .withWidth(1.5)
        .unlisted();
  }

  /** An axis around values that lie far from 0, in round steps; from 0 where they lie close. */
  static Axis around(double... values) {
    double[] finite = Arrays.stream(values).filter(Double::isFinite).toArray();
    if (finite.length == 0) {
      return Axis.fixed(0, 1);
    }
    double low = DoubleStream.of(finite).min().orElseThrow();
    double high = DoubleStream.of(finite).max().orElseThrow();
    if (low >= 0 && high - low > low) {
      low = 0;
    }
    double step = roundStep(Math.max(high - low, Math.abs(high) * 0.02) / INTERVALS);
    if (step == 0) {
      return Axis.fixed(0, 1);
    }
    double floor = Math.floor(low / step + 1e-9) * step;
    double ceiling = Math.ceil(high / step - 1e-9) * step;
    return Axis.fixed(floor, ceiling > floor ? ceiling : floor + step);
  }

  private static double roundStep(double least) {
    if (least <= 0) {
      return 0;
    }
    double power = Math.pow(10, Math.floor(Math.log10(least)));
    for (double round : new double[] {1, 2, 5}) {
      if (round * power >= least * (1 - 1e-9)) {
        return round * power;
      }
    }
    return 10 * power;
  }
}
