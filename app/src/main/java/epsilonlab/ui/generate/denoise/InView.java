package epsilonlab.ui.generate.denoise;

import epsilonlab.engine.LabException;
import epsilonlab.generative.DenoisingAutoencoder;
import epsilonlab.generative.DenoisingBatch;
import epsilonlab.generative.DenoisingEpoch;
import epsilonlab.generative.DenoisingSettings;
import epsilonlab.generative.GenerativeModels;
import epsilonlab.generative.GenerativeNetwork;
import epsilonlab.job.Latest;
import epsilonlab.job.Work;
import epsilonlab.model.ModelEntry;
import epsilonlab.model.Weights;
import epsilonlab.ui.LabSession;
import epsilonlab.ui.generate.run.GenerativeRun;
import epsilonlab.ui.generate.run.ShownCourse;
import epsilonlab.ui.generate.run.Trainings;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * The autoencoder that is looked at: the shown training's at the epoch that is looked at, or one
 * that was opened from the library. Belongs to the FX thread; needs no screen.
 */
final class InView {
  private final LabSession session;
  private final Trainings<DenoisingBatch, DenoisingEpoch> trainings;
  private final ShownCourse<DenoisingBatch, DenoisingEpoch> course;
  private final Latest<Autoencoder> opening;
  private final ReadOnlyObjectWrapper<Autoencoder> autoencoder = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<ModelEntry> opened = new ReadOnlyObjectWrapper<>();

  InView(
      LabSession session,
      Trainings<DenoisingBatch, DenoisingEpoch> trainings,
      ShownCourse<DenoisingBatch, DenoisingEpoch> course) {
    this.session = session;
    this.trainings = trainings;
    this.course = course;
    opening = new Latest<>(session.jobs(), session.fx());
    trainings.shown().addListener((property, before, now) -> backToTraining());
    trainings.version().addListener((property, before, now) -> follow());
    course.lookedAt().epoch().addListener((property, before, now) -> follow());
    course.lookedAt().live().addListener((property, before, now) -> follow());
  }

  /** What is looked at, or null before the first. */
  ReadOnlyObjectProperty<Autoencoder> autoencoder() {
    return autoencoder.getReadOnlyProperty();
  }

  /** The entry of the library that is looked at, or null. */
  ReadOnlyObjectProperty<ModelEntry> opened() {
    return opened.getReadOnlyProperty();
  }

  /** Looks at an autoencoder of the library. */
  void open(ModelEntry entry) {
    opening.request(
        Work.following("Open " + entry.card().name(), () -> load(entry)),
        loaded -> {
          opened.set(entry);
          autoencoder.set(loaded);
        },
        session::fail);
  }

  private Autoencoder load(ModelEntry entry) {
    Weights weights = session.library().weights(entry.id());
    GenerativeNetwork network = GenerativeModels.of(entry.card().architecture(), weights);
    if (network instanceof DenoisingAutoencoder denoising) {
      return Autoencoder.of(entry.card(), denoising, weights);
    }
    throw new LabException(
        entry.card().name()
            + " is a "
            + network.title()
            + ", which restores no noisy digits; open a denoising autoencoder here.");
  }

  /** Looks at the training again. */
  void backToTraining() {
    opening.forget();
    opened.set(null);
    follow();
  }

  private void follow() {
    if (opened.get() != null) {
      return;
    }
    Autoencoder now = ofTraining();
    if (now == null ? autoencoder.get() != null : !now.isSame(autoencoder.get())) {
      autoencoder.set(now);
    }
  }

  private Autoencoder ofTraining() {
    GenerativeRun<DenoisingBatch, DenoisingEpoch> run = trainings.shown().get();
    if (run == null || !(run.settings() instanceof DenoisingSettings settings)) {
      return null;
    }
    if (course.lookedAt().live().get() && run.kept() != null) {
      // it may have been stopped within an epoch
      return Autoencoder.of(
          settings, run.data().id(), run.kept().result().weights(), run.course().now());
    }
    return course
        .weights()
        .map(
            weights ->
                Autoencoder.of(settings, run.data().id(), weights, course.lookedAt().epoch().get()))
        .orElse(null);
  }
}
