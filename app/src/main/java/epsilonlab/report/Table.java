package epsilonlab.report;

import epsilonlab.report.figure.FigureTable;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Columns and rows of a result, printed as CSV and for the clipboard with full precision, as
 * Markdown and LaTeX with four significant digits. Cells are texts, numbers, or null for nothing.
 */
public final class Table {
  private static final MathContext FOUR_DIGITS = new MathContext(4);

  private final List<String> columns;
  private final List<List<Object>> rows = new ArrayList<>();

  /** A table without rows. */
  public Table(String... columns) {
    this.columns = List.of(columns);
  }

  /** The numbers of a figure. */
  public static Table of(FigureTable figure) {
    Table table = new Table(figure.header().toArray(String[]::new));
    figure.rows().forEach(row -> table.add(row.toArray()));
    return table;
  }

  /**
   * Adds a row.
   *
   * @throws IllegalArgumentException if it has another number of cells than there are columns
   */
  public Table add(Object... cells) {
    if (cells.length != columns.size()) {
      throw new IllegalArgumentException(
          cells.length + " cells do not fill " + columns.size() + " columns");
    }
    rows.add(Collections.unmodifiableList(new ArrayList<>(Arrays.asList(cells))));
    return this;
  }

  /** The columns' names. */
  public List<String> columns() {
    return columns;
  }

  /** The rows. */
  public List<List<Object>> rows() {
    return Collections.unmodifiableList(rows);
  }

  /** As RFC 4180 has it, with a header; infinite numbers are {@code inf}. */
  public String toCsv() {
    return lines("", ",", "\r\n", cell -> quoted(exact(cell)));
  }

  /** Tab-separated, as spreadsheets paste it. */
  public String toTabSeparated() {
    return lines("", "\t", "\n", cell -> exact(cell).replaceAll("[\\t\\r\\n]+", " "));
  }

  /** A Markdown table, numbers to the right. */
  public String toMarkdown() {
    String rule =
        IntStream.range(0, columns.size())
            .mapToObj(column -> isNumeric(column) ? "---:" : "---")
            .collect(Collectors.joining(" | ", "| ", " |\n"));
    String all = lines("| ", " | ", " |\n", cell -> markdown(rounded(cell)));
    int afterHeader = all.indexOf('\n') + 1;
    return all.substring(0, afterHeader) + rule + all.substring(afterHeader);
  }

  /** A LaTeX {@code tabular} in the style of booktabs, numbers to the right. */
  public String toLatex() {
    String alignment =
        IntStream.range(0, columns.size())
            .mapToObj(column -> isNumeric(column) ? "r" : "l")
            .collect(Collectors.joining());
    String all = lines("", " & ", " \\\\\n", cell -> latex(rounded(cell)));
    int afterHeader = all.indexOf('\n') + 1;
    return "\\begin{tabular}{"
        + alignment
        + "}\n\\toprule\n"
        + all.substring(0, afterHeader)
        + "\\midrule\n"
        + all.substring(afterHeader)
        + "\\bottomrule\n\\end{tabular}\n";
  }

  private String lines(
      String before, String between, String after, Function<Object, String> print) {
    StringBuilder text = new StringBuilder();
    List<List<?>> all = new ArrayList<>();
    all.add(columns);
    all.addAll(rows);
    for (List<?> line : all) {
      text.append(line.stream().map(print).collect(Collectors.joining(between, before, after)));
    }
    return text.toString();
  }

  /** Whether a column holds numbers and nothing else. */
  public boolean isNumeric(int column) {
    return rows.stream().map(row -> row.get(column)).anyMatch(Number.class::isInstance)
        && rows.stream()
            .map(row -> row.get(column))
            .allMatch(cell -> cell == null || cell instanceof Number);
  }

  private static String exact(Object cell) {
    if (cell instanceof Number number && !Double.isFinite(number.doubleValue())) {
      double value = number.doubleValue();
      return Double.isNaN(value) ? "nan" : value > 0 ? "inf" : "-inf";
    }
    return cell == null ? "" : cell.toString();
  }

  /** A cell as a report shows it: fractions with four significant digits. */
  public static String rounded(Object cell) {
    boolean fraction = cell instanceof Double || cell instanceof Float;
    if (!fraction || !Double.isFinite(((Number) cell).doubleValue())) {
      return exact(cell);
    }
    // by its text, so that the float 0.1 is 0.1
    BigDecimal value = new BigDecimal(cell.toString()).round(FOUR_DIGITS).stripTrailingZeros();
    int exponent = value.precision() - value.scale() - 1;
    return value.signum() == 0
        ? "0"
        : exponent < -4 || exponent > 6
            ? value.movePointLeft(exponent).toPlainString() + "E" + exponent
            : value.toPlainString();
  }

  private static String quoted(String cell) {
    return cell.matches("(?s).*[\",\\r\\n].*") ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
  }

  /** Words as Markdown, with nothing in them that Markdown would take for its own. */
  public static String markdown(String text) {
    return text.replaceAll("[\\r\\n]+", " ").replaceAll("([\\\\`*_<>|\\[\\]])", "\\\\$1");
  }

  private static String latex(String text) {
    StringBuilder escaped = new StringBuilder();
    for (char c : text.replaceAll("[\\r\\n]+", " ").toCharArray()) {
      switch (c) {
        case '\\' -> escaped.append("\\textbackslash{}");
        case '~' -> escaped.append("\\textasciitilde{}");
        case '^' -> escaped.append("\\textasciicircum{}");
        case '<' -> escaped.append("\\textless{}");
        case '>' -> escaped.append("\\textgreater{}");
        case '&', '%', '$', '#', '_', '{', '}' -> escaped.append('\\').append(c);
        default -> escaped.append(c);
      }
    }
    return escaped.toString();
  }
}
