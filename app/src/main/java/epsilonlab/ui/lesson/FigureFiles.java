package epsilonlab.ui.lesson;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import com.google.gson.ToNumberPolicy;
import epsilonlab.engine.LabException;
import epsilonlab.lesson.Lesson;
import epsilonlab.lesson.fact.PartName;
import epsilonlab.lesson.fact.PartNames;
import epsilonlab.report.Table;
import epsilonlab.report.handin.Painted;
import epsilonlab.report.handin.ReportBlock;
import epsilonlab.settings.AtomicFiles;
import epsilonlab.settings.Home;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Keeps what a lesson's report shows in the lab's folder, so that a lesson can be handed in on
 * another day: a PNG a figure, a JSON file a table. Not for the FX thread.
 */
final class FigureFiles {
  private static final Gson GSON =
      new GsonBuilder()
          .serializeSpecialFloatingPointValues()
          // a count is not rounded, as a measured number is
          .setObjectToNumberStrategy(ToNumberPolicy.LONG_OR_DOUBLE)
          .create();
  private static final int MARK = 12;
  private static final double WIDTH = 560;
  private static final String PICTURE = ".png";
  private static final String NUMBERS = ".json";

  private final Path folder;

  private record Cells(List<String> columns, List<List<Object>> rows) {}

  FigureFiles(Home home, Lesson lesson) {
    folder =
        home.lessons()
            .resolve(lesson.id() + "-" + lesson.fingerprint().substring(0, MARK) + "-figures");
  }

  private Path file(int step, PartName part, String ending) {
    return folder.resolve(step + "-" + part.name() + ending);
  }

  /**
   * Writes the parts of a step.
   *
   * @throws LabException if that is impossible
   */
  void write(int step, Map<PartName, ReportBlock> parts) {
    try {
      Files.createDirectories(folder);
      for (Map.Entry<PartName, ReportBlock> part : parts.entrySet()) {
        for (ReportBlock block : part.getValue().withNumbers()) {
          write(step, part.getKey(), block);
        }
      }
    } catch (IOException impossible) {
      throw cannotKeep(impossible);
    }
  }

  /**
   * Writes the parts of a step that was done in another way; nothing of the one before stays.
   *
   * @throws LabException if that is impossible
   */
  void replace(int step, Map<PartName, ReportBlock> parts) {
    try {
      for (PartName part : PartNames.ALL) {
        Files.deleteIfExists(file(step, part, PICTURE));
        Files.deleteIfExists(file(step, part, NUMBERS));
      }
    } catch (IOException impossible) {
      throw cannotKeep(impossible);
    }
    write(step, parts);
  }

  private LabException cannotKeep(IOException impossible) {
    return new LabException(
        "The figures of this lesson cannot be kept in "
            + folder
            + ": "
            + AtomicFiles.reason(impossible)
            + "; hand the lesson in before you close the lab.",
        impossible);
  }

  private void write(int step, PartName part, ReportBlock block) throws IOException {
    if (block instanceof ReportBlock.Drawing drawing) {
      AtomicFiles.write(file(step, part, PICTURE), Painted.of(drawing).png());
    } else if (block instanceof ReportBlock.Rows rows) {
      Cells cells = new Cells(rows.table().columns(), rows.table().rows());
      AtomicFiles.write(
          file(step, part, NUMBERS), GSON.toJson(cells).getBytes(StandardCharsets.UTF_8));
    }
  }

  /**
   * Puts away what was kept of a run that is given up, so that the next one does not show it; only
   * the last such run stays.
   *
   * @throws LabException if that is impossible
   */
  void putAside() {
    Path aside = folder.resolveSibling(folder.getFileName() + ".before");
    try {
      if (Files.isDirectory(folder)) {
        if (Files.isDirectory(aside)) {
          try (Stream<Path> files = Files.walk(aside)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
              Files.delete(file);
            }
          }
        }
        Files.move(folder, aside);
      }
    } catch (IOException impossible) {
      throw new LabException(
          "The figures of the run before cannot be put aside: "
              + AtomicFiles.reason(impossible)
              + "; delete the folder "
              + folder
              + " before you hand this lesson in.",
          impossible);
    }
  }

  /** What a part of a step showed: a figure, a table, or both; empty if it was not kept. */
  List<ReportBlock> read(int step, PartName part) {
    List<ReportBlock> blocks = new ArrayList<>();
    try {
      Path picture = file(step, part, PICTURE);
      if (Files.exists(picture)) {
        String caption = "The " + part.noun() + ".";
        blocks.add(new ReportBlock.Picture(Files.readAllBytes(picture), WIDTH, caption, caption));
      }
      Path numbers = file(step, part, NUMBERS);
      if (Files.exists(numbers)) {
        blocks.add(table(numbers));
      }
    } catch (IOException | JsonParseException | IllegalArgumentException damaged) {
      // the report does without it
      return blocks;
    }
    return blocks;
  }

  private static ReportBlock table(Path numbers) throws IOException {
    Cells cells = GSON.fromJson(Files.readString(numbers), Cells.class);
    if (cells == null || cells.columns() == null || cells.rows() == null) {
      throw new JsonParseException("not a table");
    }
    Table table = new Table(cells.columns().toArray(String[]::new));
    cells.rows().forEach(row -> table.add(row.toArray()));
    return new ReportBlock.Rows(table);
  }
}
