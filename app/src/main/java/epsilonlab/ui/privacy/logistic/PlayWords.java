package epsilonlab.ui.privacy.logistic;

import epsilonlab.privacy.Confusion;
import org.apache.commons.statistics.distribution.BinomialDistribution;

/** The game in plain words. */
final class PlayWords {
  private PlayWords() {}

  static String sentences(Play play) {
    if (play.deal().get() == null) {
      return "You are the attacker. You see twenty images and what the model says of each; half of"
          + " them are members. Say IN or OUT.";
    }
    if (!play.isOver()) {
      return "Is the model right, and how sure is it? It has learned the members by heart, or nearly"
          + " so. **I** says IN, **O** says OUT.";
    }
    Confusion you = play.student();
    int right = Deal.right(you);
    int machine = Deal.right(play.deal().get().machine());
    String chance = luck(right);
    return "You found %d of 10 members and accused %d of 10 others. %s %s"
        .formatted(
            you.found(),
            you.accused(),
            right > machine
                ? "That beats the machine."
                : right == machine
                    ? "The machine did just as well."
                    : "The machine, which goes by the loss alone, did better.",
            chance);
  }

  /** How often a coin does as well. */
  static String luck(int right) {
    double atLeast = BinomialDistribution.of(Deal.ROUNDS, 0.5).survivalProbability(right - 1);
    return atLeast >= 0.999
        ? "A coin would nearly always do as well."
        : "A coin gets %d or more right in %s of all games."
            .formatted(
                right, epsilonlab.report.figure.Numbers.percent(atLeast).replace(' ', '\u00a0'));
  }
}
