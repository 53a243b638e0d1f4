package epsilonlab.ui.report;

import epsilonlab.lesson.fact.FactName;
import epsilonlab.lesson.fact.FactNames;
import epsilonlab.lesson.fact.Facts;
import epsilonlab.report.Table;
import epsilonlab.report.figure.Figure;
import epsilonlab.report.handin.ReportBlock;
import epsilonlab.report.handin.ReportSection;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** A figure or table that was added to the report, with what the lab was set to then. */
final class ReportItem {
  private final StringProperty caption = new SimpleStringProperty();
  private final String tab;
  private final Figure figure;
  private final double width;
  private final Table table;
  private final Facts settings;

  private ReportItem(
      String caption, String tab, Figure figure, double width, Table table, Facts settings) {
    this.caption.set(caption);
    this.tab = tab;
    this.figure = figure;
    this.width = width;
    this.table = table;
    this.settings = settings;
  }

  /**
   * A figure.
   *
   * @param settings what the lab knew when it was added
   */
  static ReportItem of(String tab, Figure figure, double width, Facts settings) {
    return new ReportItem(figure.description(), tab, figure, width, null, settings);
  }

  /** A table. */
  static ReportItem of(String tab, String caption, Table table, Facts settings) {
    return new ReportItem(caption, tab, null, 0, table, settings);
  }

  /** What stands below it; the user may write something else. */
  StringProperty caption() {
    return caption;
  }

  /** The tab that it comes from. */
  String tab() {
    return tab;
  }

  boolean isTable() {
    return table != null;
  }

  /** Its section in the report. */
  ReportSection section(int number) {
    List<ReportBlock> blocks = new ArrayList<>();
    String below = caption.get().strip();
    if (table == null) {
      blocks.add(new ReportBlock.Drawing(figure, width, below));
    } else {
      blocks.add(new ReportBlock.Rows(table));
    }
    Table set = settings();
    if (!set.rows().isEmpty()) {
      blocks.add(new ReportBlock.Rows(set));
    }
    String title = table == null ? "Figure " + number : "Table " + number;
    String of = tab.isEmpty() ? "" : ", from the " + tab + " tab";
    return new ReportSection(table == null ? title + of : title + ": " + below, blocks);
  }

  /** Data, seed and model, and what was chosen on the tab. */
  private Table settings() {
    Table set = new Table("setting", "value");
    String own = tab.toLowerCase(Locale.ROOT);
    for (FactName fact : FactNames.ALL) {
      boolean frame = fact.tab().equals("lab") && !fact.name().equals("lab.tab");
      if (frame || fact.settable() && fact.tab().equals(own)) {
        settings
            .get(fact.name())
            .ifPresent(value -> set.add(fact.noun(), fact.format().write(value)));
      }
    }
    return set;
  }
}
