package epsilonlab.ui.defend;

import epsilonlab.defence.RaceEvent;
import epsilonlab.defence.RaceJob;
import epsilonlab.defence.RaceResult;
import epsilonlab.defence.Trained;
import epsilonlab.engine.Cancellation;
import epsilonlab.engine.Compute;
import epsilonlab.engine.LabException;
import epsilonlab.job.Job;
import epsilonlab.job.JobContext;
import epsilonlab.model.Classifier;
import epsilonlab.model.ModelEntry;
import epsilonlab.model.Weights;
import epsilonlab.ui.ModelKeeper;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;

/**
 * Runs a race and puts every network of it into the library, also when it is stopped on the way; so
 * whoever waits for this job waits until nothing can be lost any more.
 */
final class RaceAndKeep implements Job<RaceEvent, RaceAndKeep.Kept> {
  private final CompletableFuture<Compute> compute;
  private final ModelKeeper keeper;
  private final RacePlan plan;

  /**
   * What a race left.
   *
   * @param models in the library, in the order of the methods
   * @param troubles a sentence for each training that exploded or could not be kept there
   */
  record Kept(List<RaceModel> models, List<String> troubles) {}

  RaceAndKeep(CompletableFuture<Compute> compute, ModelKeeper keeper, RacePlan plan) {
    this.compute = compute;
    this.keeper = keeper;
    this.plan = plan;
  }

  @Override
  public String name() {
    return "Race of " + plan.settings().architecture().title();
  }

  @Override
  public Kept run(JobContext<RaceEvent> context) {
    RaceResult result = new RaceJob(compute.join(), plan.data(), plan.settings()).run(context);
    List<String> troubles = new ArrayList<>(result.troubles());
    List<RaceModel> models = new ArrayList<>();
    for (Trained trained : result.trained()) {
      try {
        models.add(keep(trained));
      } catch (LabException unwritable) {
        // the others must still be kept
        troubles.add(unwritable.getMessage());
      }
    }
    if (models.isEmpty() && troubles.isEmpty()) {
      throw new CancellationException("stopped before the first step");
    }
    if (models.isEmpty()) {
      throw new LabException(String.join(" ", troubles));
    }
    return new Kept(models, troubles);
  }

  private RaceModel keep(Trained trained) {
    Weights weights = trained.result().weights();
    ModelEntry entry = keeper.keep(plan.title(trained), name -> plan.card(name, trained), weights);
    Classifier[] loaded = new Classifier[1];
    // of a race that was stopped the networks are asked as well
    new Cancellation()
        .during(
            () ->
                loaded[0] =
                    new Classifier(
                        compute.join(),
                        entry.card().name(),
                        trained.result().architecture(),
                        weights));
    return new RaceModel(trained.method(), entry, loaded[0]);
  }
}
