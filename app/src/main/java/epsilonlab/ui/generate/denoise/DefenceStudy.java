package epsilonlab.ui.generate.denoise;

import epsilonlab.attack.AttackPlan;
import epsilonlab.attack.Attacks;
import epsilonlab.data.DataSet;
import epsilonlab.data.ImageSet;
import epsilonlab.defence.purify.AdaptiveGradient;
import epsilonlab.defence.purify.PurifiedDigit;
import epsilonlab.defence.purify.PurifiedDigitsJob;
import epsilonlab.defence.purify.PurifierCurves;
import epsilonlab.defence.purify.PurifierCurvesJob;
import epsilonlab.defence.purify.PurifierDefence;
import epsilonlab.defence.purify.PurifierEvent;
import epsilonlab.defence.purify.PurifierSetting;
import epsilonlab.job.Job;
import epsilonlab.job.JobContext;
import epsilonlab.job.JobHandle;
import epsilonlab.job.Latest;
import epsilonlab.job.Work;
import epsilonlab.model.ModelEntry;
import epsilonlab.model.Weights;
import epsilonlab.ui.LabSession;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleDoubleProperty;

/**
 * The autoencoder that is looked at as a defence of the model in use: three curves, measured when
 * they are asked for, and one digit, which follows epsilon at once. Belongs to the FX thread; needs
 * no screen.
 */
final class DefenceStudy {
  /** How many test digits are attacked, if there are so many. */
  static final int COUNT = 1000;

  /** The largest epsilon. */
  static final double MOST = 0.3;

  /** Where the curves are measured, besides 0. */
  static final List<Double> EPSILONS = List.of(0.05, 0.1, 0.15, 0.2, 0.25, 0.3);

  private static final int CURVES_KEPT = 8;
  private static final double STEP = 0.01;

  private final LabSession session;
  private final LoadedAutoencoders loaded;
  private final Latest<PurifiedDigit> digitRequests;
  private final DoubleProperty epsilon = new SimpleDoubleProperty();
  private final ReadOnlyObjectWrapper<PurifierCurves> curves =
      new ReadOnlyObjectWrapper<>(PurifierCurves.EMPTY);
  private final ReadOnlyObjectWrapper<Attacked> digit = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
  private final Map<Key, PurifierCurves> known =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, PurifierCurves> eldest) {
          return size() > CURVES_KEPT;
        }
      };
  private JobHandle<PurifierCurves> handle;
  private Key current;
  private Autoencoder autoencoder;
  private Sample sample;

  /** One digit as it was attacked at an epsilon. */
  record Attacked(double epsilon, PurifiedDigit digit) {}

  /** What curves depend on; weights are compared by identity. */
  private static final class Key {
    private final Weights weights;
    private final String model;
    private final String data;
    private final long seed;

    Key(Weights weights, String model, String data, long seed) {
      this.weights = weights;
      this.model = model;
      this.data = data;
      this.seed = seed;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Key key
          && key.weights == weights
          && key.model.equals(model)
          && key.data.equals(data)
          && key.seed == seed;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(weights) * 31 + model.hashCode();
    }
  }

  DefenceStudy(LabSession session, LoadedAutoencoders loaded) {
    this.session = session;
    this.loaded = loaded;
    digitRequests = new Latest<>(session.jobs(), session.fx());
    epsilon.set(session.settings().get(DenoiseSettings.EPSILON));
    epsilon.addListener(
        (property, before, now) -> {
          session.settings().set(DenoiseSettings.EPSILON, now.doubleValue());
          attackDigit();
        });
  }

  /** The largest change of a pixel, from 0 to {@link #MOST}. */
  DoubleProperty epsilon() {
    return epsilon;
  }

  /** What is known of the curves. */
  ReadOnlyObjectProperty<PurifierCurves> curves() {
    return curves.getReadOnlyProperty();
  }

  /** The digit, or null while there is none. */
  ReadOnlyObjectProperty<Attacked> digit() {
    return digit.getReadOnlyProperty();
  }

  /** Whether curves are being measured, or wait for the jobs before. */
  ReadOnlyBooleanProperty running() {
    return running.getReadOnlyProperty();
  }

  /** Moves epsilon by hundredths. */
  void move(int hundredths) {
    set(Math.rint(epsilon.get() / STEP + hundredths) / 100);
  }

  /** Moves epsilon to a value, cut to what there is, in hundredths. */
  void set(double wanted) {
    epsilon.set(Math.max(0, Math.min(MOST, Math.rint(wanted * 100) / 100)));
  }

  /** Another autoencoder, model, data set, seed or digit; null for none. */
  void follow(Autoencoder now, Sample shown) {
    autoencoder = now;
    sample = shown;
    current = key();
    PurifierCurves of = current == null ? null : known.get(current);
    curves.set(of == null ? PurifierCurves.EMPTY : of);
    attackDigit();
  }

  private Key key() {
    ModelEntry model = session.model().get();
    DataSet data = session.data().get();
    return autoencoder == null || model == null || data == null
        ? null
        : new Key(autoencoder.weights(), model.sha256(), data.sha256(), session.seed().get());
  }

  private AttackPlan plan() {
    return AttackPlan.defaults(Attacks.get("pgd"), session.seed().get());
  }

  private void attackDigit() {
    if (current == null || sample == null) {
      digitRequests.forget();
      digit.set(null);
      return;
    }
    Autoencoder of = autoencoder;
    ModelEntry model = session.model().get();
    Digits one = Digits.of(List.of(sample));
    AttackPlan plan = plan();
    double at = epsilon.get();
    digitRequests.request(
        Work.following(
            "Attack a defended digit",
            () -> {
              ImageSet images = labelled(one, model);
              return new PurifiedDigitsJob(
                      loaded.compute(), defence(of, model), images, one::id, plan, at)
                  .run(JobContext.of(event -> {}))
                  .get(0);
            }),
        attacked -> digit.set(new Attacked(at, attacked)),
        session::fail);
  }

  /** A drawn digit is what the model takes it for. */
  private ImageSet labelled(Digits one, ModelEntry model) {
    if (one.labels()[0] >= 0) {
      return one.images();
    }
    int read =
        epsilonlab.model.Predictions.of(loaded.compute(), session.classifier(model), one.images())
            .answers()[0];
    byte[] pixels = new byte[ImageSet.PIXELS];
    float[] ink = one.images().image(0);
    for (int p = 0; p < pixels.length; p++) {
      pixels[p] = (byte) Math.round(255 * ink[p]);
    }
    return ImageSet.ofBytes(pixels, new byte[] {(byte) read});
  }

  private PurifierDefence defence(Autoencoder of, ModelEntry model) {
    return new PurifierDefence(session.classifier(model), loaded.of(of), AdaptiveGradient.EXACT);
  }

  /** Why the curves cannot be measured now, in one sentence; empty if they can. */
  String obstacle() {
    if (session.data().get() == null) {
      return "The data set is still being loaded; try again in a moment.";
    }
    if (autoencoder == null) {
      return "There is no autoencoder yet; train one, or open one from the library.";
    }
    return session.model().get() == null
        ? "There is no classifier to defend; train one in the Train tab."
        : "";
  }

  /** Measures the curves, or stops measuring them; what is known then stays. */
  void measureOrCancel() {
    if (handle != null) {
      handle.cancel();
      return;
    }
    if (!obstacle().isEmpty()) {
      return;
    }
    Key key = current;
    known.put(key, PurifierCurves.EMPTY);
    curves.set(PurifierCurves.EMPTY);
    running.set(true);
    handle = session.jobs().submit(job(), event -> learn(key, event));
    handle.future().whenComplete((all, failure) -> session.fx().execute(() -> ended(failure)));
  }

  private Job<PurifierEvent, PurifierCurves> job() {
    DataSet data = session.data().get();
    ImageSet test = data.test().slice(0, Math.min(COUNT, data.test().size()));
    Autoencoder of = autoencoder;
    ModelEntry model = session.model().get();
    AttackPlan plan = plan();
    return new Job<>() {
      @Override
      public String name() {
        return "%s before %s, %,d digits".formatted(of.name(), model.card().name(), test.size());
      }

      @Override
      public PurifierCurves run(JobContext<PurifierEvent> context) {
        // loading is this job's work, too
        return new PurifierCurvesJob(loaded.compute(), defence(of, model), test, plan, EPSILONS)
            .run(context);
      }
    };
  }

  private void ended(Throwable failure) {
    handle = null;
    running.set(false);
    if (failure != null) {
      session.fail(failure);
    }
  }

  /** Called on the job's thread. */
  private void learn(Key key, PurifierEvent event) {
    session
        .fx()
        .execute(
            () -> {
              PurifierCurves more = with(known.getOrDefault(key, PurifierCurves.EMPTY), event);
              known.put(key, more);
              if (key.equals(current)) {
                curves.set(more);
              }
            });
  }

  /** The same with what was measured next; clean accuracies are those at epsilon 0. */
  static PurifierCurves with(PurifierCurves curves, PurifierEvent event) {
    PurifierCurves more = curves.with(event);
    if (event instanceof PurifierEvent.Clean clean) {
      for (PurifierSetting setting : PurifierSetting.values()) {
        boolean bare = setting == PurifierSetting.UNDEFENDED;
        more =
            more.with(new PurifierEvent.Point(setting, 0, bare ? clean.bare() : clean.purified()));
      }
    }
    return more;
  }
}
