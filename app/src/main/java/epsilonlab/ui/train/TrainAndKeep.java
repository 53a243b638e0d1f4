package epsilonlab.ui.train;

import epsilonlab.engine.Compute;
import epsilonlab.engine.LabException;
import epsilonlab.job.Job;
import epsilonlab.job.JobContext;
import epsilonlab.model.ModelEntry;
import epsilonlab.model.ModelLibrary;
import epsilonlab.model.Weights;
import epsilonlab.settings.Home;
import epsilonlab.training.TrainingDiverged;
import epsilonlab.training.TrainingEvent;
import epsilonlab.training.TrainingJob;
import epsilonlab.training.TrainingResult;
import epsilonlab.ui.ModelKeeper;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * Trains a network and puts it into the library, also when it is stopped on the way; so whoever
 * waits for this job waits until nothing can be lost any more.
 */
final class TrainAndKeep implements Job<TrainingEvent, TrainAndKeep.Kept> {
  private final CompletableFuture<Compute> compute;
  private final ModelLibrary library;
  private final Home home;
  private final TrainingPlan plan;

  private final Supplier<Double> accuracy;

  /**
   * What was kept.
   *
   * @param entry the model in the library
   * @param weights its weights
   * @param test what it says of the test images
   */
  record Kept(ModelEntry entry, Weights weights, TestSummary test) {}

  /** The training exploded, but an epoch before had gone well and is in the library. */
  static final class DivergedAndKept extends LabException {
    private static final long serialVersionUID = 1;
    private final transient ModelEntry entry;

    DivergedAndKept(TrainingDiverged cause, ModelEntry entry) {
      super(cause.getMessage(), cause);
      this.entry = entry;
    }

    ModelEntry entry() {
      return entry;
    }
  }

  /**
   * @param accuracy gives the test accuracy after the last finished epoch, in [0, 1]
   */
  TrainAndKeep(
      CompletableFuture<Compute> compute,
      ModelLibrary library,
      Home home,
      TrainingPlan plan,
      Supplier<Double> accuracy) {
    this.compute = compute;
    this.library = library;
    this.home = home;
    this.plan = plan;
    this.accuracy = accuracy;
  }

  @Override
  public String name() {
    return "Train " + plan.architecture().title();
  }

  @Override
  public Kept run(JobContext<TrainingEvent> context) {
    // made here, for fresh weights of a large network take longer than a frame
    TrainingJob job =
        new TrainingJob(
            compute.join(),
            plan.data(),
            plan.architecture(),
            plan.settings(),
            plan.start().map(TrainingPlan.Start::weights));
    try {
      return keep(job.run(context));
    } catch (TrainingDiverged diverged) {
      if (diverged.epochs() == 0) {
        throw diverged;
      }
      throw new DivergedAndKept(
          diverged, add(diverged.epochs(), accuracy.get(), diverged.lastGood()));
    }
  }

  private Kept keep(TrainingResult result) {
    if (result.steps() == 0) {
      throw new CancellationException("stopped before the first step");
    }
    double done = (double) result.steps() / plan.batchesPerEpoch();
    ModelEntry entry = add(done, result.test().accuracy(), result.weights());
    TestSummary test =
        TestSummary.of(plan.epochsBefore() + done, result.test(), plan.data().test());
    return new Kept(entry, result.weights(), test);
  }

  private ModelEntry add(double epochsDone, Double testAccuracy, Weights weights) {
    return new ModelKeeper(library, home)
        .keep(
            plan.architecture().title(),
            name -> plan.card(name, epochsDone, testAccuracy),
            weights);
  }
}
