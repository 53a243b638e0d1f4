package epsilonlab.ui.report;

import epsilonlab.lesson.fact.Facts;
import epsilonlab.report.figure.Figure;
import epsilonlab.report.figure.FigureTable;
import epsilonlab.report.handin.CollectedReport;
import epsilonlab.report.handin.ReportDocument;
import epsilonlab.report.handin.ReportSection;
import epsilonlab.ui.component.FigureCollector;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * What was collected for a report: figures and tables in the order of the report, with captions.
 * Belongs to the FX thread; needs no screen.
 */
public final class ReportTray implements FigureCollector {
  private final ObservableList<ReportItem> items = FXCollections.observableArrayList();
  private final StringProperty title = new SimpleStringProperty("Report");
  private final Supplier<String> tab;
  private final Supplier<Facts> facts;
  private final Supplier<Optional<String>> model;
  private final Function<Set<String>, ReportFrame> frame;
  private final Runnable added;

  /**
   * Nothing is collected yet.
   *
   * @param tab the title of the tab in view
   * @param facts what the lab is set to now
   * @param model the id of the model in use, for names are not unique
   * @param frame what the report says besides its figures, for the ids of their models
   * @param added is called when something was added
   */
  public ReportTray(
      Supplier<String> tab,
      Supplier<Facts> facts,
      Supplier<Optional<String>> model,
      Function<Set<String>, ReportFrame> frame,
      Runnable added) {
    this.tab = tab;
    this.facts = facts;
    this.model = model;
    this.frame = frame;
    this.added = added;
  }

  ObservableList<ReportItem> items() {
    return items;
  }

  /** Whether nothing was collected yet. */
  public boolean isEmpty() {
    return items.isEmpty();
  }

  /** The heading of the report. */
  StringProperty title() {
    return title;
  }

  @Override
  public void figure(String name, Figure figure, double width) {
    items.add(ReportItem.of(tab.get(), figure, width, facts.get(), model.get()));
    added.run();
  }

  @Override
  public void table(String name, FigureTable numbers) {
    String caption = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    items.add(
        ReportItem.of(tab.get(), caption.replace('-', ' '), numbers, facts.get(), model.get()));
    added.run();
  }

  /** Moves an item up or down; stays at the ends. */
  void move(ReportItem item, int by) {
    int from = items.indexOf(item);
    int to = Math.min(items.size() - 1, Math.max(0, from + by));
    if (from >= 0 && from != to) {
      items.remove(from);
      items.add(to, item);
    }
  }

  /** Takes an item away. */
  void remove(ReportItem item) {
    items.remove(item);
  }

  private List<CollectedReport.Item> collected() {
    List<CollectedReport.Item> all = new ArrayList<>();
    items.forEach(item -> all.add(item.item(all.size() + 1)));
    return all;
  }

  /** What was collected, without what a report says besides. */
  public List<ReportSection> sections() {
    return CollectedReport.sections(collected());
  }

  /** The report as it stands now. */
  public ReportDocument document() {
    Set<String> models = new LinkedHashSet<>();
    items.forEach(item -> item.model().ifPresent(models::add));
    ReportFrame around = frame.apply(models);
    String heading = title.get().isBlank() ? "Report" : title.get().strip();
    return CollectedReport.of(
        heading, around.byline(), around.settings(), around.networks(), collected());
  }
}
