package epsilonlab.ui.generate.denoise;

import epsilonlab.data.DataSet;
import epsilonlab.generative.DenoisingBatch;
import epsilonlab.generative.DenoisingEpoch;
import epsilonlab.generative.Noise;
import epsilonlab.model.ModelEntry;
import epsilonlab.ui.LabServices;
import epsilonlab.ui.LabSession;
import epsilonlab.ui.Phase;
import epsilonlab.ui.generate.run.ShownCourse;
import epsilonlab.ui.generate.run.Trainings;
import java.util.List;
import java.util.Objects;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;

/**
 * What the denoising part shows: follows the autoencoder that is looked at, the digits, the noise
 * and the model in use, and keeps what is restored and attacked up to date. Belongs to the FX
 * thread; needs no screen.
 */
final class DenoiseViewModel {
  private static final double STEP = 0.01;

  private final LabSession session;
  private final DenoiseForm form;
  private final Trainings<DenoisingBatch, DenoisingEpoch> trainings;
  private final ShownCourse<DenoisingBatch, DenoisingEpoch> course;
  private final InView inView;
  private final DigitRow digits;
  private final Restoring restoring;
  private final DefenceStudy defence;
  private final DoubleProperty noise = new SimpleDoubleProperty();
  private Object introduced;
  private Suggestion suggested;
  private boolean looked;
  private boolean behind;

  /** What digits were suggested for; the first by identity. */
  private record Suggestion(Object training, String model, String data) {}

  DenoiseViewModel(LabServices services) {
    session = services.session();
    form = new DenoiseForm(session);
    trainings = new Trainings<>(services, form::read);
    course = new ShownCourse<>(trainings);
    inView = new InView(session, trainings, course);
    digits = new DigitRow(session);
    LoadedAutoencoders loaded = new LoadedAutoencoders(session.compute());
    restoring = new Restoring(session, loaded);
    defence = new DefenceStudy(session, loaded);
    noise.set(session.settings().get(DenoiseSettings.NOISE_NOW));
    noise.addListener((property, before, now) -> noiseChanged());
    inView.autoencoder().addListener((property, before, now) -> autoencoderChanged(now));
    session.data().addListener((property, before, now) -> dataChanged());
    session.onOtherNetwork(this::everythingChanged);
    session.seed().addListener((property, before, now) -> everythingChanged());
    digits.samples().addListener((property, before, now) -> digitsChanged());
    digits.selected().addListener((property, before, now) -> followDefence());
    restoring.many().addListener((property, before, now) -> suggest(now));
    trainings.phase().addListener((property, before, now) -> suggest(restoring.many().get()));
  }

  LabSession session() {
    return session;
  }

  DenoiseForm form() {
    return form;
  }

  Trainings<DenoisingBatch, DenoisingEpoch> trainings() {
    return trainings;
  }

  ShownCourse<DenoisingBatch, DenoisingEpoch> course() {
    return course;
  }

  InView inView() {
    return inView;
  }

  DigitRow digits() {
    return digits;
  }

  Restoring restoring() {
    return restoring;
  }

  DefenceStudy defence() {
    return defence;
  }

  /** The size of the noise that is looked at, from 0 to {@link #mostNoise}. */
  DoubleProperty noise() {
    return noise;
  }

  /** The right end of the noise's scale: 1, or more where the training had more. */
  double mostNoise() {
    Autoencoder of = inView.autoencoder().get();
    return of == null ? 1 : Math.max(1, Math.ceil(of.noise().size()));
  }

  /** Moves the noise by hundredths. */
  void moveNoise(int hundredths) {
    double wanted = Math.rint(noise.get() / STEP + hundredths) / 100;
    noise.set(Math.max(0, Math.min(mostNoise(), wanted)));
  }

  /** Works only while the part is looked at, and catches up when it is looked at again. */
  void setLooked(boolean now) {
    looked = now;
    if (now && behind) {
      everythingChanged();
    }
  }

  /** Whether something has changed while the part was out of sight, and is not shown yet. */
  boolean isBehind() {
    return behind;
  }

  private Noise noiseNow() {
    return inView.autoencoder().get().noise().of(Math.min(noise.get(), mostNoise()));
  }

  private void autoencoderChanged(Autoencoder now) {
    Object training = training();
    if (now != null && training != introduced) {
      introduced = training;
      noise.set(now.noise().size());
    }
    everythingChanged();
  }

  /** What the autoencoder belongs to: an entry of the library or a training; null for neither. */
  private Object training() {
    ModelEntry opened = inView.opened().get();
    return opened != null ? opened : trainings.shown().get();
  }

  private void noiseChanged() {
    session.settings().set(DenoiseSettings.NOISE_NOW, noise.get());
    if (isReady()) {
      restoring.showGrid(inView.autoencoder().get(), Digits.of(digits.samples().get()), noiseNow());
      restoring.countMany(inView.autoencoder().get(), noiseNow());
    }
  }

  private void dataChanged() {
    restoring.clear();
    everythingChanged();
  }

  private void digitsChanged() {
    if (isReady()) {
      restoring.showGrid(inView.autoencoder().get(), Digits.of(digits.samples().get()), noiseNow());
    }
    followDefence();
  }

  private boolean isReady() {
    boolean ready = inView.autoencoder().get() != null && !digits.samples().get().isEmpty();
    behind |= ready && !looked;
    return ready && looked;
  }

  private void everythingChanged() {
    if (inView.autoencoder().get() == null || digits.samples().get().isEmpty()) {
      restoring.clear();
    } else if (isReady()) {
      behind = false;
      noiseChanged();
    }
    followDefence();
  }

  private void followDefence() {
    List<Sample> all = digits.samples().get();
    int column = digits.selected().get();
    Sample selected = column >= 0 && column < all.size() ? all.get(column) : null;
    defence.follow(looked ? inView.autoencoder().get() : null, selected);
  }

  /** Forgets the digits that the user chose, and shows those that teach. */
  void suggestAgain() {
    digits.reset();
    suggested = null;
    suggest(restoring.many().get());
  }

  /** Once for every training: digits that show what it can do and what it cannot. */
  private void suggest(Restoring.Many many) {
    ModelEntry model = session.model().get();
    DataSet data = session.data().get();
    if (many.count() == 0 || model == null || data == null) {
      return;
    }
    boolean settled =
        trainings.phase().get() == Phase.IDLE
            && !restoring.stale().get()
            && (inView.opened().get() != null || course.lookedAt().live().get());
    Suggestion now = new Suggestion(training(), model.sha256(), data.sha256());
    if (settled && !isSame(now, suggested)) {
      suggested = now;
      digits.suggest(many.teaching());
    }
  }

  private static boolean isSame(Suggestion one, Suggestion other) {
    return other != null
        && one.training() == other.training()
        && Objects.equals(one.model(), other.model())
        && Objects.equals(one.data(), other.data());
  }
}
