package epsilonlab.ui.generate.run;

import epsilonlab.engine.Compute;
import epsilonlab.engine.LabException;
import epsilonlab.generative.GenerativeEvent;
import epsilonlab.generative.GenerativeJob;
import epsilonlab.generative.GenerativeModels;
import epsilonlab.generative.GenerativeResult;
import epsilonlab.job.Job;
import epsilonlab.job.JobContext;
import epsilonlab.model.ModelEntry;
import epsilonlab.model.Weights;
import epsilonlab.training.TrainingDiverged;
import epsilonlab.ui.ModelKeeper;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;

/**
 * Trains a generative network and puts it into the library, also when it is stopped on the way; so
 * whoever waits for this job waits until nothing can be lost any more.
 */
public final class TrainAndKeep<B, R> implements Job<GenerativeEvent<B, R>, TrainAndKeep.Kept<R>> {
  private final CompletableFuture<Compute> compute;
  private final ModelKeeper keeper;
  private final GenerativeRun<B, R> run;

  /**
   * What was kept.
   *
   * @param entry the model in the library
   * @param result what the training left
   */
  public record Kept<R>(ModelEntry entry, GenerativeResult<R> result) {}

  /** The training exploded, but an epoch before had gone well and is in the library. */
  static final class DivergedAndKept extends LabException {
    private static final long serialVersionUID = 1;

    DivergedAndKept(TrainingDiverged cause) {
      super(cause.getMessage(), cause);
    }
  }

  TrainAndKeep(CompletableFuture<Compute> compute, ModelKeeper keeper, GenerativeRun<B, R> run) {
    this.compute = compute;
    this.keeper = keeper;
    this.run = run;
  }

  @Override
  public String name() {
    return run.settings().network().title();
  }

  @Override
  public Kept<R> run(JobContext<GenerativeEvent<B, R>> context) {
    GenerativeJob<B, R> job =
        new GenerativeJob<>(compute.join(), run.data(), run.settings(), run.start());
    try {
      GenerativeResult<R> result = job.run(context);
      if (result.steps() == 0) {
        throw new CancellationException("stopped before the first step");
      }
      return new Kept<>(keep(run.course().now(), result.weights()), result);
    } catch (TrainingDiverged diverged) {
      if (diverged.epochs() == 0) {
        throw diverged;
      }
      keep(run.course().epochsBefore() + diverged.epochs(), diverged.lastGood());
      throw new DivergedAndKept(diverged);
    }
  }

  private ModelEntry keep(double epochs, Weights weights) {
    return keeper.keep(
        run.settings().network().title(),
        name -> GenerativeModels.card(name, run.settings(), run.data().id(), epochs),
        weights);
  }
}
