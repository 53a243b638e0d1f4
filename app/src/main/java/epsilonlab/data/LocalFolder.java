package epsilonlab.data;

import epsilonlab.engine.LabException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds the four IDX files of a data set in a folder and reads them. */
final class LocalFolder {
  private LocalFolder() {}

  /**
   * Reads a data set from {@code folder/<id>/}, or from {@code folder} itself.
   *
   * @throws LabException if a file is missing or damaged, or the files are those of another set
   */
  static DataSet read(Path folder, DataSetKind kind) {
    if (!Files.isDirectory(folder)) {
      throw new LabException(
          "There is no folder "
              + folder
              + "; name the one that holds mnist/ and fashion-mnist/, or the four IDX files.");
    }
    Path own = folder.resolve(kind.id);
    Path place = Files.isDirectory(own) ? own : folder;
    return readFiles(place, kind, "local folder " + place.toAbsolutePath().normalize());
  }

  /** Reads a data set from the four files in {@code place}. */
  static DataSet readFiles(Path place, DataSetKind kind, String source) {
    List<Path> files = locate(place, kind);
    IdxPart train = IdxFiles.read(files.get(0), files.get(1));
    checkKind(place, kind, train);
    IdxPart test = IdxFiles.read(files.get(2), files.get(3));
    return kind.assemble(source, train, test);
  }

  private static List<Path> locate(Path place, DataSetKind kind) {
    List<Path> found = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    for (String name : IdxFiles.NAMES) {
      locate(place, name).ifPresentOrElse(found::add, () -> missing.add(name));
    }
    if (!missing.isEmpty()) {
      throw new LabException(
          place
              + " has no "
              + missing.stream().map(name -> name + "[.gz]").collect(Collectors.joining(", "))
              + "; copy the IDX files of "
              + kind.title
              + " there, or name another folder.");
    }
    return found;
  }

  private static Optional<Path> locate(Path place, String name) {
    // as unpacked by some tools: train-images.idx3-ubyte
    String dotted = name.replace("-idx", ".idx");
    return List.of(name + ".gz", name, dotted + ".gz", dotted).stream()
        .map(place::resolve)
        .filter(Files::isRegularFile)
        .findFirst();
  }

  /** The files of both sets have the same names, so a mix-up shows only in the contents. */
  private static void checkKind(Path place, DataSetKind kind, IdxPart train) {
    var digest = Digests.sha256();
    digest.update(IdxFiles.imageHeader(train.labels().length));
    digest.update(train.pixels());
    DataSetKind.ofTrainImages(HexFormat.of().formatHex(digest.digest()))
        .filter(other -> other != kind)
        .ifPresent(
            other -> {
              throw new LabException(
                  String.format(
                      Locale.ROOT,
                      "The files in %s are those of %s, not of %s; choose the data set %s, or name"
                          + " another folder.",
                      place,
                      other.title,
                      kind.title,
                      other.id));
            });
  }
}
