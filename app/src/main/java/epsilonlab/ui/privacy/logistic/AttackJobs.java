package epsilonlab.ui.privacy.logistic;

import epsilonlab.data.DataSet;
import epsilonlab.data.DataSets;
import epsilonlab.engine.Compute;
import epsilonlab.engine.LabException;
import epsilonlab.generative.Gan;
import epsilonlab.generative.GenerativeModels;
import epsilonlab.generative.TrainedGan;
import epsilonlab.job.Job;
import epsilonlab.job.JobContext;
import epsilonlab.model.Classifier;
import epsilonlab.model.ModelEntry;
import epsilonlab.model.Weights;
import epsilonlab.privacy.inference.Candidates;
import epsilonlab.privacy.inference.DiscriminatorAttack;
import epsilonlab.privacy.inference.InferenceEvent;
import epsilonlab.privacy.inference.InferenceJob;
import epsilonlab.privacy.inference.InferenceSettings;
import epsilonlab.privacy.inference.LogisticTrainer;
import epsilonlab.privacy.inference.NetworkTarget;
import epsilonlab.privacy.inference.NetworkTrainer;
import epsilonlab.privacy.inference.ShadowTrainer;
import epsilonlab.privacy.inference.Target;
import epsilonlab.ui.DataHolder;
import epsilonlab.ui.LabSession;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Makes the jobs of the page of stronger attacks, one for each kind of target; on the FX thread.
 */
final class AttackJobs {
  private final LabSession session;
  private final DataHolder data;

  AttackJobs(LabSession session, DataHolder data) {
    this.session = session;
    this.data = data;
  }

  /**
   * On a logistic regression that is fitted first.
   *
   * @throws LabException while there is no data set
   */
  Job<AttackNews, Void> logistic(LogisticForm.Chosen chosen, InferenceSettings settings) {
    DataSet now = data.data().get();
    if (now == null) {
      throw new LabException("The data set is still being loaded; try again in a moment.");
    }
    return named(
        "Membership attacks, logistic regression",
        context -> {
          Compute compute = session.compute().join();
          Candidates candidates = Candidates.of(now, chosen.n());
          ShadowTrainer trainer = new LogisticTrainer(compute, chosen.c());
          context.emit(new AttackNews.Started(empty(trainer.describe(), now, candidates, true)));
          attack(context, candidates, Optional.empty(), trainer, settings);
        });
  }

  /**
   * On the model in use.
   *
   * @throws LabException if there is none
   */
  Job<AttackNews, Void> classifier(LogisticForm.Chosen chosen, InferenceSettings settings) {
    ModelEntry entry = session.model().get();
    if (entry == null) {
      throw new LabException("There is no model in use; train one in the Train tab.");
    }
    List<DataSet> known = loaded();
    return named(
        "Membership attacks, " + entry.card().name(),
        context -> {
          Compute compute = session.compute().join();
          Classifier classifier = session.classifier(entry);
          DataSet own = dataOf(entry, known);
          Candidates candidates = Candidates.of(own, chosen.n());
          ShadowTrainer trainer =
              new NetworkTrainer(
                  compute,
                  classifier.architecture(),
                  NetworkTrainer.training(
                      NetworkTrainer.EPOCHS, NetworkTrainer.BATCH, chosen.seed()));
          context.emit(new AttackNews.Started(empty(entry.card().name(), own, candidates, false)));
          attack(
              context,
              candidates,
              Optional.of(new NetworkTarget(compute, classifier)),
              trainer,
              settings);
        });
  }

  /**
   * On the discriminator of a GAN.
   *
   * @param entry the GAN, or null
   * @throws LabException if there is none
   */
  Job<AttackNews, Void> discriminator(LogisticForm.Chosen chosen, ModelEntry entry) {
    if (entry == null) {
      throw new LabException("There is no GAN in the library; train one in the Generate tab.");
    }
    List<DataSet> known = loaded();
    return named(
        "Membership attack, " + entry.card().name(),
        context -> {
          Compute compute = session.compute().join();
          Weights weights = session.library().weights(entry.id());
          Gan network = (Gan) GenerativeModels.of(entry.card().architecture(), weights);
          DataSet own = dataOf(entry, known);
          Candidates candidates = Candidates.of(own, chosen.n());
          context.emit(
              new AttackNews.Started(
                  empty("the discriminator of " + entry.card().name(), own, candidates, false)));
          TrainedGan gan = new TrainedGan(compute, network, weights);
          double[] members = DiscriminatorAttack.judge(gan, candidates.members());
          context.check();
          double[] others = DiscriminatorAttack.judge(gan, candidates.others());
          context.emit(new AttackNews.Found(AttackScores.discriminator(members, others)));
        });
  }

  private void attack(
      JobContext<AttackNews> context,
      Candidates candidates,
      Optional<Target> target,
      ShadowTrainer trainer,
      InferenceSettings settings) {
    Compute compute = session.compute().join();
    new InferenceJob(compute, candidates, target, trainer, settings)
        .run(
            context.forwarding(
                event -> {
                  if (event instanceof InferenceEvent.Asked asked) {
                    return new AttackNews.Accuracies(asked.memberAccuracy(), asked.otherAccuracy());
                  }
                  return event instanceof InferenceEvent.Found found
                      ? new AttackNews.Found(
                          AttackScores.of(found.outcome(), candidates.members().size()))
                      : null;
                }));
  }

  private static AttackFindings empty(
      String target, DataSet data, Candidates candidates, boolean learntSurely) {
    return new AttackFindings(
        target, data, candidates, learntSurely, Double.NaN, Double.NaN, List.of());
  }

  /** The data sets that are there already; on the FX thread. */
  private List<DataSet> loaded() {
    return Stream.of(session.data().get(), data.data().get()).filter(Objects::nonNull).toList();
  }

  /** What a model of the library learned from; on a job's thread. */
  private DataSet dataOf(ModelEntry entry, List<DataSet> known) {
    String id = entry.card().dataset();
    for (DataSet one : known) {
      if (one.id().equals(id)) {
        return one;
      }
    }
    if (!DataSets.names().contains(id)) {
      throw new LabException(
          "Nobody knows what %s learned from, so there are no members to find; choose a model that was trained here."
              .formatted(entry.card().name()));
    }
    Optional<Path> folder = session.folder();
    DataSet loaded = DataSets.load(folder, id, session.home().downloads(), 0);
    if (!loaded.id().equals(id)) {
      throw new LabException(
          "%s learned from %s, which is not on this machine; get it in the Train tab first."
              .formatted(entry.card().name(), DataSets.title(id)));
    }
    return loaded;
  }

  private interface Body {
    void run(JobContext<AttackNews> context) throws Exception;
  }

  private static Job<AttackNews, Void> named(String name, Body body) {
    return new Job<>() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public Void run(JobContext<AttackNews> context) throws Exception {
        body.run(context);
        return null;
      }
    };
  }
}
