package epsilonlab.privacy.defence;

import java.util.function.UnaryOperator;

/** What an attacker sees of members and of as many non-members. */
record Seen(Told members, Told others) {
  /** The same through something that changes what is told. */
  Seen through(UnaryOperator<Told> change) {
    return new Seen(change.apply(members), change.apply(others));
  }

  /** The accuracy of the attack that says "member" when the model is right. */
  double rightOrWrong() {
    return (members.accuracy() + 1 - others.accuracy()) / 2;
  }
}
