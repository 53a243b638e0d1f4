package epsilonlab.ui.report;

import epsilonlab.lesson.fact.FactName;
import epsilonlab.lesson.fact.FactNames;
import epsilonlab.lesson.fact.Facts;
import epsilonlab.lesson.fact.SettingWords;
import epsilonlab.report.Table;
import epsilonlab.report.figure.Figure;
import epsilonlab.report.figure.FigureTable;
import epsilonlab.report.handin.CollectedReport;
import epsilonlab.report.handin.ReportBlock;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** A figure or table that was added to the report, with what the lab was set to then. */
final class ReportItem {
  private final StringProperty caption = new SimpleStringProperty();
  private final String tab;
  private final Figure figure;
  private final double width;
  private final FigureTable table;
  private final Map<String, String> settings;
  private final Optional<String> model;

  private ReportItem(
      String caption, String tab, Figure figure, double width, FigureTable table, Facts facts) {
    this.caption.set(caption);
    this.tab = tab;
    this.figure = figure;
    this.width = width;
    this.table = table;
    this.settings = settings(tab, facts);
    this.model = facts.get("lab.model").map(Object::toString);
  }

  /**
   * A figure.
   *
   * @param facts what the lab knew when it was added
   */
  static ReportItem of(String tab, Figure figure, double width, Facts facts) {
    return new ReportItem(figure.description(), tab, figure, width, null, facts);
  }

  /** A table. */
  static ReportItem of(String tab, String caption, FigureTable table, Facts facts) {
    return new ReportItem(caption, tab, null, 0, table, facts);
  }

  /** Data, seed and model, and what was chosen on the tab. */
  private static Map<String, String> settings(String tab, Facts facts) {
    Map<String, String> all = new LinkedHashMap<>();
    String own = tab.toLowerCase(Locale.ROOT);
    for (FactName fact : FactNames.ALL) {
      boolean frame = fact.tab().equals("lab") && !fact.name().equals("lab.tab");
      if (frame || fact.settable() && fact.tab().equals(own)) {
        facts
            .get(fact.name())
            .filter(value -> SettingWords.isListed(fact))
            .ifPresent(value -> all.put(SettingWords.noun(fact), SettingWords.value(fact, value)));
      }
    }
    return all;
  }

  /** The same as a table. */
  static ReportBlock settingsTable(String tab, Facts facts) {
    Table table = new Table("setting", "value");
    settings(tab, facts).forEach(table::add);
    return new ReportBlock.Rows(table);
  }

  /** What stands below it; the user may write something else. */
  StringProperty caption() {
    return caption;
  }

  /** The tab that it comes from. */
  String tab() {
    return tab;
  }

  /** The name of the model that was in use. */
  Optional<String> model() {
    return model;
  }

  boolean isTable() {
    return table != null;
  }

  /** What stands in the report. */
  CollectedReport.Item item(int number) {
    String words = caption.get().strip();
    String title = number + (tab.isEmpty() ? "" : ". From the " + tab + " tab");
    return isTable()
        ? CollectedReport.Item.of(title, words, settings, table)
        : CollectedReport.Item.of(title, words, settings, figure, width);
  }
}
