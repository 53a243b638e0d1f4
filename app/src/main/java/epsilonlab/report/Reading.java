package epsilonlab.report;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Something that was measured at a time of a training.
 *
 * @param epochs done by then, with fraction
 */
public record Reading<T>(double epochs, T value) {
  /** When. */
  static double[] times(List<? extends Reading<?>> readings) {
    return readings.stream().mapToDouble(Reading::epochs).toArray();
  }

  /** One number of each. */
  static <T> double[] values(List<Reading<T>> readings, ToDoubleFunction<T> number) {
    return readings.stream()
        .mapToDouble(reading -> number.applyAsDouble(reading.value()))
        .toArray();
  }
}
