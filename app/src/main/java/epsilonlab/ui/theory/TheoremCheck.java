package epsilonlab.ui.theory;

import epsilonlab.report.CheckResults;
import epsilonlab.theory.CheckJob;
import epsilonlab.theory.CheckResult;
import epsilonlab.theory.Theorem;
import epsilonlab.ui.CurrentJob;
import epsilonlab.ui.EngineJob;
import epsilonlab.ui.LabSession;
import epsilonlab.ui.Repeatable;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** A theorem's check on random instances as a job. Belongs to the FX thread; needs no screen. */
final class TheoremCheck {
  private final LabSession session;
  private final Theorem theorem;
  private final CurrentJob job;
  private long seed;
  private final ReadOnlyObjectWrapper<CheckResult> result = new ReadOnlyObjectWrapper<>();

  TheoremCheck(LabSession session, Theorem theorem) {
    this.session = session;
    this.theorem = theorem;
    this.job = new CurrentJob(session);
  }

  /** The check as a command that makes it again; empty while there is none. */
  Optional<Repeatable> repeat() {
    CheckResult found = result.get();
    boolean whole = found != null && found.instances() == CheckJob.USUAL_INSTANCES;
    return whole && !running().get()
        ? Optional.of(
            Repeatable.of("theory", seed, CheckResults.of(found))
                // the command shows an example as well
                .inPart()
                .with("topic", theorem.id())
                .with("instances", found.instances()))
        : Optional.empty();
  }

  /** What it found so far; null before the first instances. */
  ReadOnlyObjectProperty<CheckResult> result() {
    return result.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty running() {
    return job.running();
  }

  /** Starts it from the beginning, or stops it. */
  void startOrStop() {
    if (job.running().get()) {
      job.cancel();
      result.set(null);
      return;
    }
    result.set(null);
    long chosen = session.seed().get();
    seed = chosen;
    job.start(
        new EngineJob<CheckResult, CheckResult>(
            "Check " + theorem.title(),
            session,
            compute -> new CheckJob(compute, theorem, CheckJob.USUAL_INSTANCES, chosen)),
        result::set,
        result::set,
        () -> result.set(null));
  }
}
