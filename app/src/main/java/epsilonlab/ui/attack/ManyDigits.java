package epsilonlab.ui.attack;

import epsilonlab.attack.AttackPlan;
import epsilonlab.attack.Target;
import epsilonlab.data.DataSet;
import epsilonlab.data.ImageSet;
import epsilonlab.evaluation.Adversarial;
import epsilonlab.evaluation.LiveAttack;
import epsilonlab.job.Latest;
import epsilonlab.job.Work;
import epsilonlab.model.ModelEntry;
import epsilonlab.ui.LabSession;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableDoubleValue;

/**
 * The accuracy of 1,000 digits (for an attack of several steps of 100 first, while the slider
 * moves) and the sample strip. Belongs to the FX thread; needs no screen.
 */
final class ManyDigits {
  /** How many test digits the accuracy is measured on. */
  static final int COUNT = 1000;

  /** How many sample digits are attacked, more than any window shows. */
  static final int STRIP = 24;

  /** How many an attack of several steps answers for first, while the slider moves. */
  static final int COARSE = 100;

  private static final long REST_MILLIS = 150;

  private final LabSession session;
  private final AttackChoice attacks;
  private final ObservableDoubleValue epsilon;
  private final Latest<Measured> accuracyRequests;
  private final Latest<Measured> coarseRequests;
  private final Latest<Strip> stripRequests;
  private final CompletableFuture<Live> live;
  private final ReadOnlyObjectWrapper<Measured> measured =
      new ReadOnlyObjectWrapper<>(Measured.NOTHING);
  private final ReadOnlyObjectWrapper<Strip> strip = new ReadOnlyObjectWrapper<>(Strip.NOTHING);
  private final ReadOnlyBooleanWrapper stale = new ReadOnlyBooleanWrapper();
  private ImageSet measuredOn;
  private ImageSet firstMeasured;
  private ImageSet shownInStrip;
  private long wave;
  private long stripAsked;
  private long stripAnswered;
  private int stripShown = STRIP;

  private record Live(LiveAttack accuracy, LiveAttack coarse, LiveAttack strip) {}

  /**
   * The accuracy of the first {@code count} digits at an epsilon; NaN if not measured.
   *
   * @param all whether these are all that are asked, not the few that answer first
   */
  record Measured(double epsilon, double accuracy, int count, boolean all) {
    static final Measured NOTHING = new Measured(Double.NaN, Double.NaN, 0, true);
  }

  /** Sample digits at an epsilon; null if there are none. */
  record Strip(double epsilon, ImageSet originals, Adversarial adversarial) {
    static final Strip NOTHING = new Strip(Double.NaN, null, null);
  }

  ManyDigits(LabSession session, AttackChoice attacks, ObservableDoubleValue epsilon) {
    this.session = session;
    this.attacks = attacks;
    this.epsilon = epsilon;
    this.accuracyRequests = new Latest<>(session.jobs(), session.fx());
    this.coarseRequests = new Latest<>(session.jobs(), session.fx());
    this.stripRequests = new Latest<>(session.jobs(), session.fx());
    this.live =
        session
            .compute()
            .thenApply(
                compute ->
                    new Live(
                        new LiveAttack(compute), new LiveAttack(compute), new LiveAttack(compute)));
  }

  /** The accuracy at the slider. */
  ReadOnlyObjectProperty<Measured> measured() {
    return measured.getReadOnlyProperty();
  }

  /** The sample digits at the slider. */
  ReadOnlyObjectProperty<Strip> strip() {
    return strip.getReadOnlyProperty();
  }

  /** Whether accuracy and strip are of an earlier epsilon, model or attack. */
  ReadOnlyBooleanProperty stale() {
    return stale.getReadOnlyProperty();
  }

  /** Whether {@link #strip()} is of all that is chosen now. */
  boolean isStripCurrent() {
    return strip.get().originals() != null && stripAnswered == stripAsked;
  }

  /** How many of the sample digits are shown; the window's width decides. */
  int stripShown() {
    return stripShown;
  }

  /** Says how many of them are shown. */
  void showOfStrip(int count) {
    stripShown = count;
  }

  /** Other data: what was measured is of no use any more. */
  void dataChanged() {
    DataSet data = session.data().get();
    measuredOn = data == null ? null : first(data.test(), COUNT);
    firstMeasured = data == null ? null : first(data.test(), COARSE);
    shownInStrip = data == null ? null : first(data.test(), STRIP);
    clear();
  }

  private static ImageSet first(ImageSet images, int count) {
    return images.slice(0, Math.min(count, images.size()));
  }

  /** Another model or attack: results on their way are dropped. */
  void everythingChanged() {
    forget();
    if (!isReady()) {
      clear();
    }
    follow();
  }

  private boolean isReady() {
    return session.model().get() != null && measuredOn != null && !attacks.needsAnotherModel();
  }

  private void clear() {
    forget();
    stale.set(false);
    measured.set(Measured.NOTHING);
    strip.set(Strip.NOTHING);
  }

  private void forget() {
    wave++;
    stripAsked++;
    accuracyRequests.forget();
    coarseRequests.forget();
    stripRequests.forget();
  }

  /**
   * Follows epsilon: at once where one step is enough; else with few digits at once, and with all
   * of them when the slider rests. An attack that takes long is tried on few digits, at rest.
   */
  void follow() {
    if (!isReady()) {
      return;
    }
    stale.set(true);
    stripAsked++;
    double cost = Costs.of(attacks.plan().get());
    if (cost == 1) {
      requestStrip();
      requestAll();
      return;
    }
    accuracyRequests.forget();
    if (Costs.isSuperseded(plan())) {
      coarseRequests.forget();
    }
    long mine = ++wave;
    if (cost <= Costs.UNASKED) {
      request(coarseRequests, Live::coarse, firstMeasured, measured::set);
    }
    if (cost <= Costs.QUICK) {
      requestStrip();
    } else {
      stripRequests.forget();
    }
    CompletableFuture.delayedExecutor(REST_MILLIS, TimeUnit.MILLISECONDS, session.fx())
        .execute(
            () -> {
              if (mine == wave) {
                rest(cost);
              }
            });
  }

  private void rest(double cost) {
    if (cost > Costs.QUICK && cost <= Costs.NEVER_UNASKED) {
      requestStrip();
    }
    if (cost <= Costs.UNASKED) {
      requestAll();
    } else if (cost <= Costs.NEVER_UNASKED) {
      request(
          coarseRequests,
          Live::coarse,
          firstMeasured,
          result -> {
            measured.set(result);
            stale.set(result.epsilon() != epsilon.get());
          });
    } else {
      measured.set(Measured.NOTHING);
      strip.set(Strip.NOTHING);
      stale.set(false);
    }
  }

  private void requestAll() {
    request(
        accuracyRequests,
        Live::accuracy,
        measuredOn,
        result -> {
          // few digits do not overwrite what all of them say
          coarseRequests.forget();
          measured.set(result);
          stale.set(result.epsilon() != epsilon.get());
        });
  }

  private void request(
      Latest<Measured> requests,
      Function<Live, LiveAttack> which,
      ImageSet images,
      Consumer<Measured> done) {
    double at = epsilon.get();
    ModelEntry model = session.model().get();
    Supplier<AttackPlan> plan = attacks.loading(plan(), model);
    ImageSet all = measuredOn;
    requests.request(
        Work.following(
            "Accuracy",
            () ->
                which
                    .apply(live.join())
                    .use(
                        session.classifier(model),
                        images,
                        i -> i,
                        plan.get(),
                        prepared ->
                            new Measured(at, prepared.accuracy(at), images.size(), images == all))),
        done,
        session::fail);
  }

  private void requestStrip() {
    double at = epsilon.get();
    ModelEntry model = session.model().get();
    Supplier<AttackPlan> plan = attacks.loading(plan(), model);
    ImageSet samples = shownInStrip;
    long mine = stripAsked;
    stripRequests.request(
        Work.following(
            "Sample digits",
            () ->
                live.join()
                    .strip()
                    .use(
                        session.classifier(model),
                        samples,
                        i -> i,
                        plan.get(),
                        prepared -> new Strip(at, samples, prepared.at(at)))),
        result -> {
          stripAnswered = mine;
          strip.set(result);
        },
        session::fail);
  }

  /** The plan for many digits: one class cannot be the target of all of them. */
  private AttackPlan plan() {
    AttackPlan plan = attacks.plan().get();
    return plan.target() instanceof Target.Of
        ? new AttackPlan(plan.attack(), plan.settings(), Target.NONE, plan.seed())
        : plan;
  }
}
