package epsilonlab.ui.frame;

import epsilonlab.lesson.fact.Facts;
import epsilonlab.report.handin.ReportDocument;
import epsilonlab.report.handin.ReportSection;
import epsilonlab.ui.LabTab;
import epsilonlab.ui.Repeatable;
import epsilonlab.ui.capsule.WindowResults;
import epsilonlab.ui.report.ReportTray;
import epsilonlab.ui.report.WindowReport;
import epsilonlab.ui.state.LabAccess;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

/**
 * What the tab in view shows, with the answers to an open lesson and all that was collected for a
 * report. While something on the tab is covered, its numbers are not told, and of its figures only
 * those that can be seen.
 */
final class ShownInWindow implements WindowResults {
  private final Supplier<Optional<LabTab>> tab;
  private final LabAccess lab;
  private final Supplier<Optional<Callable<ReportDocument>>> lesson;
  private final ReportTray tray;
  private final Supplier<Set<String>> covered;

  /**
   * @param tab that is in view
   * @param lesson the report of the lesson that is open
   * @param covered the parts of the tab in view that are covered now
   */
  ShownInWindow(
      Supplier<Optional<LabTab>> tab,
      LabAccess lab,
      Supplier<Optional<Callable<ReportDocument>>> lesson,
      ReportTray tray,
      Supplier<Set<String>> covered) {
    this.tab = tab;
    this.lab = lab;
    this.lesson = lesson;
    this.tray = tray;
    this.covered = covered;
  }

  @Override
  public List<Repeatable> results() {
    return tab.get().filter(tab -> covered.get().isEmpty()).map(LabTab::results).orElse(List.of());
  }

  @Override
  public Optional<Callable<ReportDocument>> report() {
    Optional<ReportSection> shown = tab.get().flatMap(this::section);
    Optional<Callable<ReportDocument>> answered = lesson.get();
    if (shown.isEmpty() && answered.isEmpty() && tray.isEmpty()) {
      return Optional.empty();
    }
    if (answered.isPresent()) {
      List<ReportSection> more = new ArrayList<>(tray.sections());
      shown.ifPresent(section -> more.add(0, section));
      return answered.map(answers -> () -> answers.call().and(more));
    }
    ReportDocument collected = tray.document();
    ReportDocument all =
        shown
            .map(section -> WindowReport.with(section, collected, !tray.isEmpty()))
            .orElse(collected);
    return Optional.of(() -> all);
  }

  private Optional<ReportSection> section(LabTab tab) {
    Facts facts = lab.now();
    Set<String> notYet = covered.get();
    String part = facts.get(tab.id() + ".part").map(Object::toString).orElse(tab.id());
    return WindowReport.section(
        tab.title(),
        facts,
        tab.parts(),
        name ->
            !notYet.contains(name)
                && (name.startsWith(tab.id() + ".") || name.startsWith(part + ".")));
  }
}
