package epsilonlab.job;

import java.util.OptionalDouble;

/** How far a job is and how long it will still take, by the speed so far; pauses do not count. */
public final class Progress {
  private long began = System.nanoTime();
  private long pausedSince;
  private long pausedFor;
  private double fraction;
  private long ended;

  Progress() {}

  synchronized void start() {
    began = System.nanoTime();
  }

  synchronized void reached(double fraction) {
    this.fraction = Math.min(1, Math.max(0, fraction));
  }

  synchronized void setPaused(boolean paused) {
    long now = System.nanoTime();
    if (paused && pausedSince == 0) {
      pausedSince = now;
    } else if (!paused && pausedSince != 0) {
      pausedFor += now - pausedSince;
      pausedSince = 0;
    }
  }

  synchronized void end() {
    setPaused(false);
    ended = System.nanoTime();
  }

  /** The part that is done, in [0, 1]. */
  public synchronized double fraction() {
    return fraction;
  }

  /** Seconds of work so far. */
  public synchronized double seconds() {
    long now = ended != 0 ? ended : pausedSince != 0 ? pausedSince : System.nanoTime();
    return (now - began - pausedFor) / 1e9;
  }

  /** Seconds still to go; empty while too little is done to tell. */
  public synchronized OptionalDouble secondsLeft() {
    double seconds = seconds();
    if (fraction < 0.01 || seconds < 0.3) {
      return OptionalDouble.empty();
    }
    return OptionalDouble.of(seconds * (1 - fraction) / fraction);
  }
}
