package epsilonlab.data;

import epsilonlab.job.JobContext;
import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Makes calls that may block for long (a network's) on a thread of its own, so that the job that
 * waits for them can be cancelled at once. What was blocked when this was closed ends by itself.
 */
final class Waiting implements AutoCloseable {
  private static final int POLL_MILLIS = 20;

  private final JobContext<?> context;
  private final long mostMillis;
  private final ExecutorService thread;

  /**
   * @param mostMillis how long one call may take
   */
  Waiting(JobContext<?> context, long mostMillis) {
    this.context = context;
    this.mostMillis = mostMillis;
    this.thread =
        Executors.newSingleThreadExecutor(
            body -> {
              Thread made = new Thread(body, "download");
              made.setDaemon(true);
              return made;
            });
  }

  /**
   * Makes the call and waits for it.
   *
   * @throws IOException if it fails with one, or takes too long
   * @throws java.util.concurrent.CancellationException if the job was cancelled meanwhile
   */
  <T> T call(Callable<T> body) throws IOException {
    Future<T> future = thread.submit(body);
    for (long waited = 0; waited < mostMillis; waited += POLL_MILLIS) {
      context.check();
      try {
        return future.get(POLL_MILLIS, TimeUnit.MILLISECONDS);
      } catch (TimeoutException notYet) {
        continue;
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        throw new IOException("interrupted", interrupted);
      } catch (ExecutionException failed) {
        throw asIo(failed.getCause());
      }
    }
    throw new IOException("no answer for " + mostMillis / 1000 + " seconds");
  }

  /** Closes something behind the calls so far, without waiting for it. */
  void closeLater(AutoCloseable resource) {
    thread.submit(
        () -> {
          resource.close();
          return null;
        });
  }

  private static IOException asIo(Throwable cause) {
    if (cause instanceof IOException io) {
      return io;
    }
    if (cause instanceof RuntimeException bug) {
      throw bug;
    }
    if (cause instanceof Error error) {
      throw error;
    }
    return new IOException(cause);
  }

  @Override
  public void close() {
    thread.shutdown();
  }
}
