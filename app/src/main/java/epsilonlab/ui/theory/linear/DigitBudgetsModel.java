package epsilonlab.ui.theory.linear;

import epsilonlab.data.DataSet;
import epsilonlab.engine.Seed;
import epsilonlab.theory.linear.DigitBudgets;
import epsilonlab.theory.linear.DigitBudgetsJob;
import epsilonlab.ui.CurrentJob;
import epsilonlab.ui.EngineJob;
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
      Seed seed = Seed.of(session.seed().get());
      job.start(
          new EngineJob<Void, DigitBudgets>(
              "Linear adversary on digits",
              session,
              compute -> new DigitBudgetsJob(compute, data, seed)),
          any -> {},
          budgets::set,
          () -> {});
    }
  }
}
