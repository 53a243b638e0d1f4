package epsilonlab.data;

import epsilonlab.engine.LabException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Where data sets come from: a folder, the lab's cache, or the lab itself. */
public final class DataSets {
  private DataSets() {}

  /** The names that {@code --dataset} takes. */
  public static List<String> names() {
    return Arrays.stream(DataSetKind.values()).map(kind -> kind.id).toList();
  }

  /**
   * The title of a data set, for example "Fashion-MNIST" for "fashion-mnist".
   *
   * @throws LabException if there is no such data set
   */
  public static String title(String dataset) {
    return DataSetKind.of(dataset).title;
  }

  /** Whether a {@link DownloadJob} can fetch it. */
  public static boolean isDownloadable(String dataset) {
    return !DataSetKind.of(dataset).officialSha256.isEmpty();
  }

  /**
   * The data set that the user asked for: from the named folder or not at all; without one from the
   * cache; without that the built-in digits, and {@link DataSet#source()} says so. Takes up to some
   * seconds; belongs on a job's thread.
   *
   * @param dataFolder what {@code --data} says
   * @param dataset one of {@link #names()}; "synthetic" is always built in
   * @param cacheDir where {@link DownloadJob} puts data sets
   * @param seed draws the built-in digits
   * @throws LabException if there is no such data set, or its files are missing or damaged
   */
  public static DataSet load(Optional<Path> dataFolder, String dataset, Path cacheDir, long seed) {
    DataSetKind kind = DataSetKind.of(dataset);
    if (kind == DataSetKind.SYNTHETIC) {
      return synthetic(seed, "built in");
    }
    if (dataFolder.isPresent()) {
      return LocalFolder.read(dataFolder.get(), kind);
    }
    return cached(cacheDir, dataset)
        .orElseGet(
            () ->
                synthetic(
                    seed, "built in, because there is no " + kind.title + " on this machine"));
  }

  /**
   * A data set from the standard IDX files in {@code dir/<dataset>/}, or in {@code dir} itself.
   *
   * @throws LabException if a file is missing or damaged, or the files are those of another set
   */
  public static DataSet fromFolder(Path dir, String dataset) {
    DataSetKind kind = DataSetKind.of(dataset);
    if (kind == DataSetKind.SYNTHETIC) {
      throw new LabException("The synthetic digits are built in; leave the folder out.");
    }
    return LocalFolder.read(dir, kind);
  }

  /**
   * A data set that was downloaded before; empty if it never was.
   *
   * @throws LabException if its files are damaged by now
   */
  public static Optional<DataSet> cached(Path cacheDir, String dataset) {
    DataSetKind kind = DataSetKind.of(dataset);
    Path folder = cacheDir.resolve(kind.id);
    if (!isDownloadable(dataset) || !Files.isDirectory(folder)) {
      return Optional.empty();
    }
    return Optional.of(LocalFolder.readFiles(folder, kind, DownloadJob.SOURCE));
  }

  private static DataSet synthetic(long seed, String source) {
    return SyntheticDigits.generate(
        seed, SyntheticDigits.TRAIN_COUNT, SyntheticDigits.TEST_COUNT, source);
  }
}
