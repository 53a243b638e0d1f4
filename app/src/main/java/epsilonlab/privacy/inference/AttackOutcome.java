package epsilonlab.privacy.inference;

import epsilonlab.privacy.Roc;
import java.util.Arrays;

/**
 * What an attack found.
 *
 * @param scores of every candidate, members first, in their order; not to be changed
 * @param roc of these scores
 */
public record AttackOutcome(MembershipAttack attack, double[] scores, Roc roc) {
  static AttackOutcome of(MembershipAttack attack, double[] scores, int members) {
    return new AttackOutcome(
        attack,
        scores,
        Roc.of(Arrays.copyOf(scores, members), Arrays.copyOfRange(scores, members, scores.length)));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof AttackOutcome that
        && attack == that.attack
        && Arrays.equals(scores, that.scores);
  }

  @Override
  public int hashCode() {
    return 31 * attack.hashCode() + Arrays.hashCode(scores);
  }

  @Override
  public String toString() {
    return "AttackOutcome[" + attack + ", AUC " + roc.auc() + "]";
  }
}
