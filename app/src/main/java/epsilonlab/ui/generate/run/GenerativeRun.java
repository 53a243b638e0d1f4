package epsilonlab.ui.generate.run;

import epsilonlab.data.DataSet;
import epsilonlab.generative.GenerativeSettings;
import epsilonlab.job.JobHandle;
import epsilonlab.model.Weights;
import epsilonlab.ui.Words;
import java.util.Optional;

/**
 * One training of a generative network, from the press of the button on.
 *
 * @param <B> what is known after a batch
 * @param <R> what is known after an epoch
 */
public final class GenerativeRun<B, R> {
  private final GenerativeSettings<B, R> settings;
  private final DataSet data;
  private final Optional<Weights> start;
  private final TrainingCourse<B, R> course;
  private JobHandle<TrainAndKeep.Kept<R>> handle;
  private TrainAndKeep.Kept<R> kept;

  GenerativeRun(
      GenerativeSettings<B, R> settings,
      DataSet data,
      Optional<Weights> start,
      TrainingCourse<B, R> course) {
    this.settings = settings;
    this.data = data;
    this.start = start;
    this.course = course;
  }

  /** How it is trained. */
  public GenerativeSettings<B, R> settings() {
    return settings;
  }

  /** What it learns. */
  public DataSet data() {
    return data;
  }

  Optional<Weights> start() {
    return start;
  }

  /** What happened so far. */
  public TrainingCourse<B, R> course() {
    return course;
  }

  /** How many epochs there will be, with those before. */
  public double epochsInAll() {
    return course.epochsBefore() + settings.epochs();
  }

  JobHandle<TrainAndKeep.Kept<R>> handle() {
    return handle;
  }

  void started(JobHandle<TrainAndKeep.Kept<R>> job) {
    handle = job;
  }

  /** What it left, or null while it runs and if it left nothing; belongs to the FX thread. */
  public TrainAndKeep.Kept<R> kept() {
    return kept;
  }

  void ended(TrainAndKeep.Kept<R> result) {
    kept = result;
  }

  boolean isWaiting() {
    return handle.state() == JobHandle.State.WAITING;
  }

  /** What would be lost if it ended now without being kept, in one sentence. */
  String stake() {
    return "The "
        + settings.network().title()
        + " has been trained for "
        + Words.epochNumber(course.now())
        + " of "
        + Words.epochs(epochsInAll())
        + "; that would be lost.";
  }
}
