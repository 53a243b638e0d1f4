package epsilonlab.ui.capsule;

import epsilonlab.report.handin.ReportDocument;
import epsilonlab.ui.Repeatable;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/** What the window shows besides its settings. Belongs to the FX thread. */
public interface WindowResults {
  /** Nothing. */
  WindowResults NONE =
      new WindowResults() {
        @Override
        public List<Repeatable> results() {
          return List.of();
        }

        @Override
        public Optional<Callable<ReportDocument>> report() {
          return Optional.empty();
        }
      };

  /** Numbers that a command computes again. */
  List<Repeatable> results();

  /** Figures, tables and answers as a report, which is made on a job's thread. */
  Optional<Callable<ReportDocument>> report();
}
