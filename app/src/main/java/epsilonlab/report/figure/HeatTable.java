package epsilonlab.report.figure;

import epsilonlab.report.figure.Pen.Anchor;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Shares by row and column, in percent; the larger, the deeper the cell's colour.
 *
 * @param title what the shares are, for the description
 * @param corner the word above the rows' names; may be empty
 * @param columns the columns' names
 * @param rows from the top
 */
public record HeatTable(String title, String corner, List<String> columns, List<Row> rows)
    implements Figure {
  private static final Hue HUE = SeriesColours.LENET;
  private static final double LEAST = 0.08;
  private static final double MOST = 0.95;

  // WCAG's least contrast for large text
  private static final double LARGE_TEXT = 3;
  private static final double GAP = 4;
  private static final double CELL = 58;
  private static final double NUMBER = 22;

  /**
   * One row.
   *
   * @param name at its left
   * @param dot the colour of a dot before the name, or null for none
   * @param cells one a column
   */
  public record Row(String name, Hue dot, List<Cell> cells) {
    public Row {
      cells = List.copyOf(cells);
    }
  }

  /**
   * One cell.
   *
   * @param share in [0, 1], or NaN where nothing is known yet
   * @param warning whether it carries a warning sign
   */
  public record Cell(double share, boolean warning) {
    /** Without a warning. */
    public static Cell of(double share) {
      return new Cell(share, false);
    }
  }

  public HeatTable {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
    for (Row row : rows) {
      if (row.cells().size() != columns.size()) {
        throw new IllegalArgumentException(
            row.cells().size() + " cells do not fill " + columns.size() + " columns");
      }
    }
  }

  private static double scale(FigureTheme theme) {
    return theme.text() / 13;
  }

  private static double head(FigureTheme theme) {
    return Math.round(24 * scale(theme));
  }

  @Override
  public double preferredHeight(double width, FigureTheme theme) {
    return head(theme) + rows.size() * (Math.round(CELL * scale(theme)) + GAP) - GAP;
  }

  /** Where the cells begin. */
  private double left(Pen pen, double width, FigureTheme theme) {
    TextStyle style = TextStyle.regular(theme.text());
    double widest = pen.textWidth(corner, style);
    for (Row row : rows) {
      widest = Math.max(widest, indent(row, theme) + pen.textWidth(row.name(), style));
    }
    return Math.ceil(Math.min(widest + 16, 0.45 * width));
  }

  private static double indent(Row row, FigureTheme theme) {
    return row.dot() == null ? 0 : Math.round(18 * scale(theme));
  }

  @Override
  public void paint(Pen pen, double width, double height, FigureTheme theme) {
    double left = left(pen, width, theme);
    double head = head(theme);
    double wide = Math.floor((width - left + GAP) / Math.max(1, columns.size())) - GAP;
    double high = Math.floor((height - head + GAP) / Math.max(1, rows.size())) - GAP;
    TextStyle small = TextStyle.regular(theme.text());
    double above = head - 0.7 * theme.text();
    pen.text(fitting(pen, corner, small, left), 0, above, small, Anchor.LEFT, theme.muted());
    for (int c = 0; c < columns.size(); c++) {
      String name = fitting(pen, columns.get(c), small, wide);
      double centre = left + c * (wide + GAP) + wide / 2;
      pen.text(name, centre, above, small, Anchor.CENTER, theme.muted());
    }
    for (int r = 0; r < rows.size(); r++) {
      Row row = rows.get(r);
      double top = head + r * (high + GAP);
      name(pen, row, left - 8, top + high / 2, theme);
      for (int c = 0; c < columns.size(); c++) {
        cell(pen, row.cells().get(c), left + c * (wide + GAP), top, wide, high, theme);
      }
    }
  }

  private static void name(Pen pen, Row row, double room, double middle, FigureTheme theme) {
    double indent = indent(row, theme);
    if (row.dot() != null) {
      double radius = 5 * scale(theme);
      pen.fillCircle(radius, middle, radius, row.dot().on(theme));
    }
    TextStyle style = TextStyle.regular(theme.text());
    String text = fitting(pen, row.name(), style, room - indent);
    pen.text(text, indent, middle + 0.36 * theme.text(), style, Anchor.LEFT, theme.ink());
  }

  private static void cell(
      Pen pen, Cell cell, double x, double y, double wide, double high, FigureTheme theme) {
    boolean known = !Double.isNaN(cell.share());
    int fill =
        known
            ? Colours.mix(theme.ground(), HUE.on(theme), LEAST + (MOST - LEAST) * cell.share())
            : theme.subtle();
    pen.fillRound(x, y, wide, high, 3, fill);
    int ink = known ? legible(fill, theme) : theme.muted();
    String text = number(cell.share());
    TextStyle style = TextStyle.bold(Math.min(NUMBER * scale(theme), 0.5 * high));
    double sign = cell.warning() ? 0.85 * style.size() : 0;
    double room = 0.92 * wide - 1.4 * sign;
    double width = pen.textWidth(text, style);
    if (width > room) {
      style = TextStyle.bold(style.size() * Math.max(0.2, room / width));
      width = pen.textWidth(text, style);
    }
    double middle = y + high / 2;
    double from = x + (wide - width - 1.4 * sign) / 2;
    if (cell.warning()) {
      int colour = cell.share() < 0.4 ? theme.danger() : ink;
      Icons.warning(pen, from + sign / 2, middle, sign, colour);
    }
    pen.text(text, from + 1.4 * sign, middle + 0.36 * style.size(), style, Anchor.LEFT, ink);
  }

  private static int legible(int fill, FigureTheme theme) {
    int white = Colours.rgb(0xffffff);
    return contrast(fill, white) >= LARGE_TEXT ? white : theme.ink();
  }

  private static double contrast(int a, int b) {
    double one = Colours.luminance(a) + 0.05;
    double other = Colours.luminance(b) + 0.05;
    return Math.max(one, other) / Math.min(one, other);
  }

  /** Percent without the sign: the title says it once. */
  private static String number(double share) {
    return Numbers.percent(share).replace(" %", "");
  }

  /** The text, shortened if there is no room for all of it. */
  static String fitting(Pen pen, String text, TextStyle style, double room) {
    if (pen.textWidth(text, style) <= room) {
      return text;
    }
    int length = text.length() - 1;
    while (length > 1 && pen.textWidth(text.substring(0, length) + "…", style) > room) {
      length--;
    }
    return text.substring(0, Math.max(0, length)) + "…";
  }

  @Override
  public FigureTable toTable() {
    List<String> header = new ArrayList<>(List.of(corner));
    header.addAll(columns);
    List<List<Object>> lines = new ArrayList<>();
    for (Row row : rows) {
      List<Object> line = new ArrayList<>(List.of(row.name()));
      row.cells().forEach(cell -> line.add(cell.share()));
      lines.add(line);
    }
    return new FigureTable(header, lines);
  }

  @Override
  public String description() {
    return title + ". " + rows.stream().map(this::inWords).collect(Collectors.joining(" "));
  }

  private String inWords(Row row) {
    List<String> parts = new ArrayList<>();
    for (int c = 0; c < columns.size(); c++) {
      Cell cell = row.cells().get(c);
      parts.add(
          columns.get(c)
              + " "
              + (Double.isNaN(cell.share()) ? "not known" : Numbers.percent(cell.share()))
              + (cell.warning() ? " (warning)" : ""));
    }
    return row.name() + ": " + String.join(", ", parts) + ".";
  }
}
