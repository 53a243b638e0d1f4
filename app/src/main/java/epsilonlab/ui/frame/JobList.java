package epsilonlab.ui.frame;

import epsilonlab.job.JobHandle;
import epsilonlab.job.JobRunner;
import epsilonlab.ui.Failures;
import epsilonlab.ui.Messages;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * What the frame knows of the background jobs: the list, newest first, and the one that the status
 * bar shows. Needs no screen; belongs to the thread that {@code fx} brings calls to.
 */
final class JobList {
  private static final int AT_MOST = 50;

  private final Messages messages;
  private final Executor fx;
  private final ObservableList<JobEntry> entries = FXCollections.observableArrayList();
  // kept, for a list that nobody holds loses its listeners
  private final ObservableList<JobEntry> entriesView =
      FXCollections.unmodifiableObservableList(entries);
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private final ReadOnlyStringWrapper name = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper says = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper waiting = new ReadOnlyStringWrapper("");
  private final ReadOnlyDoubleWrapper fraction = new ReadOnlyDoubleWrapper();

  JobList(JobRunner runner, Messages messages, Executor fx) {
    this.messages = messages;
    this.fx = fx;
    runner.onChange(job -> fx.execute(() -> changed(job)));
  }

  /** The newest 50 jobs; those that are not over are always among them. */
  ObservableList<JobEntry> entries() {
    return entriesView;
  }

  /** Whether a job runs or waits. */
  ReadOnlyBooleanProperty busy() {
    return busy.getReadOnlyProperty();
  }

  /** The name of the running job, or of the first that waits. */
  ReadOnlyStringProperty name() {
    return name.getReadOnlyProperty();
  }

  /** "62 %, 4 s left". */
  ReadOnlyStringProperty says() {
    return says.getReadOnlyProperty();
  }

  /** "+1 waiting", or empty. */
  ReadOnlyStringProperty waiting() {
    return waiting.getReadOnlyProperty();
  }

  /** How far the running job is, in [0, 1]. */
  ReadOnlyDoubleProperty fraction() {
    return fraction.getReadOnlyProperty();
  }

  /** Cancels what the status bar shows; false if nothing runs or waits. */
  boolean cancelCurrent() {
    Optional<JobEntry> current = current();
    current.ifPresent(this::cancel);
    return current.isPresent();
  }

  void cancel(JobEntry entry) {
    entry.cancel();
    refresh();
  }

  /** Cancels everything that is not over. */
  void cancelAll() {
    entries.stream().filter(entry -> !entry.isOver()).forEach(JobEntry::cancel);
    refresh();
  }

  /** Reads the progress anew; called by a timer while {@link #busy()}. */
  void refresh() {
    Optional<JobEntry> current = current();
    long behind = entries.stream().filter(JobEntry::isWaiting).count();
    if (current.isPresent()) {
      JobEntry entry = current.get();
      entry.refresh();
      if (entry.isWaiting()) {
        behind--;
      }
      name.set(entry.job().name());
      says.set(entry.says().get());
      fraction.set(entry.job().progress().fraction());
    }
    waiting.set(JobText.waiting((int) behind));
    busy.set(current.isPresent());
  }

  private Optional<JobEntry> current() {
    return entries.stream()
        .filter(JobEntry::isActive)
        .findFirst()
        // the runner takes the oldest first
        .or(() -> entries.stream().filter(JobEntry::isWaiting).reduce((newer, older) -> older));
  }

  private void changed(JobHandle<?> job) {
    Optional<JobEntry> known = entries.stream().filter(entry -> entry.job() == job).findFirst();
    if (known.isPresent()) {
      known.get().refresh();
    } else {
      add(job);
    }
    refresh();
  }

  private void add(JobHandle<?> job) {
    JobEntry entry = new JobEntry(job);
    entries.add(0, entry);
    for (int i = entries.size() - 1; i >= 0 && entries.size() > AT_MOST; i--) {
      if (entries.get(i).isOver()) {
        entries.remove(i);
      }
    }
    // the state changes before the reason is known, so the reason comes this way
    job.future()
        .whenComplete(
            (result, failure) -> {
              if (failure != null && !Failures.isCancelled(failure)) {
                messages.failure(failure);
                fx.execute(() -> entry.failed(failure));
              }
            });
  }
}
