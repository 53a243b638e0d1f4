package epsilonlab.ui.generate.vae;

import epsilonlab.engine.LabException;
import epsilonlab.engine.Seed;
import epsilonlab.generative.GenerativeModels;
import epsilonlab.generative.Pictures;
import epsilonlab.generative.TrainedVae;
import epsilonlab.generative.Vae;
import epsilonlab.generative.VaeBatch;
import epsilonlab.generative.VaeEpoch;
import epsilonlab.generative.VaeSettings;
import epsilonlab.job.Latest;
import epsilonlab.job.Work;
import epsilonlab.model.ModelEntry;
import epsilonlab.model.Weights;
import epsilonlab.ui.LabServices;
import epsilonlab.ui.LabSession;
import epsilonlab.ui.generate.run.GenerativeRun;
import epsilonlab.ui.generate.run.ShownCourse;
import epsilonlab.ui.generate.run.Trainings;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * The VAE part of the Generate tab: the form, the trainings, and the VAE that is looked at, which
 * is that of the training at the epoch that is looked at, or one from the library. Belongs to the
 * FX thread; needs no screen.
 */
final class VaeViewModel {
  private static final int SAMPLES = 16;

  private final LabSession session;
  private final VaeForm form;
  private final Trainings<VaeBatch, VaeEpoch> trainings;
  private final ShownCourse<VaeBatch, VaeEpoch> course;
  private final LatentSpace space;
  private final LatentCursor cursor;
  private final MapPainter painter;
  private final Latest<OpenedVae> opening;
  private final Latest<Pictures> sampling;
  private final ReadOnlyObjectWrapper<OpenedVae> opened = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Pictures> samples = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Vae> network = new ReadOnlyObjectWrapper<>();

  VaeViewModel(LabServices services) {
    session = services.session();
    form = new VaeForm(session);
    trainings = new Trainings<>(services, form::settings);
    course = new ShownCourse<>(trainings);
    space = new LatentSpace(session);
    cursor = new LatentCursor(session, space);
    painter = new MapPainter(session, space, cursor);
    opening = new Latest<>(session.jobs(), session.fx());
    sampling = new Latest<>(session.jobs(), session.fx());
    trainings
        .shown()
        .addListener(
            (property, before, now) -> {
              close();
              follow();
            });
    trainings.version().addListener((property, before, now) -> follow());
    course.lookedAt().epoch().addListener((property, before, now) -> follow());
    course.pictures().addListener((property, before, now) -> follow());
  }

  LabSession session() {
    return session;
  }

  VaeForm form() {
    return form;
  }

  Trainings<VaeBatch, VaeEpoch> trainings() {
    return trainings;
  }

  /** The shown training at the epoch that is looked at. */
  ShownCourse<VaeBatch, VaeEpoch> course() {
    return course;
  }

  LatentSpace space() {
    return space;
  }

  LatentCursor cursor() {
    return cursor;
  }

  MapPainter painter() {
    return painter;
  }

  /** The VAE from the library that is looked at; null while it is a training's. */
  ReadOnlyObjectProperty<OpenedVae> opened() {
    return opened.getReadOnlyProperty();
  }

  /** The sizes of what is looked at; null before the first. */
  ReadOnlyObjectProperty<Vae> network() {
    return network.getReadOnlyProperty();
  }

  /** Sixteen digits from the unit Gaussian; null before the first. */
  ReadOnlyObjectProperty<Pictures> samples() {
    return samples.getReadOnlyProperty();
  }

  /** How the shown training is trained; null before the first. */
  VaeSettings settings() {
    GenerativeRun<VaeBatch, VaeEpoch> run = trainings.shown().get();
    return run == null ? null : (VaeSettings) run.settings();
  }

  /** What was measured at the epoch that is looked at; empty for one from the library. */
  Optional<VaeEpoch> record() {
    return opened.get() == null ? course.record() : Optional.empty();
  }

  /** The weights that are looked at. */
  Optional<Weights> weights() {
    OpenedVae now = opened.get();
    return now == null ? ofTraining() : Optional.of(now.weights());
  }

  // one that was stopped within an epoch knows more than after its last whole one
  private Optional<Weights> ofTraining() {
    GenerativeRun<VaeBatch, VaeEpoch> run = trainings.shown().get();
    return run != null && run.kept() != null && course.lookedAt().live().get()
        ? Optional.of(run.kept().result().weights())
        : course.weights();
  }

  /** Remembers the form if it is right, and says what is wrong if not. */
  void checkForm() {
    try {
      form.settings();
      trainings.complaint().set("");
    } catch (LabException wrong) {
      trainings.complaint().set(wrong.getMessage());
    }
  }

  /** Starts, pauses or goes on with the training, which is shown again if it was not. */
  void startOrPause() {
    close();
    trainings.startOrPause();
    follow();
  }

  /** Goes on from the epoch that is looked at with another beta. */
  void goOn(String beta) {
    form.fields().text(VaeForm.BETA).set(beta);
    trainings.restartFrom(course.lookedAt().epoch().get());
  }

  /** Shows one from the library. */
  void open(ModelEntry entry) {
    opening.request(
        Work.following("Open " + entry.card().name(), () -> load(entry)),
        vae -> {
          opened.set(vae);
          follow();
        },
        session::fail);
  }

  private OpenedVae load(ModelEntry entry) {
    Weights weights = session.library().weights(entry.id());
    Vae vae = (Vae) GenerativeModels.of(entry.card().architecture(), weights);
    return new OpenedVae(entry, vae, weights);
  }

  private void close() {
    opening.forget();
    sampling.forget();
    opened.set(null);
  }

  private void follow() {
    OpenedVae from = opened.get();
    if (from != null) {
      if (network.get() != from.network()) {
        network.set(from.network());
        sample(from);
      }
      space.show(from.network(), from.weights());
      return;
    }
    VaeSettings settings = settings();
    if (settings != null) {
      network.set(settings.network());
      samples.set(course.pictures().get());
      ofTraining().ifPresent(weights -> space.show(settings.network(), weights));
    }
  }

  private void sample(OpenedVae from) {
    int latent = from.network().latent();
    float[] z = Seed.of(session.seed().get()).split("samples").gaussian(SAMPLES * latent);
    sampling.request(
        Work.following(
            "Samples",
            () ->
                new TrainedVae(session.compute().join(), from.network(), from.weights()).decode(z)),
        samples::set,
        session::fail);
  }
}
