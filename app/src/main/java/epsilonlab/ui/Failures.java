package epsilonlab.ui;

import epsilonlab.engine.LabException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/** From a failure to the sentence that the user reads. */
public final class Failures {
  private Failures() {}

  /** What was thrown, without the wrappers that futures put around it. */
  public static Throwable cause(Throwable failure) {
    Throwable cause = failure;
    while ((cause instanceof CompletionException || cause instanceof ExecutionException)
        && cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause;
  }

  /** Whether somebody wanted it to end. */
  public static boolean isCancelled(Throwable failure) {
    Throwable cause = cause(failure);
    // the job runner interrupts what still runs when the window closes
    return cause instanceof CancellationException || cause instanceof InterruptedException;
  }

  /** Whether the sentence says all; if not, the stack belongs into the log. */
  public static boolean isExplained(Throwable failure) {
    return cause(failure) instanceof LabException;
  }

  /** One sentence; that of a {@link LabException} as it stands. */
  public static String sentence(Throwable failure) {
    Throwable cause = cause(failure);
    if (cause instanceof LabException) {
      return cause.getMessage();
    }
    if (cause instanceof OutOfMemoryError) {
      return "The memory is used up; choose a smaller batch or fewer images, or close other"
          + " programs.";
    }
    return "Something went wrong inside the lab ("
        + cause.getClass().getSimpleName()
        + "); the log says where.";
  }
}
