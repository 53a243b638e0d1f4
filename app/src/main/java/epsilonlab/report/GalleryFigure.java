package epsilonlab.report;

import epsilonlab.report.figure.HeatTable;
import epsilonlab.report.figure.Numbers;
import java.util.List;

/** What plain PGD and the adaptive attack leave of each defence, as a heat table. */
public final class GalleryFigure {
  private GalleryFigure() {}

  /**
   * One defence; accuracies in [0, 1], or NaN where nothing is known.
   *
   * @param deceives whether plain PGD makes it look stronger than it is
   */
  public record Line(String name, double clean, double plain, double adaptive, boolean deceives) {}

  /** The table. */
  public static HeatTable of(List<Line> lines, double epsilon) {
    return new HeatTable(
        "Right answers of defended networks in percent, ε = " + Numbers.plain(epsilon),
        "",
        List.of("clean", "plain PGD", "adaptive"),
        lines.stream()
            .map(
                line ->
                    new HeatTable.Row(
                        line.name(),
                        null,
                        List.of(
                            HeatTable.Cell.of(line.clean()),
                            new HeatTable.Cell(line.plain(), line.deceives()),
                            HeatTable.Cell.of(line.adaptive()))))
            .toList());
  }
}
