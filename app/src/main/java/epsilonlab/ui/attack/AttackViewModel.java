package epsilonlab.ui.attack;

import epsilonlab.attack.Attack;
import epsilonlab.attack.AttackPlan;
import epsilonlab.attack.Norm;
import epsilonlab.attack.Target;
import epsilonlab.evaluation.AttackedImage;
import epsilonlab.evaluation.LiveDigit;
import epsilonlab.evaluation.SmallestEpsilon;
import epsilonlab.job.Latest;
import epsilonlab.job.Work;
import epsilonlab.model.ModelEntry;
import epsilonlab.ui.LabSession;
import epsilonlab.ui.component.SliderScale;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
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
  private final Map<Norm, Double> epsilons = new EnumMap<>(Norm.class);
  private Norm norm;
  private double attackedEpsilon;
  private Norm attackedNorm = Norm.LINF;
  private Digit attackedDigit;
  private String attackedModel;
  private long asked;
  private long answered;

  private final Latest<AttackedImage> digitRequests;
  private final Latest<OptionalDouble> smallestRequests;
  private final CompletableFuture<LiveDigit> live;

  /** What the tab still needs before it can attack the digit. */
  enum Missing {
    NOTHING,
    DATA,
    MODEL,
    /** A second model, for an attack that works on another one first. */
    SOURCE,
    /** A target class that is not the digit's own. */
    OTHER_TARGET
  }

  /** The smallest epsilon that fools the digit: not known yet, none up to the most, or a value. */
  record Smallest(boolean known, double value) {
    static final Smallest UNKNOWN = new Smallest(false, Double.NaN);

    boolean exists() {
      return known && !Double.isNaN(value);
    }

    /** In the steps that the slider shows, rounded up so that the digit is fooled there. */
    static Smallest found(OptionalDouble value, double step) {
      return new Smallest(
          true,
          value.isPresent() ? Math.ceil(value.getAsDouble() / step - 1e-3) * step : Double.NaN);
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
    this.norm = attacks.attack().get().norm();
    for (Norm any : Norm.values()) {
      epsilons.put(any, scale(any).clamp(session.settings().get(NormScales.setting(any))));
    }
    epsilon.set(epsilons.get(norm));
    epsilon.addListener((property, before, now) -> epsilonChanged());
    digits.digit().addListener((property, before, now) -> digitChanged());
    attacks.plan().addListener((property, before, now) -> everythingChanged());
    attacks.onSourceInUse(this::everythingChanged);
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

  private static SliderScale scale(Norm norm) {
    return NormScales.slider(norm);
  }

  /** What epsilon measures for the chosen attack. */
  SliderScale scale() {
    return scale(attacks.attack().get().norm());
  }

  /**
   * The change of a pixel that gets the full colour: epsilon where it bounds every pixel and an
   * attack uses all of it, else the largest change there is; 0 if there is none.
   */
  double fullColour() {
    AttackedImage now = attacked.get();
    Attack attack = attacks.attack().get();
    boolean bounded = attackedNorm == Norm.LINF && !attack.isMinimumNorm();
    return bounded || now == null ? attackedEpsilon : now.norms().linf();
  }

  /** What {@link #attackedEpsilon()} measures. */
  Norm attackedNorm() {
    return attackedNorm;
  }

  /** The radius of the attack, from 0 to the end of {@link #scale()}. */
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

  /** Whether {@link #attacked()} is of the digit and the model that are chosen now. */
  boolean isOfThisDigit() {
    ModelEntry now = session.model().get();
    return attacked.get() != null
        && attackedDigit == digits.digit().get()
        && now != null
        && now.sha256().equals(attackedModel);
  }

  /** Whether {@link #attacked()} is of everything that is chosen now, epsilon and all. */
  boolean isCurrent() {
    return attacked.get() != null && answered == asked;
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
    Norm now = attacks.attack().get().norm();
    if (now != norm) {
      norm = now;
      // its listener attacks the digit once more, and the newest request wins
      epsilon.set(epsilons.get(now));
    }
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
    if (attacks.needsAnotherModel()) {
      return Missing.SOURCE;
    }
    boolean itself =
        attacks.plan().get().target() instanceof Target.Of of && of.wanted() == digit.label();
    return itself ? Missing.OTHER_TARGET : Missing.NOTHING;
  }

  private void digitChanged() {
    asked++;
    digitRequests.forget();
    smallestRequests.forget();
    smallest.set(Smallest.UNKNOWN);
    missing.set(whatIsMissing());
    if (missing.get() != Missing.NOTHING) {
      attacked.set(null);
      return;
    }
    attackDigit();
    if (Costs.of(attacks.plan().get()) <= Costs.UNASKED || isMinimumNorm()) {
      findSmallest();
    }
  }

  private boolean isMinimumNorm() {
    return attacks.attack().get().isMinimumNorm();
  }

  private void epsilonChanged() {
    epsilons.put(norm, epsilon.get());
    session.settings().set(NormScales.setting(norm), epsilon.get());
    if (missing.get() == Missing.NOTHING) {
      attackDigit();
    }
    many.follow();
  }

  private void attackDigit() {
    Digit digit = digits.digit().get();
    ModelEntry model = session.model().get();
    Supplier<AttackPlan> plan = attacks.loading(attacks.plan().get(), model);
    double at = epsilon.get();
    Norm of = norm;
    long mine = ++asked;
    if (Costs.isSuperseded(attacks.plan().get())) {
      digitRequests.forget();
    }
    digitRequests.request(
        Work.interactive(
            "Attack a digit",
            () ->
                live.join()
                    .attack(
                        session.classifier(model), digit.images(), digit.index(), plan.get(), at)),
        result -> {
          attackedNorm = of;
          attackedEpsilon = at;
          attackedDigit = digit;
          attackedModel = model.sha256();
          answered = mine;
          attacked.set(result);
        },
        session::fail);
  }

  private void findSmallest() {
    Digit digit = digits.digit().get();
    ModelEntry model = session.model().get();
    Supplier<AttackPlan> plan = attacks.loading(attacks.plan().get(), model);
    SliderScale scale = scale();
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
                        plan.get(),
                        scale.most())
                    .find()),
        found -> smallest.set(Smallest.found(found, scale.dragStep())),
        session::fail);
  }
}
