package epsilonlab.ui.theory.linear;

import epsilonlab.data.DataSet;
import epsilonlab.engine.Seed;
import epsilonlab.job.Job;
import epsilonlab.job.JobContext;
import epsilonlab.theory.linear.DigitBudgets;
import epsilonlab.theory.linear.DigitBudgetsJob;
import epsilonlab.ui.CurrentJob;
import epsilonlab.ui.LabSession;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The theorem on the digits of the data set in use. Needs no screen. */
final class DigitBudgetsModel {
  private final LabSession session;
  private final CurrentJob job;
  private final ReadOnlyObjectWrapper<DigitBudgets> budgets = new ReadOnlyObjectWrapper<>();

  DigitBudgetsModel(LabSession session) {
    this.session = session;
    this.job = new CurrentJob(session);
    session
        .data()
        .addListener(
            (property, before, now) -> {
              job.cancel();
              budgets.set(null);
            });
  }

  /** What was measured; null before. */
  ReadOnlyObjectProperty<DigitBudgets> budgets() {
    return budgets.getReadOnlyProperty();
  }

  CurrentJob job() {
    return job;
  }

  /** Fits and measures; does nothing without data. */
  void measure() {
    DataSet data = session.data().get();
    if (data != null) {
      job.start(
          new WithEngine(session, data, session.seed().get()), any -> {}, budgets::set, () -> {});
    }
  }

  /** The measurement, which waits for the engine to be loaded. */
  private record WithEngine(LabSession session, DataSet data, long seed)
      implements Job<Void, DigitBudgets> {
    @Override
    public String name() {
      return "Linear adversary on digits";
    }

    @Override
    public DigitBudgets run(JobContext<Void> context) {
      return new DigitBudgetsJob(session.compute().join(), data, Seed.of(seed)).run(context);
    }
  }
}
