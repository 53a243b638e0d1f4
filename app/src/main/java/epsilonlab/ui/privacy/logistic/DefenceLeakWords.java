package epsilonlab.ui.privacy.logistic;

import epsilonlab.privacy.defence.Defence;
import epsilonlab.privacy.defence.DefencePoint;
import epsilonlab.report.DefencesChart.Leakage;
import epsilonlab.report.figure.Numbers;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What defences cost and save, in plain words that are true of the points. */
final class DefenceLeakWords {
  /** So much test accuracy may a cheap defence cost. */
  static final double CHEAP = 0.02;

  private DefenceLeakWords() {}

  static double leak(DefencePoint point, Leakage leakage) {
    return (leakage == Leakage.THRESHOLD ? point.threshold() : point.rightOrWrong()).mean();
  }

  static Optional<DefencePoint> none(List<DefencePoint> points) {
    return points.stream().filter(point -> point.defence() == Defence.NONE).findFirst();
  }

  /** The point of least leakage that costs at most {@link #CHEAP} of the test accuracy. */
  static Optional<DefencePoint> best(
      List<DefencePoint> points, Optional<Defence> of, Leakage leakage) {
    Optional<DefencePoint> bare = none(points);
    return points.stream()
        .filter(point -> point.defence() != Defence.NONE)
        .filter(point -> of.isEmpty() || of.get() == point.defence())
        .filter(
            point ->
                bare.isPresent()
                    && bare.get().testAccuracy().mean() - point.testAccuracy().mean() <= CHEAP)
        .min(Comparator.comparingDouble(point -> leak(point, leakage)));
  }

  /** "C = 0.01", or nothing where a defence has no strength. */
  static String strength(DefencePoint point) {
    String name = point.defence().strengthName();
    return name.isEmpty() ? "" : name + " " + Numbers.plain(point.strength());
  }

  static String sentences(List<DefencePoint> points, Leakage leakage) {
    Optional<DefencePoint> bare = none(points);
    if (bare.isEmpty()) {
      return "Every defence has a price. A good one stands at the upper left: new images are still"
          + " read right, and the attack finds little.";
    }
    String start =
        "Without a defence the attack is right in %s, and the model in %s of new images."
            .formatted(
                Numbers.percent(leak(bare.get(), leakage)),
                Numbers.percent(bare.get().testAccuracy().mean()));
    Optional<DefencePoint> best = best(points, Optional.empty(), leakage);
    if (best.isEmpty() || leak(best.get(), leakage) >= leak(bare.get(), leakage)) {
      return start
          + (points.size() > 1
              ? " None of those measured so far helps for two points of accuracy or less."
              : "");
    }
    String what =
        best.get().defence().title()
            + (strength(best.get()).isEmpty() ? "" : " (" + strength(best.get()) + ")");
    return start
        + " For at most two points of accuracy, "
        + lower(what)
        + " helps most: the attack falls to "
        + Numbers.percent(leak(best.get(), leakage))
        + ".";
  }

  private static String lower(String title) {
    boolean name = title.startsWith("DP");
    return name ? title : Character.toLowerCase(title.charAt(0)) + title.substring(1);
  }
}
