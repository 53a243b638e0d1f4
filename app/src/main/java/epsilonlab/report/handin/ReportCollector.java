package epsilonlab.report.handin;

import java.util.ArrayList;
import java.util.List;

/** Gathers sections while a work goes on. Not thread-safe. */
public final class ReportCollector {
  private final List<ReportSection> done = new ArrayList<>();
  private final List<ReportBlock> blocks = new ArrayList<>();
  private String title = "Result";

  /** Starts a section; an empty one before it is forgotten. */
  public void section(String heading) {
    close();
    title = heading;
  }

  /** Adds to the section that was started last. */
  public void add(ReportBlock block) {
    blocks.add(block);
  }

  /** All sections so far. */
  public List<ReportSection> sections() {
    close();
    return List.copyOf(done);
  }

  private void close() {
    if (!blocks.isEmpty()) {
      done.add(new ReportSection(title, blocks));
      blocks.clear();
    }
  }
}
