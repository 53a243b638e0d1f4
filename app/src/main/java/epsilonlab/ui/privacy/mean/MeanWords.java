package epsilonlab.ui.privacy.mean;

import epsilonlab.privacy.Confusion;
import epsilonlab.privacy.mean.MeanScore;
import epsilonlab.privacy.mean.Simulation;
import epsilonlab.privacy.mean.Theory;
import epsilonlab.report.MeanTables;
import epsilonlab.report.figure.Numbers;
import java.util.Locale;

/** What the part says; true for the numbers it is given. */
final class MeanWords {
  static final String ASSUMES =
      "The smallest ε for which the published average is (ε, δ)-differentially private by the"
          + " Gaussian mechanism, exactly (Balle and Wang, 2018). It assumes that everybody’s"
          + " numbers are first clipped to length √d, and that one person is replaced by another:"
          + " sensitivity 2√d / n.";

  private static final double HARDLY = 0.1;
  private static final double MUCH = 0.8;
  private static final int MOST_DIGITS = 1000;

  private MeanWords() {}

  static String title(MeanScore score) {
    return score == MeanScore.PRODUCT ? "Product with the average" : "Projection on the average";
  }

  static String axis(MeanScore score) {
    return score == MeanScore.PRODUCT ? "score" : "score, in the direction of the average";
  }

  static String title(Simulation simulation) {
    return simulation == Simulation.REDUCED ? "Exact short cut" : "As in the exercise";
  }

  /** "76.0". */
  static String hero(Confusion found) {
    return found == null ? "–" : Numbers.fixed(100 * found.balancedAccuracy(), 1);
  }

  /** With symbols between dollar signs. */
  static String formula(MeanForm.Chosen of) {
    String formula = of.variance() == 0 ? "Φ(½√($d$/$n$))" : "Φ(½√($d$/($n$ + $n²σ²$)))";
    return "Formula: " + formula + " = " + theory(of);
  }

  private static String theory(MeanForm.Chosen of) {
    return Numbers.percent(Theory.accuracy(of.n(), of.d(), of.variance()));
  }

  /** The epsilon of the Gaussian mechanism. */
  static String epsilon(MeanForm.Chosen of) {
    double epsilon = MeanTables.epsilon(of.n(), of.d(), of.variance());
    return Double.isInfinite(epsilon)
        ? of.variance() == 0 ? "none" : "above 10⁶"
        : epsilon >= MOST_DIGITS
            ? String.format(Locale.ROOT, "%,d", Math.round(epsilon))
            : Numbers.fixed(epsilon, epsilon >= 100 ? 0 : epsilon >= 1 ? 1 : 3);
  }

  /**
   * A few sentences on what was found, with its parts in bold.
   *
   * @param best what the best threshold makes of it, or null before there are scores
   */
  static String plain(MeanForm.Chosen of, Confusion best) {
    if (best == null) {
      return "Somebody publishes only an average. Whoever knows a person’s numbers can still ask:"
          + " was this person in it?";
    }
    double advantage = best.advantage();
    String verdict =
        advantage < HARDLY
            ? "hardly gives away who was in it"
            : advantage < MUCH ? "gives away who was in it" : "gives almost everybody in it away";
    String people = of.n() == 1 ? "one person" : String.format(Locale.ROOT, "%,d people", of.n());
    String words = "The average of " + people + " " + verdict + ". " + more(of);
    // a number and its sign stay on one line
    return words.replace(" %", "\u00a0%");
  }

  private static String more(MeanForm.Chosen of) {
    if (of.variance() > 0) {
      return "Without the noise the attack could be right in **"
          + Numbers.percent(Theory.accuracy(of.n(), of.d(), 0))
          + "** instead of **"
          + theory(of)
          + "**.";
    }
    return "With twice as many numbers a person it could be right in **"
        + Numbers.percent(Theory.accuracy(of.n(), 2.0 * of.d(), 0))
        + "**. Noise protects.";
  }
}
