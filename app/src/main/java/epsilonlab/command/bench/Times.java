package epsilonlab.command.bench;

import java.util.ArrayList;
import java.util.List;

/** How long something took, many times over. */
final class Times {
  private final List<Double> seconds = new ArrayList<>();

  /** Does it; the time counts if the lab is {@code warm}. */
  void take(boolean warm, Runnable work) {
    long began = System.nanoTime();
    work.run();
    if (warm) {
      seconds.add((System.nanoTime() - began) / 1e9);
    }
  }

  /** In seconds; {@code part} in [0, 1). */
  double quantile(double part) {
    return seconds.stream().sorted().skip((long) (part * seconds.size())).findFirst().orElseThrow();
  }

  /** The same in milliseconds, to the microsecond. */
  double milliseconds(double part) {
    return Math.round(quantile(part) * 1e6) / 1e3;
  }
}
