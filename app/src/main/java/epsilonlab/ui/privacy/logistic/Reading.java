package epsilonlab.ui.privacy.logistic;

import epsilonlab.privacy.Confusion;
import epsilonlab.privacy.inference.MembershipAttack;
import epsilonlab.privacy.logistic.FitPoint;
import epsilonlab.privacy.logistic.NoisyPoint;

/**
 * What the attack on the chosen model comes to. Shares are in [0, 1]; NaN where nothing is known.
 *
 * @param chosen the model and the noise on it
 * @param attack how it is attacked
 * @param found share of the members that the attack finds
 * @param accused share of the non-members that it accuses
 * @param norm of the model's weights, without noise
 * @param mean whether the shares are means over all draws of the noise, not of one
 */
record Reading(
    LogisticForm.Chosen chosen,
    MembershipAttack attack,
    double found,
    double accused,
    double norm,
    boolean mean) {
  /** Reads off what is known. */
  static Reading of(Sweep sweep) {
    LogisticForm.Chosen now = sweep.form().chosen().get();
    MembershipAttack attack = sweep.attacks().chosen().get();
    FitPoint fit = sweep.known().get().fit(now.c(), now.n()).orElse(null);
    if (fit == null) {
      return new Reading(now, attack, Double.NaN, Double.NaN, Double.NaN, false);
    }
    double norm = fit.fit().model().weightNorm();
    NoisyPoint noisy = sweep.known().get().noise(now, now.c(), now.variance()).orElse(null);
    boolean right = attack == MembershipAttack.CORRECT;
    if (right && now.variance() == 0) {
      return new Reading(now, attack, fit.trainAccuracy(), fit.testAccuracy(), norm, true);
    }
    if (right && noisy != null) {
      double found = noisy.trainAccuracy().mean();
      return new Reading(now, attack, found, noisy.testAccuracy().mean(), norm, true);
    }
    Asked asked = sweep.asked().get();
    if (asked == null || asked.fit() != fit || asked.variance() != now.variance()) {
      return new Reading(now, attack, Double.NaN, Double.NaN, norm, false);
    }
    Confusion best =
        right
            ? new Confusion(
                asked.membersRight().size(),
                asked.members().size(),
                asked.others().size() - asked.othersWrong().size(),
                asked.others().size())
            : asked.best().get(attack);
    return new Reading(
        now, attack, best.truePositiveRate(), best.falsePositiveRate(), norm, now.variance() == 0);
  }

  boolean isKnown() {
    return Double.isFinite(found);
  }

  /** The share of right judgements where members and others are equally many. */
  double accuracy() {
    return (found + 1 - accused) / 2;
  }

  double advantage() {
    return found - accused;
  }

  /** Both shares as counts of 1,000,000: finer than any data set. */
  Confusion confusion() {
    int of = 1_000_000;
    return new Confusion((int) Math.round(found * of), of, (int) Math.round(accused * of), of);
  }
}
