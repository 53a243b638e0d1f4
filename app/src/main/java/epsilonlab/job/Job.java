package epsilonlab.job;

import epsilonlab.engine.Priority;

/**
 * A computation that the window and the command line run alike. It copies what it needs when it is
 * made, knows nothing of threads, and speaks through its {@link JobContext} only.
 *
 * @param <E> the events that it reports on the way
 * @param <T> its result
 */
public interface Job<E, T> {
  /** What the status bar calls it, for example "Train small CNN". */
  String name();

  /**
   * Does the work.
   *
   * @throws java.util.concurrent.CancellationException when it was cancelled and has nothing to
   *     keep
   * @throws epsilonlab.engine.LabException when it failed for a reason that the user can mend
   */
  T run(JobContext<E> context) throws Exception;

  /** Only background jobs show in the status bar. */
  default Priority priority() {
    return Priority.BACKGROUND;
  }
}
