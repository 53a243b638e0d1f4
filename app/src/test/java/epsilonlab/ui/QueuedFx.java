package epsilonlab.ui;

import static org.junit.jupiter.api.Assertions.fail;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** The FX thread of a test without a screen: the test's own thread, while it waits. */
public final class QueuedFx implements Executor {
  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(120);

  private final BlockingQueue<Runnable> calls = new LinkedBlockingQueue<>();

  @Override
  public void execute(Runnable call) {
    calls.add(call);
  }

  /** Runs what is called for until the condition holds. */
  public void until(String what, Callable<Boolean> condition) throws Exception {
    long began = System.nanoTime();
    while (!condition.call()) {
      Runnable call = calls.poll(5, TimeUnit.MILLISECONDS);
      if (call != null) {
        call.run();
      }
      if (System.nanoTime() - began > PATIENCE) {
        fail("still waiting for: " + what);
      }
    }
  }

  /** Runs what was called for so far. */
  public void settle() {
    for (Runnable call = calls.poll(); call != null; call = calls.poll()) {
      call.run();
    }
  }
}
