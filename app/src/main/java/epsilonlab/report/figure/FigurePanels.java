package epsilonlab.report.figure;

import epsilonlab.report.figure.Pen.Anchor;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Several figures as one, each under its title: side by side, in rows of equal columns.
 *
 * @param panels from left to right, then from top to bottom; at least one
 * @param columns how many stand side by side; at least 1
 */
public record FigurePanels(List<Panel> panels, int columns) implements Figure {
  private static final double TITLE = 24;
  private static final double GAP = 16;

  /**
   * One of them.
   *
   * @param title a few words above it; empty for none
   */
  public record Panel(String title, Figure figure) {
    private double top(FigureTheme theme) {
      return title.isEmpty() ? 0 : Math.round(TITLE * theme.text() / 13);
    }

    private double height(double width, FigureTheme theme) {
      return top(theme) + figure.preferredHeight(width, theme);
    }
  }

  /**
   * @throws IllegalArgumentException if there is nothing to show
   */
  public FigurePanels {
    panels = List.copyOf(panels);
    if (panels.isEmpty() || columns < 1) {
      throw new IllegalArgumentException("no panels");
    }
  }

  private int across() {
    return Math.min(columns, panels.size());
  }

  private double panelWidth(double width) {
    return Math.max(1, (width - (across() - 1) * GAP) / across());
  }

  private List<List<Panel>> rows() {
    List<List<Panel>> rows = new ArrayList<>();
    for (int i = 0; i < panels.size(); i += across()) {
      rows.add(panels.subList(i, Math.min(panels.size(), i + across())));
    }
    return rows;
  }

  private static double height(List<Panel> row, double width, FigureTheme theme) {
    return row.stream().mapToDouble(panel -> panel.height(width, theme)).max().orElse(0);
  }

  @Override
  public double preferredHeight(double width, FigureTheme theme) {
    double each = panelWidth(width);
    double sum = 0;
    for (List<Panel> row : rows()) {
      sum += height(row, each, theme) + GAP;
    }
    return sum - GAP;
  }

  @Override
  public void paint(Pen pen, double width, double height, FigureTheme theme) {
    double each = panelWidth(width);
    // where there is more or less room than it likes, all rows get the same part of it
    double stretch = height / preferredHeight(width, theme);
    double y = 0;
    for (List<Panel> row : rows()) {
      double rowHeight = stretch * height(row, each, theme);
      for (int i = 0; i < row.size(); i++) {
        paint(row.get(i), new ShiftedPen(pen, i * (each + GAP), y), each, rowHeight, theme);
      }
      y += rowHeight + stretch * GAP;
    }
  }

  private static void paint(Panel panel, Pen pen, double width, double height, FigureTheme theme) {
    double top = panel.top(theme);
    if (top > 0) {
      double base = 14 * theme.text() / 13;
      pen.text(panel.title(), 0, base, TextStyle.semibold(theme.text()), Anchor.LEFT, theme.ink());
    }
    panel.figure().paint(new ShiftedPen(pen, 0, top), width, height - top, theme);
  }

  /** One cell a row, for the panels have columns of their own. */
  @Override
  public FigureTable toTable() {
    List<List<Object>> cells = new ArrayList<>();
    for (int i = 0; i < panels.size(); i++) {
      FigureTable table = panels.get(i).figure().toTable();
      String name = panels.get(i).title().isEmpty() ? "" + (i + 1) : panels.get(i).title();
      for (int row = 0; row < table.rows().size(); row++) {
        for (int column = 0; column < table.header().size(); column++) {
          List<Object> cell = new ArrayList<>(List.of(name, row + 1, table.header().get(column)));
          cell.add(table.rows().get(row).get(column));
          cells.add(cell);
        }
      }
    }
    return new FigureTable(List.of("figure", "row", "column", "value"), cells);
  }

  @Override
  public String description() {
    return panels.stream()
        .map(
            panel ->
                (panel.title().isEmpty() ? "" : panel.title() + ": ")
                    + panel.figure().description())
        .collect(Collectors.joining(" "));
  }

  @Override
  public boolean showsDigits() {
    return panels.stream().anyMatch(panel -> panel.figure().showsDigits());
  }
}
