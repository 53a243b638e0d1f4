package epsilonlab.ui.privacy.logistic;

import epsilonlab.engine.LabException;
import epsilonlab.privacy.inference.MembershipAttack;
import epsilonlab.privacy.logistic.FitPoint;
import epsilonlab.privacy.logistic.NoisyPoint;
import epsilonlab.ui.TabFacts;
import java.util.Optional;

/** What the part tells lessons, and what may be set on it. Needs no screen. */
final class LogisticFacts {
  private final LogisticModels models;
  private final LogisticForm form;
  private final Sweep sweep;

  private LogisticFacts(LogisticModels models) {
    this.models = models;
    this.form = models.form();
    this.sweep = models.sweep();
  }

  static TabFacts of(LogisticModels models) {
    return new LogisticFacts(models).all();
  }

  private TabFacts all() {
    return new TabFacts()
        .set("logistic.n", () -> chosen().n(), Double.class, this::chooseSize)
        .set("logistic.c", () -> chosen().c(), Double.class, this::chooseRegulariser)
        .set("logistic.variance", () -> chosen().variance(), Double.class, this::chooseVariance)
        .set(
            "logistic.attack",
            () -> sweep.attacks().chosen().get().id(),
            String.class,
            id -> sweep.attacks().chosen().set(attack(id)))
        .tell("logistic.measured", () -> hasData() ? sweep.left() == 0 : null)
        .tell("logistic.compared", () -> hasData() ? models.defences().left() == 0 : null)
        .tell("logistic.train_accuracy", () -> fit().map(FitPoint::trainAccuracy))
        .tell("logistic.test_accuracy", () -> fit().map(FitPoint::testAccuracy))
        .tell("logistic.attack_accuracy", () -> fit().map(sweep.attacks()::accuracy))
        .tell("logistic.weight_norm", () -> fit().map(fit -> fit.fit().model().weightNorm()))
        .tell("logistic.noisy_test_accuracy", () -> noisy().map(now -> now.testAccuracy().mean()))
        .tell("logistic.noisy_attack_accuracy", this::noisyAttack);
  }

  private LogisticForm.Chosen chosen() {
    return form.chosen().get();
  }

  private boolean hasData() {
    return sweep.data().data().get() != null;
  }

  private void chooseSize(double n) {
    form.typed().take(LogisticForm.N, n, form::commit, form.complaint());
  }

  private void chooseRegulariser(double c) {
    form.chooseRegulariser(c);
    complain();
  }

  private void chooseVariance(double variance) {
    form.typed().take(LogisticForm.VARIANCE, variance, form::commit, form.complaint());
  }

  private void complain() {
    if (!form.complaint().get().isEmpty()) {
      throw new LabException(form.complaint().get());
    }
  }

  private static MembershipAttack attack(String id) {
    return PlainAttacks.ALL.stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
  }

  private Optional<FitPoint> fit() {
    return sweep.known().get().fit(chosen().c(), chosen().n());
  }

  private Optional<NoisyPoint> noisy() {
    return sweep.known().get().noise(chosen(), chosen().c(), chosen().variance());
  }

  // with noise only the simplest attack is repeated
  private Optional<Double> noisyAttack() {
    return sweep.attacks().chosen().get() == MembershipAttack.CORRECT
        ? noisy().map(now -> now.attackAccuracy().mean())
        : Optional.empty();
  }
}
