package epsilonlab.ui.frame;

import epsilonlab.lesson.fact.Facts;
import epsilonlab.report.handin.ReportDocument;
import epsilonlab.report.handin.ReportSection;
import epsilonlab.ui.LabTab;
import epsilonlab.ui.Repeatable;
import epsilonlab.ui.capsule.WindowResults;
import epsilonlab.ui.lesson.LessonDesk;
import epsilonlab.ui.report.ReportTray;
import epsilonlab.ui.report.WindowReport;
import epsilonlab.ui.state.LabAccess;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;

/**
 * What the tab in view shows, with the answers to an open lesson and all that was collected for a
 * report. While answers are covered, the tab tells nothing.
 */
final class ShownInWindow implements WindowResults {
  private final TabHost host;
  private final LabAccess lab;
  private final LessonDesk lessons;
  private final ReportTray tray;
  private final BooleanSupplier covered;

  ShownInWindow(
      TabHost host, LabAccess lab, LessonDesk lessons, ReportTray tray, BooleanSupplier covered) {
    this.host = host;
    this.lab = lab;
    this.lessons = lessons;
    this.tray = tray;
    this.covered = covered;
  }

  private Optional<LabTab> tab() {
    return host.current().filter(tab -> !covered.getAsBoolean());
  }

  @Override
  public List<Repeatable> results() {
    return tab().map(LabTab::results).orElse(List.of());
  }

  @Override
  public Optional<Callable<ReportDocument>> report() {
    Optional<ReportSection> shown = tab().flatMap(this::section);
    Optional<Callable<ReportDocument>> lesson = lessons.report();
    if (shown.isEmpty() && lesson.isEmpty() && tray.isEmpty()) {
      return Optional.empty();
    }
    ReportDocument collected = tray.document();
    ReportDocument all =
        shown
            .map(section -> WindowReport.with(section, collected, !tray.isEmpty()))
            .orElse(collected);
    return Optional.of(
        lesson
            .<Callable<ReportDocument>>map(answers -> () -> answers.call().and(all.sections()))
            .orElse(() -> all));
  }

  private Optional<ReportSection> section(LabTab tab) {
    Facts facts = lab.now();
    String part = facts.get(tab.id() + ".part").map(Object::toString).orElse(tab.id());
    return WindowReport.section(
        tab.title(),
        facts,
        tab.parts(),
        name -> name.startsWith(tab.id() + ".") || name.startsWith(part + "."));
  }
}
