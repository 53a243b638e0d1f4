package epsilonlab.ui.report;

import epsilonlab.lesson.fact.Facts;
import epsilonlab.lesson.fact.PartName;
import epsilonlab.lesson.fact.PartNames;
import epsilonlab.report.handin.ReportBlock;
import epsilonlab.report.handin.ReportDocument;
import epsilonlab.report.handin.ReportSection;
import epsilonlab.report.handin.RichText;
import epsilonlab.ui.TabParts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What a tab shows, as a section of a report. Belongs to the FX thread. */
public final class WindowReport {
  private static final double WIDTH = 560;

  private WindowReport() {}

  /**
   * All figures and tables with the tab's settings; empty if there are none.
   *
   * @param title of the tab
   * @param wanted which parts, by their names
   */
  public static Optional<ReportSection> section(
      String title, Facts facts, TabParts parts, Predicate<String> wanted) {
    List<ReportBlock> blocks = new ArrayList<>();
    PartNames.ALL.stream()
        .filter(part -> wanted.test(part.name()))
        .forEach(part -> blocks.addAll(blocks(part, parts)));
    if (blocks.isEmpty()) {
      return Optional.empty();
    }
    blocks.add(ReportItem.settingsTable(title, facts));
    return Optional.of(new ReportSection("The " + title + " tab", blocks));
  }

  private static List<ReportBlock> blocks(PartName part, TabParts parts) {
    List<ReportBlock> blocks = new ArrayList<>();
    String caption = "The " + part.noun() + ".";
    parts
        .figure(part.name())
        .map(figure -> new ReportBlock.Drawing(figure, WIDTH, caption))
        .ifPresent(drawing -> blocks.addAll(drawing.withNumbers()));
    parts
        .table(part.name())
        .ifPresent(
            table -> {
              blocks.add(new ReportBlock.Paragraph(RichText.plain(caption)));
              blocks.add(new ReportBlock.Rows(table));
            });
    return blocks;
  }

  /**
   * A report with a section more, in front of all that somebody collected.
   *
   * @param titled whether somebody gave it its title, or the section shall
   */
  public static ReportDocument with(ReportSection section, ReportDocument report, boolean titled) {
    // the title of the report says where it comes from
    ReportSection first =
        titled ? section : new ReportSection("Figures and settings", section.blocks());
    List<ReportSection> sections = new ArrayList<>(List.of(first));
    sections.addAll(report.sections());
    return new ReportDocument(
        titled ? report.title() : section.title(), report.byline(), report.summary(), sections);
  }
}
