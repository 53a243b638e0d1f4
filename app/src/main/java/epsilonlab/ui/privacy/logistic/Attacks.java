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
import epsilonlab.training.OptimizerKind;
import epsilonlab.training.Schedule;
import epsilonlab.training.TrainingSettings;
import epsilonlab.ui.CurrentJob;
import epsilonlab.ui.DataHolder;
import epsilonlab.ui.LabSession;
import epsilonlab.ui.privacy.microscope.MicroscopeModel;
import epsilonlab.ui.privacy.microscope.ScoreBar;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

/**
 * The page of stronger attacks: who was in the training set of a logistic regression, of the model
 * in use or of a GAN? Belongs to the FX thread; needs no screen.
 */
final class Attacks {
  private static final int EPOCHS = 50;
  private static final int BATCH = 32;

  private final LabSession session;
  private final DataHolder data;
  private final LogisticForm shared;
  private final AttackForm form;
  private final CurrentJob job;
  private final MicroscopeModel microscope;
  private final ReadOnlyObjectWrapper<AttackFindings> findings = new ReadOnlyObjectWrapper<>();
  private final ObjectProperty<AttackScores> selected = new SimpleObjectProperty<>();
  private final ReadOnlyObjectWrapper<ScoreBar> bar = new ReadOnlyObjectWrapper<>();

  /** What the job says on its way; the first says what is attacked. */
  private sealed interface News {
    record Started(AttackFindings empty) implements News {}

    record Accuracies(double members, double others) implements News {}

    record Found(AttackScores attack) implements News {}
  }

  Attacks(LabSession session, DataHolder data, LogisticForm shared) {
    this.session = session;
    this.data = data;
    this.shared = shared;
    form = new AttackForm(session);
    job = new CurrentJob(session);
    microscope = new MicroscopeModel(bar::set);
    selected.addListener((property, before, now) -> show(now));
  }

  AttackForm form() {
    return form;
  }

  CurrentJob job() {
    return job;
  }

  LabSession session() {
    return session;
  }

  MicroscopeModel microscope() {
    return microscope;
  }

  /** What was found last; null before the first attack. */
  ReadOnlyObjectProperty<AttackFindings> findings() {
    return findings.getReadOnlyProperty();
  }

  /** The attack under the microscope, or null. */
  ObjectProperty<AttackScores> selected() {
    return selected;
  }

  /** The bar that is looked into, or null. */
  ReadOnlyObjectProperty<ScoreBar> bar() {
    return bar.getReadOnlyProperty();
  }

  private void show(AttackScores attack) {
    bar.set(null);
    // a threshold on one score means nothing on another
    microscope.moveToBest();
    microscope.show(attack == null ? null : attack.scores());
  }

  /** Attacks, or stops; what was found by then stays. */
  void startOrCancel() {
    if (job.running().get()) {
      job.cancel();
      return;
    }
    if (!shared.commit()) {
      return;
    }
    try {
      Job<News, Void> work = work();
      form.complaint().set("");
      job.start(work, this::learn, all -> {}, () -> {});
    } catch (LabException wrong) {
      form.complaint().set(wrong.getMessage());
    }
  }

  private void learn(News news) {
    if (news instanceof News.Started started) {
      findings.set(started.empty());
      selected.set(null);
    } else if (news instanceof News.Accuracies known) {
      findings.set(findings.get().with(known.members(), known.others()));
    } else if (news instanceof News.Found found) {
      findings.set(findings.get().with(found.attack()));
      if (selected.get() == null) {
        selected.set(found.attack());
      }
    }
  }

  private Job<News, Void> work() {
    LogisticForm.Chosen chosen = shared.chosen().get();
    return switch (form.target().get()) {
      case LOGISTIC -> logistic(chosen, form.read(chosen.seed()));
      case MODEL -> classifier(chosen, form.read(chosen.seed()));
      case GAN -> discriminator(chosen);
    };
  }

  private Job<News, Void> logistic(LogisticForm.Chosen chosen, InferenceSettings settings) {
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
          context.emit(new News.Started(empty(trainer.describe(), now, candidates, true)));
          attack(context, candidates, Optional.empty(), trainer, settings);
        });
  }

  private Job<News, Void> classifier(LogisticForm.Chosen chosen, InferenceSettings settings) {
    ModelEntry entry = session.model().get();
    if (entry == null) {
      throw new LabException("There is no model in use; train one in the Train tab.");
    }
    return named(
        "Membership attacks, " + entry.card().name(),
        context -> {
          Compute compute = session.compute().join();
          Classifier classifier = session.classifier(entry);
          DataSet own = dataOf(entry);
          Candidates candidates = Candidates.of(own, chosen.n());
          ShadowTrainer trainer =
              new NetworkTrainer(
                  compute,
                  classifier.architecture(),
                  new TrainingSettings(
                      OptimizerKind.ADAM,
                      1e-3,
                      Schedule.CONSTANT,
                      0.9,
                      0,
                      BATCH,
                      EPOCHS,
                      chosen.seed()));
          context.emit(new News.Started(empty(entry.card().name(), own, candidates, false)));
          attack(
              context,
              candidates,
              Optional.of(new NetworkTarget(compute, classifier)),
              trainer,
              settings);
        });
  }

  private Job<News, Void> discriminator(LogisticForm.Chosen chosen) {
    ModelEntry entry = form.gan().get();
    if (entry == null) {
      throw new LabException("There is no GAN in the library; train one in the Generate tab.");
    }
    return named(
        "Membership attack, " + entry.card().name(),
        context -> {
          Compute compute = session.compute().join();
          Weights weights = session.library().weights(entry.id());
          Gan network = (Gan) GenerativeModels.of(entry.card().architecture(), weights);
          DataSet own = dataOf(entry);
          Candidates candidates = Candidates.of(own, chosen.n());
          context.emit(
              new News.Started(
                  empty("the discriminator of " + entry.card().name(), own, candidates, false)));
          TrainedGan gan = new TrainedGan(compute, network, weights);
          double[] members = DiscriminatorAttack.judge(gan, candidates.members());
          context.check();
          double[] others = DiscriminatorAttack.judge(gan, candidates.others());
          context.emit(new News.Found(AttackScores.discriminator(members, others)));
        });
  }

  private void attack(
      JobContext<News> context,
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
                    return new News.Accuracies(asked.memberAccuracy(), asked.otherAccuracy());
                  }
                  return event instanceof InferenceEvent.Found found
                      ? new News.Found(
                          AttackScores.of(found.outcome(), candidates.members().size()))
                      : null;
                }));
  }

  private static AttackFindings empty(
      String target, DataSet data, Candidates candidates, boolean learntSurely) {
    return new AttackFindings(
        target, data, candidates, learntSurely, Double.NaN, Double.NaN, List.of());
  }

  /** What a model of the library learned from; on a job's thread. */
  private DataSet dataOf(ModelEntry entry) {
    String id = entry.card().dataset();
    for (DataSet known : new DataSet[] {session.data().get(), data.data().get()}) {
      if (known != null && known.id().equals(id)) {
        return known;
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
    void run(JobContext<News> context) throws Exception;
  }

  private static Job<News, Void> named(String name, Body body) {
    return new Job<>() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public Void run(JobContext<News> context) throws Exception {
        body.run(context);
        return null;
      }
    };
  }
}
