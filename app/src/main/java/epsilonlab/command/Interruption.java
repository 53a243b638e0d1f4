package epsilonlab.command;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Turns Ctrl+C into a cancelled job: the JVM waits until the command has kept what it can, and then
 * ends with 130, as it does for this signal.
 */
final class Interruption implements AutoCloseable {
  private static final long SECONDS_TO_SAVE = 60;

  private final CountDownLatch finished = new CountDownLatch(1);
  private final Thread hook;

  Interruption(Runnable cancel) {
    hook =
        new Thread(
            () -> {
              cancel.run();
              try {
                finished.await(SECONDS_TO_SAVE, TimeUnit.SECONDS);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            },
            "Ctrl+C");
    Runtime.getRuntime().addShutdownHook(hook);
  }

  @Override
  public void close() {
    finished.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException alreadyEnding) {
      // the hook is what called us
    }
  }
}
