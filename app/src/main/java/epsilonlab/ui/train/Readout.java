package epsilonlab.ui.train;

import epsilonlab.job.JobHandle;
import epsilonlab.job.Progress;
import epsilonlab.ui.Words;
import java.util.Locale;

/** The rows of numbers of a training as they are shown. */
record Readout(String epoch, String testLoss, String time, String speed) {
  /** Before the first training. */
  static final Readout NONE = new Readout("–", "–", "–", "–");

  /** How far a training is now. */
  static Readout of(TrainingRun run) {
    TrainingPlan plan = run.plan();
    double all = plan.epochsInAll();
    double now = run.history().now();
    JobHandle<?> handle = run.handle();
    boolean over = handle.state().isOver();
    String epoch =
        (over ? Words.epochNumber(now) : Words.epochNumber(Math.min(all, Math.floor(now) + 1)))
            + " of "
            + Words.epochNumber(all);
    TestSummary last = run.test();
    String loss = last == null ? "–" : String.format(Locale.ROOT, "%.4f", last.loss());
    double trained = now - plan.epochsBefore();
    if (handle.state() == JobHandle.State.WAITING || trained <= 0) {
      return new Readout(epoch, loss, "–", "–");
    }
    Progress progress = handle.progress();
    double seconds = progress.seconds();
    String time = Words.duration(seconds);
    if (!over && progress.secondsLeft().isPresent()) {
      time += ", " + Words.duration(progress.secondsLeft().getAsDouble()) + " to go";
    }
    String speed = Words.speed(trained * plan.data().train().size() / Math.max(1e-3, seconds));
    return new Readout(epoch, loss, time, speed + " digits/s");
  }
}
