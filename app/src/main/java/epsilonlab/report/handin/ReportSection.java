package epsilonlab.report.handin;

import java.util.List;

/**
 * A section of a report.
 *
 * @param title its heading
 * @param blocks what stands below it, in order
 */
public record ReportSection(String title, List<ReportBlock> blocks) {
  /** Takes a copy. */
  public ReportSection {
    blocks = List.copyOf(blocks);
  }
}
