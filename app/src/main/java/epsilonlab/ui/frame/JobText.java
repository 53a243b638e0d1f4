package epsilonlab.ui.frame;

import epsilonlab.job.JobHandle;
import epsilonlab.job.Progress;
import java.util.OptionalDouble;

/** What is said about a job in words. */
final class JobText {
  private JobText() {}

  /** "62 %, 4 s left". */
  static String running(JobHandle<?> job) {
    Progress progress = job.progress();
    String percent = percent(progress.fraction());
    if (job.state() == JobHandle.State.PAUSED) {
      return percent + ", paused";
    }
    OptionalDouble left = progress.secondsLeft();
    return left.isPresent() ? percent + ", " + duration(left.getAsDouble()) + " left" : percent;
  }

  /** "62 %"; 100 % only when all is done. */
  static String percent(double fraction) {
    return (int) Math.floor(fraction * 100 + 1e-9) + " %";
  }

  /** "4 s", "3 min", "2 h 5 min"; never less than a second. */
  static String duration(double seconds) {
    long whole = Math.max(1, Math.round(seconds));
    if (whole < 60) {
      return whole + " s";
    }
    long minutes = Math.round(whole / 60.0);
    return minutes < 60 ? minutes + " min" : minutes / 60 + " h " + minutes % 60 + " min";
  }

  /** "+1 waiting", or nothing. */
  static String waiting(int count) {
    return count == 0 ? "" : "+" + count + " waiting";
  }
}
