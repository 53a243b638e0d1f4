package epsilonlab.report.handin;

import epsilonlab.report.ResultDocument;
import epsilonlab.report.Table;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The report of a command's result: what was asked, what came out, with what and where. */
public final class ResultReport {
  private static final int SHORT_LIST = 12;

  private ResultReport() {}

  /**
   * A report.
   *
   * @param document the result
   * @param shown its figures and tables
   */
  public static ReportDocument of(ResultDocument document, List<ReportSection> shown) {
    List<ReportSection> sections = new ArrayList<>();
    values("Results", document.results()).ifPresent(sections::add);
    sections.addAll(shown);
    values("Settings", document.settings()).ifPresent(sections::add);
    values("Data", document.data()).ifPresent(sections::add);
    values("Environment", document.environment()).ifPresent(sections::add);
    return new ReportDocument(
        "Experiment: " + document.experiment(),
        "Made by Epsilon Lab; the same settings and seed give the same numbers.",
        sections);
  }

  private static Optional<ReportSection> values(String title, Map<String, ?> values) {
    Table table = new Table("name", "value");
    values.forEach((name, value) -> row(table, name, value));
    return table.rows().isEmpty()
        ? Optional.empty()
        : Optional.of(new ReportSection(title, List.of(new ReportBlock.Rows(table))));
  }

  private static void row(Table table, String name, Object value) {
    if (value instanceof Map<?, ?> map) {
      map.forEach((key, inner) -> row(table, name + "." + key, inner));
      return;
    }
    List<Object> list = elements(value);
    boolean plain =
        list != null && list.size() <= SHORT_LIST && list.stream().allMatch(ResultReport::isPlain);
    if (plain) {
      table.add(name, list.stream().map(ResultReport::brief).collect(Collectors.joining(", ")));
    } else if (list == null && isPlain(value) && value != null) {
      table.add(name, value instanceof Number ? value : value.toString());
    }
  }

  private static boolean isPlain(Object value) {
    return value == null
        || value instanceof Number
        || value instanceof String
        || value instanceof Boolean;
  }

  private static String brief(Object value) {
    // a table rounds its cells alike
    return value instanceof Double || value instanceof Float
        ? Table.rounded(value)
        : String.valueOf(value);
  }

  private static List<Object> elements(Object value) {
    if (value instanceof Collection<?> collection) {
      return new ArrayList<>(collection);
    }
    if (value == null || !value.getClass().isArray()) {
      return null;
    }
    List<Object> list = new ArrayList<>();
    for (int i = 0; i < Array.getLength(value); i++) {
      list.add(Array.get(value, i));
    }
    return list;
  }
}
