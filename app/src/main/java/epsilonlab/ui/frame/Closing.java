package epsilonlab.ui.frame;

import epsilonlab.ui.Dialogs;
import epsilonlab.ui.LabTab;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds out whether the window may close, and asks where something would be lost. */
final class Closing {
  /** What is to be done. */
  enum Decision {
    CLOSE,
    KEEP_AND_CLOSE,
    STAY
  }

  private Closing() {}

  /**
   * Asks only if a job is under way or a tab says that something would be lost.
   *
   * @param jobs those that run or wait, the running one first
   */
  static Decision decide(Dialogs dialogs, List<JobEntry> jobs, List<LabTab> tabs) {
    List<String> losses = tabs.stream().map(LabTab::beforeClose).flatMap(Optional::stream).toList();
    if (jobs.isEmpty() && losses.isEmpty()) {
      return Decision.CLOSE;
    }
    List<String> answers = new ArrayList<>();
    List<Decision> meanings = new ArrayList<>();
    if (!losses.isEmpty()) {
      answers.add("Keep what is trained and close");
      meanings.add(Decision.KEEP_AND_CLOSE);
    }
    answers.add("Close anyway");
    meanings.add(Decision.CLOSE);
    answers.add("Keep working");
    meanings.add(Decision.STAY);
    int answer = dialogs.choose(question(jobs), detail(jobs, losses), answers);
    return meanings.get(answer);
  }

  private static String question(List<JobEntry> jobs) {
    if (jobs.isEmpty()) {
      return "Close the lab?";
    }
    return "“"
        + jobs.get(0).job().name()
        + "” "
        + (jobs.get(0).isActive() ? "is still running" : "is still waiting")
        + (jobs.size() > 1 ? ", and " + (jobs.size() - 1) + " more" : "")
        + ". Close the lab?";
  }

  private static String detail(List<JobEntry> jobs, List<String> losses) {
    if (!losses.isEmpty()) {
      return String.join("\n", losses);
    }
    return jobs.size() == 1 ? "Its result would be lost." : "Their results would be lost.";
  }
}
