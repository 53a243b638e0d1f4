package epsilonlab.report.figure;

import epsilonlab.report.figure.Pen.Anchor;
import java.util.ArrayList;
import java.util.List;

/**
 * How sure a network of many classes is of a few of them, before and after an attack: two columns
 * of bars, and a line between the groups of rows.
 *
 * @param groups of rows, for example the top five before and those after
 */
public record ClassBars(List<List<Row>> groups) implements Figure {
  private static final double ROW = 23;
  private static final double BAR = 13;
  private static final double HEAD = 20;
  private static final double GAP = 7;
  private static final double VALUE = 66;

  public ClassBars {
    groups = groups.stream().map(List::copyOf).toList();
  }

  /** What a row is. */
  public enum Role {
    /** The answer before the attack. */
    BEFORE,
    /** The answer after it, where it is another one. */
    AFTER,
    /** One of the rest. */
    OTHER
  }

  /**
   * One class.
   *
   * @param name of the class
   * @param before its probability before the attack, in [0, 1]
   * @param after the same after it, or NaN while there is none
   */
  public record Row(String name, double before, double after, Role role) {}

  @Override
  public double preferredHeight(double width, FigureTheme theme) {
    double rows = groups.stream().mapToInt(List::size).sum();
    return Math.round((HEAD + rows * ROW + (groups.size() - 1) * GAP) * theme.text() / 13);
  }

  @Override
  public void paint(Pen pen, double width, double height, FigureTheme theme) {
    double unit = theme.text() / 13;
    double names = Math.round(140 * unit);
    double column = (width - names - 6 * unit) / 2;
    double[] lefts = {names + 6 * unit, names + 6 * unit + column};
    String[] heads = {"before, x", "after, x*"};
    TextStyle small = TextStyle.regular(theme.text());
    double y = HEAD * unit;
    for (int c = 0; c < 2; c++) {
      pen.text(heads[c], lefts[c], y - 7 * unit, small, Anchor.LEFT, theme.muted());
    }
    for (int g = 0; g < groups.size(); g++) {
      if (g > 0) {
        double line = Math.round(y + GAP * unit / 2);
        pen.fillRect(0, line, width, 1, theme.grid());
        y += GAP * unit;
      }
      double high = groups.get(g).size() * ROW * unit;
      for (double left : lefts) {
        pen.fillRect(Math.floor(left), y, 1, high, theme.border());
      }
      for (Row row : groups.get(g)) {
        row(pen, row, y, names, lefts, column, theme);
        y += ROW * unit;
      }
    }
  }

  private static void row(
      Pen pen,
      Row row,
      double top,
      double names,
      double[] lefts,
      double column,
      FigureTheme theme) {
    double unit = theme.text() / 13;
    double base = top + ROW * unit / 2 + theme.text() * 0.36;
    boolean bold = row.role() != Role.OTHER;
    TextStyle style = bold ? TextStyle.semibold(theme.text()) : TextStyle.regular(theme.text());
    int ink = bold ? theme.ink() : theme.muted();
    pen.text(fitting(pen, row.name(), names, style), names, base, style, Anchor.RIGHT, ink);
    double[] shares = {row.before(), row.after()};
    for (int c = 0; c < 2; c++) {
      if (Double.isNaN(shares[c])) {
        continue;
      }
      double room = Math.max(8, column - VALUE * unit);
      double length = shares[c] * room;
      double left = Math.floor(lefts[c]);
      // narrower than a pixel it would be a smear on the base line
      if (length >= 1) {
        double bar = Math.round(top + (ROW - BAR) * unit / 2);
        pen.fillRound(left, bar, length, BAR * unit, Math.min(2, length / 2), fill(row, theme));
      }
      boolean large = shares[c] >= 0.005;
      TextStyle number = bold && large ? style : TextStyle.regular(theme.text());
      int colour = bold && large ? theme.ink() : theme.muted();
      pen.text(percent(shares[c]), left + length + 7 * unit, base, number, Anchor.LEFT, colour);
    }
  }

  private static int fill(Row row, FigureTheme theme) {
    return switch (row.role()) {
      case BEFORE -> theme.accent();
      case AFTER -> theme.danger();
      case OTHER -> theme.neutral();
    };
  }

  private static String fitting(Pen pen, String name, double room, TextStyle style) {
    String text = name;
    while (text.length() > 2 && pen.textWidth(text, style) > room) {
      text = text.substring(0, text.length() - 2) + "…";
    }
    return text;
  }

  private static String percent(double share) {
    return share < 5e-4 ? "0 %" : Numbers.fixed(100 * share, 1) + " %";
  }

  @Override
  public boolean wantsNumbers() {
    return true;
  }

  @Override
  public FigureTable toTable() {
    List<List<Object>> rows = new ArrayList<>();
    for (int g = 0; g < groups.size(); g++) {
      for (Row row : groups.get(g)) {
        List<Object> cells = new ArrayList<>();
        cells.add(g + 1);
        cells.add(row.name());
        cells.add(row.before());
        cells.add(Double.isNaN(row.after()) ? null : row.after());
        rows.add(cells);
      }
    }
    return new FigureTable(List.of("group", "class", "before", "after"), rows);
  }

  @Override
  public String description() {
    StringBuilder out = new StringBuilder("Likeliest classes before and after");
    String sign = ": ";
    for (List<Row> group : groups) {
      for (Row row : group) {
        out.append(sign).append(row.name()).append(' ').append(percent(row.before()));
        if (!Double.isNaN(row.after())) {
          out.append(" to ").append(percent(row.after()));
        }
        sign = ", ";
      }
    }
    return out.append('.').toString();
  }
}
