package epsilonlab.report.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Figures that belong together, side by side and equally wide.
 *
 * @param figures at least one
 */
public record FigureRow(List<Figure> figures) implements Figure {
  private static final double GAP = 24;

  /** Takes a copy. */
  public FigureRow {
    figures = List.copyOf(figures);
    if (figures.isEmpty()) {
      throw new IllegalArgumentException("a row needs a figure");
    }
  }

  private double each(double width) {
    return (width - GAP * (figures.size() - 1)) / figures.size();
  }

  @Override
  public double preferredHeight(double width, FigureTheme theme) {
    return figures.stream()
        .mapToDouble(figure -> figure.preferredHeight(each(width), theme))
        .max()
        .orElseThrow();
  }

  @Override
  public void paint(Pen pen, double width, double height, FigureTheme theme) {
    double each = each(width);
    for (int i = 0; i < figures.size(); i++) {
      figures.get(i).paint(new MovedPen(pen, i * (each + GAP)), each, height, theme);
    }
  }

  /** The tables beside one another; shorter ones end earlier. */
  @Override
  public FigureTable toTable() {
    List<FigureTable> tables = figures.stream().map(Figure::toTable).toList();
    List<String> header = new ArrayList<>();
    tables.forEach(table -> header.addAll(table.header()));
    int most = tables.stream().mapToInt(table -> table.rows().size()).max().orElse(0);
    List<List<Object>> rows = new ArrayList<>();
    for (int r = 0; r < most; r++) {
      List<Object> row = new ArrayList<>();
      for (FigureTable table : tables) {
        for (int c = 0; c < table.header().size(); c++) {
          row.add(r < table.rows().size() ? table.rows().get(r).get(c) : null);
        }
      }
      rows.add(row);
    }
    return new FigureTable(header, rows);
  }

  @Override
  public String description() {
    return figures.stream().map(Figure::description).collect(Collectors.joining(" "));
  }

  @Override
  public boolean showsDigits() {
    return figures.stream().anyMatch(Figure::showsDigits);
  }
}
