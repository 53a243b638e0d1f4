package epsilonlab.ui.frame;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import javafx.application.Platform;

/**
 * Records whatever keeps the FX thread busy for more than 16 ms. A daemon thread posts one
 * heartbeat after the other; while one is unanswered it samples the FX thread's stack. Switched on
 * in tests and by {@code -Depsilonlab.watchdog=true}.
 */
public final class FxWatchdog implements AutoCloseable {
  /** What is longer than this is a stall: one frame at 60 frames a second. */
  public static final double LIMIT_MILLIS = 16;

  private static final Logger LOG = System.getLogger(FxWatchdog.class.getName());
  private static final int AT_MOST = 1000;
  private static final long SAMPLE_NANOS = 4_000_000;
  private static final long REST_NANOS = 1_000_000;

  private final List<Stall> stalls = new ArrayList<>();
  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final Thread watcher = new Thread(this::watch, "FX watchdog");
  private volatile boolean closed;
  private volatile Thread fx;

  /**
   * One stall.
   *
   * @param millis how long the FX thread did not answer
   * @param cpuMillis how long it computed in that time; much less than {@code millis} on a machine
   *     that was busy with something else; -1 where Java cannot tell
   * @param stack what it was seen at most often, innermost call first
   */
  public record Stall(double millis, double cpuMillis, List<StackTraceElement> stack) {
    /** The duration and the stack, a line a call. */
    public String describe() {
      return String.format("FX thread busy for %.0f ms (%.0f ms of CPU)%n", millis, cpuMillis)
          + stack.stream()
              .map(call -> "    at " + call)
              .collect(Collectors.joining(System.lineSeparator()));
    }
  }

  private FxWatchdog() {
    watcher.setDaemon(true);
  }

  /** Begins to watch; the toolkit must be running. */
  public static FxWatchdog start() {
    FxWatchdog watchdog = new FxWatchdog();
    watchdog.watcher.start();
    return watchdog;
  }

  /** The stalls so far, the oldest first; after 1,000 no more are kept. */
  public List<Stall> stalls() {
    synchronized (stalls) {
      return List.copyOf(stalls);
    }
  }

  /** Forgets what was recorded, for example that of start-up. */
  public void clear() {
    synchronized (stalls) {
      stalls.clear();
    }
  }

  @Override
  public void close() {
    closed = true;
    LockSupport.unpark(watcher);
  }

  private void watch() {
    while (!closed) {
      AtomicLong answered = new AtomicLong();
      long cpuBefore = cpu();
      long asked = System.nanoTime();
      Platform.runLater(
          () -> {
            fx = Thread.currentThread();
            answered.set(System.nanoTime());
            LockSupport.unpark(watcher);
          });
      List<StackTraceElement[]> samples = new ArrayList<>();
      while (answered.get() == 0 && !closed) {
        LockSupport.parkNanos(SAMPLE_NANOS);
        Thread thread = fx;
        if (answered.get() == 0 && thread != null && samples.size() < AT_MOST) {
          samples.add(thread.getStackTrace());
        }
      }
      double millis = (answered.get() - asked) / 1e6;
      if (!closed && millis > LIMIT_MILLIS && cpuBefore >= 0) {
        long cpuAfter = cpu();
        record(new Stall(millis, (cpuAfter - cpuBefore) / 1e6, mostSeen(samples)));
      }
      LockSupport.parkNanos(REST_NANOS);
    }
  }

  private long cpu() {
    Thread thread = fx;
    return thread == null ? -1 : threads.getThreadCpuTime(thread.getId());
  }

  private void record(Stall stall) {
    synchronized (stalls) {
      if (stalls.size() < AT_MOST) {
        stalls.add(stall);
      }
    }
    LOG.log(Level.WARNING, stall.describe());
  }

  private static List<StackTraceElement> mostSeen(List<StackTraceElement[]> samples) {
    StackTraceElement[] best = {};
    int most = 0;
    for (StackTraceElement[] one : samples) {
      int seen = 0;
      for (StackTraceElement[] other : samples) {
        seen += Arrays.equals(one, other) ? 1 : 0;
      }
      if (seen > most) {
        most = seen;
        best = one;
      }
    }
    return List.of(best);
  }
}
