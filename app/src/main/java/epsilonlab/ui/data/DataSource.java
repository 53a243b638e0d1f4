package epsilonlab.ui.data;

import epsilonlab.data.DataSet;
import epsilonlab.data.DataSets;
import epsilonlab.engine.LabException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds a data set on this machine; to be called on a job's thread. */
final class DataSource {
  private DataSource() {}

  /** The data set is not on this machine, but can be downloaded. */
  static final class Missing extends LabException {
    private static final long serialVersionUID = 1;

    Missing(String dataset) {
      super(DataSets.title(dataset) + " is not on this machine; download it or name a folder.");
    }
  }

  /**
   * The data set from the folder, else from the cache; the synthetic digits are drawn.
   *
   * @throws Missing if it is in neither
   * @throws LabException if its files are there and damaged
   */
  static DataSet find(Optional<Path> folder, String dataset, Path cache) {
    if (!DataSets.isDownloadable(dataset)) {
      return DataSets.load(Optional.empty(), dataset, cache, 0);
    }
    if (folder.isPresent()) {
      try {
        return DataSets.fromFolder(folder.get(), dataset);
      } catch (LabException unusable) {
        // a folder of that name holds that set, so what is wrong with it must be said
        if (Files.isDirectory(folder.get().resolve(dataset))) {
          throw unusable;
        }
      }
    }
    return DataSets.cached(cache, dataset).orElseThrow(() -> new Missing(dataset));
  }

  /**
   * Whatever data set a folder holds.
   *
   * @param preferred the one to take if it holds several
   * @throws LabException if it holds none that is whole
   */
  static DataSet inFolder(Path folder, String preferred) {
    List<String> candidates = new ArrayList<>(DataSets.names());
    candidates.removeIf(id -> !DataSets.isDownloadable(id));
    if (candidates.remove(preferred)) {
      candidates.add(0, preferred);
    }
    LabException first = null;
    for (String candidate : candidates) {
      try {
        return DataSets.fromFolder(folder, candidate);
      } catch (LabException unusable) {
        first = first == null ? unusable : first;
      }
    }
    throw first;
  }
}
