package epsilonlab.command;

import epsilonlab.job.JobHandle;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.OptionalDouble;

/** Progress with time left on stderr: one line that is written over on a terminal, else a few. */
final class ProgressLine implements AutoCloseable {
  private static final long TERMINAL_MILLIS = 200;
  private static final long FILE_MILLIS = 5000;

  private final PrintWriter err;
  private final boolean terminal = System.console() != null;
  private final Thread thread;
  private int written;

  ProgressLine(PrintWriter err, JobHandle<?> handle) {
    this.err = err;
    this.thread = new Thread(() -> show(handle), "progress");
    thread.setDaemon(true);
    thread.start();
  }

  private void show(JobHandle<?> handle) {
    try {
      while (!handle.state().isOver()) {
        Thread.sleep(terminal ? TERMINAL_MILLIS : FILE_MILLIS);
        print(text(handle));
      }
    } catch (InterruptedException over) {
      // close was called
    }
    if (terminal && written > 0) {
      err.print("\r" + " ".repeat(written) + "\r");
      err.flush();
    }
  }

  private void print(String text) {
    if (terminal) {
      err.print("\r" + text + " ".repeat(Math.max(0, written - text.length())));
      written = text.length();
    } else {
      err.println(text);
    }
    err.flush();
  }

  private static String text(JobHandle<?> handle) {
    OptionalDouble left = handle.progress().secondsLeft();
    return String.format(
        Locale.ROOT,
        "%s: %.0f %%%s",
        handle.name(),
        100 * handle.progress().fraction(),
        left.isPresent() ? String.format(Locale.ROOT, ", %.0f s left", left.getAsDouble()) : "");
  }

  @Override
  public void close() {
    thread.interrupt();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
