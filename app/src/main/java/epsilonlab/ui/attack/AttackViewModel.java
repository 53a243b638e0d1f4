package epsilonlab.ui.attack;

import epsilonlab.attack.AttackPlan;
import epsilonlab.attack.Target;
import epsilonlab.data.DataSet;
import epsilonlab.data.ImageSet;
import epsilonlab.evaluation.Adversarial;
import epsilonlab.evaluation.AttackedImage;
import epsilonlab.evaluation.LiveAttack;
import epsilonlab.evaluation.LiveDigit;
import epsilonlab.evaluation.SmallestEpsilon;
import epsilonlab.job.Latest;
import epsilonlab.job.Work;
import epsilonlab.model.ModelEntry;
import epsilonlab.settings.CommonSettings;
import epsilonlab.ui.LabSession;
import java.util.OptionalDouble;
import java.util.concurrent.CompletableFuture;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;

/**
 * What the Attack tab shows: follows the digit, the model, the attack and epsilon, and keeps the
 * attacked digit, the accuracy of 1,000 digits, the sample strip and the smallest fooling epsilon
 * up to date. Belongs to the FX thread; needs no screen.
 */
final class AttackViewModel {
  /** The right end of the slider. */
  static final double MOST = 0.5;

  /** How many test digits the accuracy is measured on. */
  static final int COUNT = 1000;

  /** How many sample digits are attacked, more than any window shows. */
  static final int STRIP = 24;

  private final LabSession session;
  private final DigitChoice digits;
  private final AttackChoice attacks;
  private final CurveChoice curves;

  private final DoubleProperty epsilon = new SimpleDoubleProperty();
  private final ReadOnlyObjectWrapper<AttackedImage> attacked = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Smallest> smallest =
      new ReadOnlyObjectWrapper<>(Smallest.UNKNOWN);
  private final ReadOnlyObjectWrapper<Measured> measured =
      new ReadOnlyObjectWrapper<>(Measured.NOTHING);
  private final ObjectProperty<Strip> strip = new SimpleObjectProperty<>(Strip.NOTHING);
  private final BooleanProperty stale = new SimpleBooleanProperty();

  private final Latest<AttackedImage> digitRequests;
  private final Latest<Measured> accuracyRequests;
  private final Latest<Strip> stripRequests;
  private final Latest<OptionalDouble> smallestRequests;
  private final CompletableFuture<Live> live;
  private ImageSet measuredOn;
  private ImageSet shownInStrip;

  /** Prepared attacks that wait for the next epsilon. */
  private record Live(LiveDigit digit, LiveAttack accuracy, LiveAttack strip) {}

  /** The smallest epsilon that fools the digit: not known yet, none up to the most, or a value. */
  record Smallest(boolean known, double value) {
    static final Smallest UNKNOWN = new Smallest(false, Double.NaN);

    boolean exists() {
      return known && !Double.isNaN(value);
    }
  }

  /** The accuracy of the first {@code count} digits at an epsilon; NaN if not measured. */
  record Measured(double epsilon, double accuracy, int count) {
    static final Measured NOTHING = new Measured(Double.NaN, Double.NaN, 0);
  }

  /** Sample digits at an epsilon; null if there are none. */
  record Strip(double epsilon, ImageSet originals, Adversarial adversarial) {
    static final Strip NOTHING = new Strip(Double.NaN, null, null);
  }

  AttackViewModel(LabSession session) {
    this.session = session;
    this.digits = new DigitChoice(session);
    this.attacks = new AttackChoice(session);
    this.curves = new CurveChoice(session, attacks);
    this.digitRequests = new Latest<>(session.jobs(), session.fx());
    this.accuracyRequests = new Latest<>(session.jobs(), session.fx());
    this.stripRequests = new Latest<>(session.jobs(), session.fx());
    this.smallestRequests = new Latest<>(session.jobs(), session.fx());
    this.live =
        session
            .compute()
            .thenApply(
                compute ->
                    new Live(
                        new LiveDigit(compute), new LiveAttack(compute), new LiveAttack(compute)));
    epsilon.set(session.settings().get(CommonSettings.EPSILON));
    epsilon.addListener((property, before, now) -> epsilonChanged());
    digits.digit().addListener((property, before, now) -> digitChanged());
    attacks.plan().addListener((property, before, now) -> everythingChanged());
    session.model().addListener((property, before, now) -> everythingChanged());
    session.data().addListener((property, before, now) -> dataChanged());
    dataChanged();
  }

  DigitChoice digits() {
    return digits;
  }

  AttackChoice attacks() {
    return attacks;
  }

  CurveChoice curves() {
    return curves;
  }

  LabSession session() {
    return session;
  }

  /** The radius of the attack, 0 to {@link #MOST}. */
  DoubleProperty epsilon() {
    return epsilon;
  }

  /** The digit before and after; null while there is none. */
  ReadOnlyObjectProperty<AttackedImage> attacked() {
    return attacked.getReadOnlyProperty();
  }

  /** The smallest epsilon that fools this digit. */
  ReadOnlyObjectProperty<Smallest> smallest() {
    return smallest.getReadOnlyProperty();
  }

  /** The accuracy at the slider. */
  ReadOnlyObjectProperty<Measured> measured() {
    return measured.getReadOnlyProperty();
  }

  /** The sample digits at the slider. */
  ReadOnlyObjectProperty<Strip> strip() {
    return strip;
  }

  /** Whether accuracy and strip are of an earlier epsilon, model or attack. */
  BooleanProperty stale() {
    return stale;
  }

  /** Whether the tab can attack: there are data and a model. */
  boolean isReady() {
    return session.model().get() != null && digits.digit().get() != null;
  }

  private void dataChanged() {
    DataSet data = session.data().get();
    measuredOn = data == null ? null : first(data.test(), COUNT);
    shownInStrip = data == null ? null : first(data.test(), STRIP);
    everythingChanged();
  }

  private static ImageSet first(ImageSet images, int count) {
    return images.slice(0, Math.min(count, images.size()));
  }

  private void everythingChanged() {
    accuracyRequests.forget();
    stripRequests.forget();
    if (!isReady()) {
      measured.set(Measured.NOTHING);
      strip.set(Strip.NOTHING);
    }
    digitChanged();
    follow();
  }

  private void digitChanged() {
    digitRequests.forget();
    smallestRequests.forget();
    smallest.set(Smallest.UNKNOWN);
    if (!isReady() || targetIsTheLabel()) {
      attacked.set(null);
      return;
    }
    attackDigit();
    findSmallest();
  }

  private void epsilonChanged() {
    session.settings().set(CommonSettings.EPSILON, epsilon.get());
    if (isReady() && !targetIsTheLabel()) {
      attackDigit();
    }
    follow();
  }

  /** Whether the chosen target is what the digit is anyway. */
  boolean targetIsTheLabel() {
    Digit digit = digits.digit().get();
    return digit != null
        && attacks.target().get() instanceof Target.Of of
        && of.wanted() == digit.label();
  }

  private void attackDigit() {
    Digit digit = digits.digit().get();
    ModelEntry model = session.model().get();
    AttackPlan plan = attacks.plan().get();
    double at = epsilon.get();
    digitRequests.request(
        Work.interactive(
            "Attack a digit",
            () ->
                live.join()
                    .digit()
                    .attack(session.classifier(model), digit.images(), digit.index(), plan, at)),
        attacked::set,
        session::fail);
  }

  private void findSmallest() {
    Digit digit = digits.digit().get();
    ModelEntry model = session.model().get();
    AttackPlan plan = attacks.plan().get();
    smallestRequests.request(
        Work.following(
            "Smallest epsilon",
            () ->
                new SmallestEpsilon(
                        session.compute().join(),
                        session.classifier(model),
                        digit.images().image(0),
                        digit.label(),
                        digit.index(),
                        plan,
                        MOST)
                    .find()),
        found -> smallest.set(new Smallest(true, found.orElse(Double.NaN))),
        session::fail);
  }

  private void follow() {
    ModelEntry model = session.model().get();
    if (!isReady() || measuredOn == null) {
      return;
    }
    stale.set(true);
    double at = epsilon.get();
    AttackPlan plan = manyPlan();
    ImageSet samples = shownInStrip;
    ImageSet many = measuredOn;
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
                        plan,
                        prepared -> new Strip(at, samples, prepared.at(at)))),
        strip::set,
        session::fail);
    accuracyRequests.request(
        Work.following(
            "Accuracy",
            () ->
                live.join()
                    .accuracy()
                    .use(
                        session.classifier(model),
                        many,
                        i -> i,
                        plan,
                        prepared -> new Measured(at, prepared.accuracy(at), many.size()))),
        result -> {
          measured.set(result);
          stale.set(result.epsilon() != epsilon.get());
        },
        session::fail);
  }

  /** The plan for many digits: one class cannot be the target of all of them. */
  private AttackPlan manyPlan() {
    AttackPlan plan = attacks.plan().get();
    return plan.target() instanceof Target.Of
        ? new AttackPlan(plan.attack(), plan.settings(), Target.NONE, plan.seed())
        : plan;
  }
}
