package epsilonlab.ui.attack;

import epsilonlab.attack.AttackPlan;
import epsilonlab.attack.Target;
import epsilonlab.evaluation.AttackedImage;
import epsilonlab.evaluation.LiveDigit;
import epsilonlab.evaluation.SmallestEpsilon;
import epsilonlab.job.Latest;
import epsilonlab.job.Work;
import epsilonlab.model.ModelEntry;
import epsilonlab.settings.CommonSettings;
import epsilonlab.ui.LabSession;
import java.util.OptionalDouble;
import java.util.concurrent.CompletableFuture;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleDoubleProperty;

/**
 * What the Attack tab shows: follows the digit, the model, the attack and epsilon, and keeps the
 * attacked digit, the smallest fooling epsilon and {@link ManyDigits} up to date. Belongs to the FX
 * thread; needs no screen.
 */
final class AttackViewModel {
  /** The right end of the slider. */
  static final double MOST = 0.5;

  private final LabSession session;
  private final DigitChoice digits;
  private final AttackChoice attacks;
  private final CurveChoice curves;
  private final ManyDigits many;
  private final WhyViewModel why;

  private final DoubleProperty epsilon = new SimpleDoubleProperty();
  private final ReadOnlyObjectWrapper<AttackedImage> attacked = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Smallest> smallest =
      new ReadOnlyObjectWrapper<>(Smallest.UNKNOWN);
  private final ReadOnlyObjectWrapper<Missing> missing = new ReadOnlyObjectWrapper<>(Missing.DATA);
  private double attackedEpsilon;

  private final Latest<AttackedImage> digitRequests;
  private final Latest<OptionalDouble> smallestRequests;
  private final CompletableFuture<LiveDigit> live;

  /** What the tab still needs before it can attack the digit. */
  enum Missing {
    NOTHING,
    DATA,
    MODEL,
    /** A target class that is not the digit's own. */
    OTHER_TARGET
  }

  /** The smallest epsilon that fools the digit: not known yet, none up to the most, or a value. */
  record Smallest(boolean known, double value) {
    static final Smallest UNKNOWN = new Smallest(false, Double.NaN);

    boolean exists() {
      return known && !Double.isNaN(value);
    }

    /** In the thousandths that the slider shows, rounded up so that the digit is fooled there. */
    static Smallest found(OptionalDouble value) {
      return new Smallest(
          true,
          value.isPresent() ? Math.ceil(value.getAsDouble() * 1000 - 1e-6) / 1000 : Double.NaN);
    }
  }

  AttackViewModel(LabSession session) {
    this.session = session;
    this.digits = new DigitChoice(session);
    this.attacks = new AttackChoice(session);
    this.many = new ManyDigits(session, attacks, epsilon);
    this.curves = new CurveChoice(session, attacks);
    this.why = new WhyViewModel(session, digits, attacks, epsilon);
    this.digitRequests = new Latest<>(session.jobs(), session.fx());
    this.smallestRequests = new Latest<>(session.jobs(), session.fx());
    this.live = session.compute().thenApply(LiveDigit::new);
    epsilon.set(Math.min(MOST, session.settings().get(CommonSettings.EPSILON)));
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

  ManyDigits many() {
    return many;
  }

  WhyViewModel why() {
    return why;
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

  /** The epsilon of {@link #attacked()}, which the slider may have left already. */
  double attackedEpsilon() {
    return attackedEpsilon;
  }

  /** The smallest epsilon that fools this digit. */
  ReadOnlyObjectProperty<Smallest> smallest() {
    return smallest.getReadOnlyProperty();
  }

  /** What the tab still needs. */
  ReadOnlyObjectProperty<Missing> missing() {
    return missing.getReadOnlyProperty();
  }

  private void dataChanged() {
    many.dataChanged();
    everythingChanged();
  }

  private void everythingChanged() {
    digitChanged();
    many.everythingChanged();
  }

  private Missing whatIsMissing() {
    Digit digit = digits.digit().get();
    if (session.data().get() == null || digit == null) {
      return Missing.DATA;
    }
    if (session.model().get() == null) {
      return Missing.MODEL;
    }
    boolean itself =
        attacks.plan().get().target() instanceof Target.Of of && of.wanted() == digit.label();
    return itself ? Missing.OTHER_TARGET : Missing.NOTHING;
  }

  private void digitChanged() {
    digitRequests.forget();
    smallestRequests.forget();
    smallest.set(Smallest.UNKNOWN);
    missing.set(whatIsMissing());
    if (missing.get() != Missing.NOTHING) {
      attacked.set(null);
      return;
    }
    attackDigit();
    findSmallest();
  }

  private void epsilonChanged() {
    session.settings().set(CommonSettings.EPSILON, epsilon.get());
    if (missing.get() == Missing.NOTHING) {
      attackDigit();
    }
    many.follow();
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
                    .attack(session.classifier(model), digit.images(), digit.index(), plan, at)),
        result -> {
          attackedEpsilon = at;
          attacked.set(result);
        },
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
        found -> smallest.set(Smallest.found(found)),
        session::fail);
  }
}
