package epsilonlab.ui.train;

import epsilonlab.job.JobHandle;
import epsilonlab.model.Weights;
import epsilonlab.training.TrainingEvent;
import epsilonlab.ui.Words;

/** One training, from the press of the button on. Events come on the job's thread. */
final class TrainingRun {
  private final TrainingPlan plan;
  private final TrainingHistory history;
  private volatile TestSummary test;
  private JobHandle<TrainAndKeep.Kept> handle;
  private TrainAndKeep.Kept kept;

  TrainingRun(TrainingPlan plan) {
    this.plan = plan;
    this.history =
        plan.start()
            .map(start -> new TrainingHistory(start.history()))
            .orElseGet(() -> new TrainingHistory(plan.batchesPerEpoch()));
  }

  /** Takes in what the job reports; the counting and sorting of a test is done here. */
  void accept(TrainingEvent event) {
    double before = plan.epochsBefore();
    if (event instanceof TrainingEvent.BatchDone batch) {
      history.batch(before + batch.epochs(), batch.loss(), batch.accuracy());
    } else if (event instanceof TrainingEvent.EpochDone epoch) {
      double epochs = before + epoch.record().epoch();
      test = TestSummary.of(epochs, epoch.test(), plan.data().test());
      history.tested(epochs, epoch.record().testLoss(), epoch.record().testAccuracy());
    }
  }

  /** The test accuracy after the last finished epoch, in [0, 1]; null before the first. */
  Double lastAccuracy() {
    TestSummary last = test;
    return last == null ? null : last.accuracy();
  }

  TrainingPlan plan() {
    return plan;
  }

  TrainingHistory history() {
    return history;
  }

  /** The last test, or null. */
  TestSummary test() {
    return test;
  }

  JobHandle<TrainAndKeep.Kept> handle() {
    return handle;
  }

  void started(JobHandle<TrainAndKeep.Kept> job) {
    handle = job;
  }

  /** What it left in the library, or null; belongs to the FX thread, as what follows. */
  TrainAndKeep.Kept kept() {
    return kept;
  }

  void ended(TrainAndKeep.Kept result) {
    kept = result;
    TestSummary last = test;
    if (last == null || last.epochs() < result.test().epochs() - 1e-6) {
      // stopped within an epoch
      history.tested(result.test().epochs(), result.test().loss(), result.test().accuracy());
    }
    test = result.test();
  }

  boolean isWaiting() {
    return handle.state() == JobHandle.State.WAITING;
  }

  /** What would be lost if it ended now without being kept, in one sentence. */
  String stake() {
    return plan.architecture().title()
        + " has been trained for "
        + Words.epochNumber(history.now())
        + " of "
        + Words.epochs(plan.epochsInAll())
        + "; that would be lost.";
  }

  /** Where another training can go on from, or null if nothing was kept. */
  TrainingPlan.Start end() {
    if (kept == null) {
      return null;
    }
    Weights weights = kept.weights();
    return new TrainingPlan.Start(
        weights,
        kept.test().epochs(),
        kept.entry().card().training(),
        kept.entry().card().name(),
        history);
  }
}
