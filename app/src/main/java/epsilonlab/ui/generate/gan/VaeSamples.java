package epsilonlab.ui.generate.gan;

import epsilonlab.engine.Compute;
import epsilonlab.engine.Seed;
import epsilonlab.generative.GenerativeModels;
import epsilonlab.generative.Pictures;
import epsilonlab.generative.TrainedVae;
import epsilonlab.generative.Vae;
import epsilonlab.job.Latest;
import epsilonlab.job.Work;
import epsilonlab.model.ModelEntry;
import epsilonlab.model.ModelLibrary;
import epsilonlab.model.Weights;
import epsilonlab.ui.LabSession;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ListChangeListener;

/**
 * What a VAE makes at the same epoch, to stand beside the GAN: that of this session, or else the
 * newest of the library. Belongs to the FX thread; needs no screen.
 */
final class VaeSamples {
  private static final int SAMPLES = 16;

  private final LabSession session;
  private final Supplier<Course> ofSession;
  private final VaeQuality quality;
  private final Latest<Pictures> decoding;
  private final ReadOnlyObjectWrapper<Shown> shown = new ReadOnlyObjectWrapper<>();
  private Pictures ofLibrary;
  private String decoded = "";

  /**
   * The VAE that is trained in this session.
   *
   * @param pictures what it makes, by epoch; empty for none
   * @param weights those that are kept, by epoch
   */
  record Course(NavigableMap<Integer, Pictures> pictures, NavigableMap<Integer, Weights> weights) {
    /** There is none. */
    static final Course NONE = new Course(new TreeMap<>(), new TreeMap<>());
  }

  /**
   * @param where says which VAE it is, for example "epoch 10"
   */
  record Shown(Pictures pictures, String where) {}

  /**
   * @param ofSession the VAE that is trained in this session
   */
  VaeSamples(LabSession session, Supplier<Course> ofSession) {
    this.session = session;
    this.ofSession = ofSession;
    this.quality = new VaeQuality(session);
    this.decoding = new Latest<>(session.jobs(), session.fx());
    session
        .generativeModels()
        .addListener((ListChangeListener<ModelEntry>) change -> decodeNewest());
  }

  /** The VAE's samples, or null while there is no VAE. */
  ReadOnlyObjectProperty<Shown> shown() {
    return shown.getReadOnlyProperty();
  }

  /** What the model in use takes samples of the VAE for. */
  VaeQuality quality() {
    return quality;
  }

  /** The GAN is looked at after this epoch. */
  void follow(int epoch) {
    Course course = ofSession.get();
    NavigableMap<Integer, Pictures> here = course.pictures();
    if (here.isEmpty()) {
      decodeNewest();
      shown.set(ofLibrary == null ? null : new Shown(ofLibrary, "library"));
      String id = decoded;
      if (id.isEmpty()) {
        quality.none();
      } else {
        quality.follow(id, () -> session.library().weights(id));
      }
    } else {
      int same = here.floorKey(Math.max(here.firstKey(), epoch));
      if (shown.get() == null || shown.get().pictures() != here.get(same)) {
        shown.set(new Shown(here.get(same), "epoch " + same));
      }
      var kept = course.weights().floorEntry(same);
      if (kept == null) {
        quality.none();
      } else {
        // a later training has other weights at the same epoch
        quality.follow(List.of(kept.getKey(), kept.getValue()), kept::getValue);
      }
    }
  }

  private void decodeNewest() {
    ModelEntry newest =
        session.generativeModels().stream()
            .filter(entry -> entry.card().architecture().equals(Vae.ID))
            .findFirst()
            .orElse(null);
    String id = newest == null ? "" : newest.id();
    if (id.equals(decoded)) {
      return;
    }
    decoded = id;
    ofLibrary = null;
    if (newest == null) {
      decoding.forget();
    } else {
      decoding.request(
          Work.following(
              "Decode " + newest.card().name(),
              () -> decode(session.compute().join(), session.library(), newest)),
          made -> ofLibrary = made,
          session::fail);
    }
  }

  private static Pictures decode(Compute compute, ModelLibrary library, ModelEntry entry) {
    Weights weights = library.weights(entry.id());
    Vae network = (Vae) GenerativeModels.of(entry.card().architecture(), weights);
    Seed noise = Seed.of(entry.card().seed()).split("samples");
    return new TrainedVae(compute, network, weights)
        .decode(noise.gaussian(SAMPLES * network.latent()));
  }
}
