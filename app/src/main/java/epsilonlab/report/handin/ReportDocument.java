package epsilonlab.report.handin;

import java.util.ArrayList;
import java.util.List;

/**
 * A report, whatever it will be written as ({@link HandInReport}).
 *
 * @param title its heading
 * @param byline who made it and when; empty for nobody
 * @param summary one or two sentences below it; empty for none
 * @param sections in order
 */
public record ReportDocument(
    String title, String byline, String summary, List<ReportSection> sections) {
  /** Takes a copy. */
  public ReportDocument {
    sections = List.copyOf(sections);
  }

  /** The same with more sections at its end. */
  public ReportDocument and(List<ReportSection> more) {
    List<ReportSection> all = new ArrayList<>(sections);
    all.addAll(more);
    return new ReportDocument(title, byline, summary, all);
  }

  /** A report of nobody. */
  public ReportDocument(String title, String summary, List<ReportSection> sections) {
    this(title, "", summary, sections);
  }
}
