package epsilonlab.command;

import epsilonlab.generative.GenerativeResult;
import epsilonlab.generative.Pictures;
import epsilonlab.report.PngFiles;
import epsilonlab.report.Reading;
import epsilonlab.report.Table;
import epsilonlab.report.TrainingFilm;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** The tables, grids and the film of the training of a generative network. */
final class GenerativeFiles {
  private static final int GAP = 4;
  private static final int SCALE = 3;

  private GenerativeFiles() {}

  /** Rows that have the same names in the same order. */
  static Table table(List<Map<String, Object>> rows) {
    Table table =
        new Table(rows.isEmpty() ? new String[0] : rows.get(0).keySet().toArray(String[]::new));
    rows.forEach(row -> table.add(row.values().toArray()));
    return table;
  }

  /** Writes what was measured after each batch. */
  static <B> void batches(
      CommandRun run, List<Reading<B>> batches, Function<B, Map<String, Object>> row) {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (Reading<B> batch : batches) {
      Map<String, Object> all = new LinkedHashMap<>();
      all.put("epochs", batch.epochs());
      all.putAll(row.apply(batch.value()));
      rows.add(all);
    }
    run.files().longTable("batches", table(rows), "Every batch as CSV");
  }

  /** Writes the grids that were asked for and the film of all. */
  static void pictures(
      CommandRun run,
      GenerativeCourse<?, ?> course,
      GenerativeResult<?> result,
      String caption,
      int columns,
      Function<Pictures, List<float[]>> layout) {
    run.files().section("Pictures");
    course
        .grids()
        .forEach(
            (epoch, made) ->
                picture(
                    run,
                    "grid-epoch-" + epoch + ".png",
                    layout.apply(made),
                    columns,
                    caption + " after epoch " + epoch));
    if (result.stopped()) {
      picture(
          run,
          "grid-stopped.png",
          layout.apply(result.pictures()),
          columns,
          caption + " when it was stopped");
    }
    SortedMap<Integer, List<float[]>> frames = new TreeMap<>();
    course.frames().forEach((epoch, made) -> frames.put(epoch, layout.apply(made)));
    run.files()
        .picture(
            "training.gif", TrainingFilm.gif(frames, columns), caption + " through the epochs");
  }

  private static void picture(
      CommandRun run, String name, List<float[]> images, int columns, String caption) {
    run.files()
        .picture(
            name,
            PngFiles.grid(images, columns, GAP, SCALE, PngFiles.Ink.DARK_ON_LIGHT),
            caption + "; dark ink on white");
  }
}
