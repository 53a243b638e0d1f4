package epsilonlab.ui.report;

import epsilonlab.lesson.fact.Facts;
import epsilonlab.model.ModelEntry;
import epsilonlab.ui.LabServices;
import epsilonlab.ui.component.FigureCollector;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Node;

/** The report of a window: collects figures and tables from everywhere in it, and lists them. */
public final class ReportDesk {
  private final ReportTray tray;
  private final ReportCard card;

  /**
   * Nothing is collected yet.
   *
   * @param tab the title of the tab in view
   * @param facts what the lab is set to now
   */
  public ReportDesk(LabServices services, Supplier<String> tab, Supplier<Facts> facts) {
    tray =
        new ReportTray(
            tab,
            facts,
            () -> Optional.ofNullable(services.session().model().get()).map(ModelEntry::id),
            models -> ReportFrame.of(services, models),
            () -> services.messages().info("Added to the report.", "Open report", this::open));
    card = new ReportCard(services, tray);
  }

  /** Takes what the menus below this root add. */
  public void collectFrom(Node root) {
    FigureCollector.install(root, tray);
  }

  /** What was collected. */
  public ReportTray tray() {
    return tray;
  }

  /** Lists what was collected. */
  public void open() {
    card.open();
  }
}
