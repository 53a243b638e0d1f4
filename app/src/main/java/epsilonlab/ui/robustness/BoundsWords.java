package epsilonlab.ui.robustness;

import epsilonlab.defence.SmoothedAccuracy;
import epsilonlab.evaluation.Bound;
import epsilonlab.report.figure.Numbers;
import java.util.Comparator;
import java.util.List;

/** What the bounds say, in plain words. */
final class BoundsWords {
  private static final double ALIKE = 0.05;

  private BoundsWords() {}

  /** On interval bounds. */
  static String ofBounds(List<Bound> bounds) {
    if (bounds.isEmpty()) {
      return "The true accuracy under the worst change lies **between** what can be proved and what"
          + " the strongest attack leaves.";
    }
    Bound widest =
        bounds.stream()
            .max(Comparator.comparingDouble(bound -> bound.strongestAttack() - bound.certified()))
            .orElseThrow();
    if (widest.strongestAttack() - widest.certified() < ALIKE) {
      return "Proof and attack agree to %s at every epsilon: here the true robustness is **known**."
          .formatted("within 5 points");
    }
    return "At $ε$ = %s at least **%s** of the digits resist every change, and at most **%s**: in between nobody knows. %s"
        .formatted(
            Numbers.plain(widest.epsilon()),
            Numbers.percent(widest.certified()),
            Numbers.percent(widest.strongestAttack()),
            widest.certified() < ALIKE
                ? "Interval bounds are loose for a network that was not trained for them; train one"
                    + " with interval bounds to see the band close."
                : "");
  }

  /** On smoothing. */
  static String ofSmoothing(SmoothedAccuracy smoothed) {
    if (smoothed == null) {
      return "Smoothing asks the network about many noisy copies and takes the majority. That can be"
          + " proved for every network.";
    }
    SmoothedAccuracy.Point half = smoothed.points().get(Math.min(5, smoothed.points().size() - 1));
    return ("**%s** of the digits keep their true class whatever is changed, up to a length of %s."
            + " Where the majority is not clear, the smoothed network abstains: %s.")
        .formatted(
            Numbers.percent(half.certified()),
            Numbers.plain(half.radius()),
            Numbers.percent(smoothed.abstained()));
  }
}
