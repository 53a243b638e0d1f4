package epsilonlab.command.bench;

import epsilonlab.data.DataSet;
import epsilonlab.engine.Compute;
import java.util.Map;

/** A work on a data set of 28 x 28 images, as most are. */
interface DigitBenchmark extends Benchmark {
  @Override
  default Map<String, Object> measure(Setting setting) {
    return measure(setting.compute(), setting.data().get(), setting.seed());
  }

  /** Does the work, once warm, and says how long it took and what it reached. */
  Map<String, Object> measure(Compute compute, DataSet data, long seed);
}
