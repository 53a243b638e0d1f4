package epsilonlab.ui.frame;

import epsilonlab.job.JobHandle;
import epsilonlab.ui.Failures;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** One line of the list of jobs. Belongs to the FX thread. */
final class JobEntry {
  private final JobHandle<?> job;
  private final ReadOnlyStringWrapper says = new ReadOnlyStringWrapper("");
  private boolean cancelling;
  private Throwable failure;

  JobEntry(JobHandle<?> job) {
    this.job = job;
    refresh();
  }

  JobHandle<?> job() {
    return job;
  }

  /** Its state in words; of a failed job the sentence. */
  ReadOnlyStringProperty says() {
    return says.getReadOnlyProperty();
  }

  boolean isActive() {
    return job.state() == JobHandle.State.RUNNING || job.state() == JobHandle.State.PAUSED;
  }

  boolean isWaiting() {
    return job.state() == JobHandle.State.WAITING && !cancelling;
  }

  boolean isOver() {
    return job.state().isOver() || (cancelling && job.state() == JobHandle.State.WAITING);
  }

  void cancel() {
    cancelling = true;
    job.cancel();
    refresh();
  }

  void failed(Throwable thrown) {
    failure = thrown;
    refresh();
  }

  void refresh() {
    says.set(text());
  }

  private String text() {
    return switch (job.state()) {
      case WAITING -> cancelling ? "Cancelled" : "Waiting";
      case RUNNING, PAUSED -> cancelling ? "Stopping …" : JobText.running(job);
      case DONE -> "Done in " + JobText.duration(job.progress().seconds());
      case FAILED -> failure == null ? "Failed" : Failures.sentence(failure);
      case CANCELLED -> "Cancelled";
    };
  }
}
