package epsilonlab.ui.generate.gan;

import epsilonlab.engine.Compute;
import epsilonlab.engine.Seed;
import epsilonlab.generative.GenerativeModels;
import epsilonlab.generative.SampleClasses;
import epsilonlab.generative.TrainedVae;
import epsilonlab.generative.Vae;
import epsilonlab.job.Latest;
import epsilonlab.job.Work;
import epsilonlab.model.Classifier;
import epsilonlab.model.ModelEntry;
import epsilonlab.model.Weights;
import epsilonlab.ui.LabSession;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * What the model in use takes samples of the VAE for, as many as of the GAN, so that both can be
 * compared in numbers. Belongs to the FX thread; needs no screen.
 */
final class VaeQuality {
  private final LabSession session;
  private final Latest<SampleClasses> latest;
  private final ReadOnlyObjectWrapper<SampleClasses> classes = new ReadOnlyObjectWrapper<>();
  private Object measured = "";

  VaeQuality(LabSession session) {
    this.session = session;
    this.latest = new Latest<>(session.jobs(), session.fx());
  }

  /** The answers, or null while there are none. */
  ReadOnlyObjectProperty<SampleClasses> classes() {
    return classes.getReadOnlyProperty();
  }

  /** There is no VAE whose weights are known. */
  void none() {
    latest.forget();
    measured = "";
    classes.set(null);
  }

  /**
   * Measures this VAE, unless it is the one that was measured last.
   *
   * @param which equal for the same weights
   * @param weights reads them; on a job's thread
   */
  void follow(Object which, Supplier<Weights> weights) {
    ModelEntry model = session.model().get();
    Object now = List.of(which, model == null ? "" : model.id());
    if (Objects.equals(now, measured)) {
      return;
    }
    none();
    measured = now;
    if (model != null) {
      latest.request(
          Work.following(
              "Read the VAE's samples",
              () -> read(session.compute().join(), weights.get(), session.classifier(model))),
          classes::set,
          session::fail);
    }
  }

  private static SampleClasses read(Compute compute, Weights weights, Classifier classifier) {
    Vae network = (Vae) GenerativeModels.of(Vae.ID, weights);
    float[] noise = Seed.of(0).split("quality").gaussian(GanLook.SAMPLES * network.latent());
    return SampleClasses.of(
        compute, classifier, new TrainedVae(compute, network, weights).decode(noise));
  }
}
