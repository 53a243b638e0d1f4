package epsilonlab.ui.privacy.logistic;

import epsilonlab.privacy.inference.AttackOutcome;
import epsilonlab.privacy.inference.DiscriminatorAttack;
import epsilonlab.privacy.inference.MembershipAttack;
import epsilonlab.ui.privacy.microscope.Scores;
import java.util.Arrays;

/**
 * The scores of one attack, ready for the microscope.
 *
 * @param id as on the command line
 * @param title on the screen
 * @param scores in the order of the images
 */
record AttackScores(String id, String title, Scores scores) {
  /** Sorts and counts; on a job's thread. */
  static AttackScores of(AttackOutcome outcome, int members) {
    MembershipAttack attack = outcome.attack();
    double[] all = outcome.scores();
    return new AttackScores(
        attack.id(),
        attack.title(),
        Scores.of(
            attack.unit(),
            Arrays.copyOf(all, members),
            Arrays.copyOfRange(all, members, all.length)));
  }

  /** What a discriminator says. */
  static AttackScores discriminator(double[] members, double[] others) {
    return new AttackScores(
        "discriminator", "Discriminator", Scores.of(DiscriminatorAttack.UNIT, members, others));
  }
}
