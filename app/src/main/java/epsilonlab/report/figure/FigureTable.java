package epsilonlab.report.figure;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The numbers of a figure or a table.
 *
 * @param header names of the columns
 * @param rows cells: numbers, texts or null for an empty cell; as many as the header has names
 */
public record FigureTable(List<String> header, List<List<Object>> rows) {
  /** Comma separated as RFC 4180 wants it, with one header line. */
  public String toCsv() {
    StringBuilder out = new StringBuilder();
    line(out, header);
    rows.forEach(row -> line(out, row));
    return out.toString();
  }

  private static void line(StringBuilder out, List<?> cells) {
    out.append(cells.stream().map(FigureTable::quoted).collect(Collectors.joining(",")))
        .append("\r\n");
  }

  private static String quoted(Object cell) {
    String text = plain(cell);
    boolean safe = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return safe ? text : '"' + text.replace("\"", "\"\"") + '"';
  }

  /** Tab separated, as spreadsheets take it from the clipboard. */
  public String toTabs() {
    StringBuilder out = new StringBuilder(String.join("\t", header)).append('\n');
    for (List<Object> row : rows) {
      out.append(row.stream().map(FigureTable::plain).collect(Collectors.joining("\t")))
          .append('\n');
    }
    return out.toString();
  }

  /** A Markdown table; columns that hold only numbers are aligned to the right. */
  public String toMarkdown() {
    StringBuilder out = new StringBuilder();
    bars(out, header.stream().map(FigureTable::barred).toList());
    out.append('|');
    for (int i = 0; i < header.size(); i++) {
      out.append(numeric(i) ? " ---: |" : " --- |");
    }
    out.append('\n');
    for (List<Object> row : rows) {
      bars(out, row.stream().map(FigureTable::barred).toList());
    }
    return out.toString();
  }

  private static String barred(Object cell) {
    return plain(cell).replace("|", "\\|").replace("\n", " ");
  }

  private static void bars(StringBuilder out, List<String> cells) {
    out.append("| ").append(String.join(" | ", cells)).append(" |\n");
  }

  /** A LaTeX tabular with the rules of the booktabs package. */
  public String toLatex() {
    StringBuilder out = new StringBuilder("\\begin{tabular}{");
    for (int i = 0; i < header.size(); i++) {
      out.append(numeric(i) ? 'r' : 'l');
    }
    out.append("}\n\\toprule\n");
    latexRow(out, header);
    out.append("\\midrule\n");
    rows.forEach(row -> latexRow(out, row));
    return out.append("\\bottomrule\n\\end{tabular}\n").toString();
  }

  private static void latexRow(StringBuilder out, List<?> cells) {
    out.append(cells.stream().map(FigureTable::latex).collect(Collectors.joining(" & ")))
        .append(" \\\\\n");
  }

  private static String latex(Object cell) {
    return plain(cell)
        .replace("\\", "\\textbackslash ")
        .replaceAll("([&%$#_{}])", "\\\\$1")
        .replace("→", "$\\to$")
        .replace("ε", "$\\varepsilon$")
        .replace("\n", " ");
  }

  private boolean numeric(int column) {
    return !rows.isEmpty()
        && rows.stream()
            .allMatch(row -> row.get(column) == null || row.get(column) instanceof Number);
  }

  private static String plain(Object cell) {
    if (cell == null) {
      return "";
    }
    if (cell instanceof Number number && !(cell instanceof Integer || cell instanceof Long)) {
      double value = number.doubleValue();
      if (Double.isNaN(value)) {
        return "";
      }
      if (Double.isInfinite(value)) {
        return value > 0 ? "inf" : "-inf";
      }
      String text = number.toString();
      return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }
    return cell.toString();
  }
}
