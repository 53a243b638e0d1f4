package epsilonlab.command;

import epsilonlab.defence.Gallery;
import epsilonlab.defence.GalleryRow;
import epsilonlab.defence.Verdict;
import epsilonlab.report.GalleryFigure;
import epsilonlab.report.Table;
import epsilonlab.report.figure.DigitWall;
import epsilonlab.report.figure.HeatTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The table and the samples of the gallery. */
final class GalleryFiles {
  private static final double WIDTH = 680;

  private GalleryFiles() {}

  static void write(CommandRun run, Gallery gallery, double epsilon) {
    run.files().section("Defences, plain PGD and adaptive attacks");
    Table table =
        new Table(
            "defence", "clean", "plain", "adaptive", "plain_attack", "adaptive_attack", "verdict");
    table.add("none", gallery.clean(), gallery.bare(), null, "PGD", null, null);
    for (GalleryRow row : gallery.rows()) {
      table.add(
          row.defence().id(),
          row.clean(),
          row.plain(),
          row.adaptive(),
          row.plainAttack(),
          row.defence().adaptiveAttack(),
          row.sentence());
    }
    run.files().table("gallery", table);
    run.files()
        .figure(
            "gallery",
            heatTable(gallery, epsilon),
            WIDTH,
            "Accuracy; the sign stands where plain PGD deceives");
    run.files().section("Samples");
    String caption =
        "The adaptive attacks, one row for each defence ("
            + String.join(", ", gallery.rows().stream().map(row -> row.defence().title()).toList())
            + "), truth → answer";
    List<DigitWall.Tile> tiles = new ArrayList<>();
    gallery.rows().forEach(row -> tiles(tiles, row.samples(), epsilon));
    int columns = gallery.rows().get(0).samples().labels().length;
    run.files()
        .figure("samples", new DigitWall(tiles, columns, 2, "Adversarial digits"), WIDTH, caption);
  }

  private static HeatTable heatTable(Gallery gallery, double epsilon) {
    List<GalleryFigure.Line> lines = new ArrayList<>();
    lines.add(
        new GalleryFigure.Line("No defence", gallery.clean(), gallery.bare(), Double.NaN, false));
    for (GalleryRow row : gallery.rows()) {
      lines.add(
          new GalleryFigure.Line(
              row.defence().title(),
              row.clean(),
              row.plain(),
              row.adaptive(),
              row.verdict() == Verdict.FELL));
    }
    return GalleryFigure.of(lines, epsilon);
  }

  private static void tiles(
      List<DigitWall.Tile> tiles, GalleryRow.Samples samples, double epsilon) {
    for (int i = 0; i < samples.labels().length; i++) {
      int label = samples.labels()[i];
      int answer = samples.answers()[i];
      tiles.add(
          new DigitWall.Tile(
              samples.images()[i],
              label == answer ? String.valueOf(label) : label + " → " + answer,
              String.format(Locale.ROOT, "ε %.3g", epsilon),
              label == answer ? DigitWall.State.RIGHT : DigitWall.State.FOOLED));
    }
  }
}
