package epsilonlab.command.bench;

import epsilonlab.data.DataSet;
import epsilonlab.engine.Compute;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** One work that the lab is timed on; where the peers' scripts have it too, with their meaning. */
public interface Benchmark {
  /** The name of the measurement. */
  String work();

  /** Other names that mean this work among others. */
  String group();

  /** The data set that it needs, or null for the one of the call. */
  default String dataset() {
    return null;
  }

  /** Does the work, once warm, and says how long it took and what it reached. */
  Map<String, Object> measure(Setting setting);

  /**
   * What a work is measured with.
   *
   * @param data loads {@link #dataset()} when it is asked for
   * @param folder that {@code --data} names, if it is there
   */
  record Setting(Compute compute, Supplier<DataSet> data, Optional<Path> folder, long seed) {}

  /** The figures that every measurement has. */
  static Map<String, Object> figures(double seconds, int items) {
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("seconds", Math.round(seconds * 1e4) / 1e4);
    figures.put("items", items);
    figures.put("items_per_s", Math.round(items / seconds * 10) / 10.0);
    return figures;
  }
}
