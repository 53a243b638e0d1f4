package epsilonlab.ui.privacy.logistic;

import epsilonlab.privacy.inference.MembershipAttack;
import epsilonlab.privacy.logistic.NoisyPoint;
import epsilonlab.report.MembershipCharts;
import epsilonlab.report.figure.Numbers;
import java.util.Optional;

/** The overview in plain words that are true of its numbers. */
final class LogisticWords {
  private static final double HARDLY = 0.02;
  private static final double MUCH = 0.05;
  private static final double USUAL_VARIANCE = 0.1;

  private LogisticWords() {}

  /** What the attack asks of the model, for a list: "Right about the image". */
  static String title(MembershipAttack attack) {
    return switch (attack) {
      case CORRECT -> "Right about the image";
      case CONFIDENCE -> "Sure of its answer";
      case LOSS -> "Sure of the label";
      case MARGIN -> "Ahead by a margin";
      default -> attack.title();
    };
  }

  /** How the accuracy comes about. */
  static String formula(Reading reading) {
    if (!reading.isKnown()) {
      return "½ + gap / 2";
    }
    String gap = Numbers.fixed(100 * reading.advantage(), 2).replaceAll("\\.?0+$", "");
    boolean minus = reading.advantage() < 0;
    return (reading.attack() == MembershipAttack.CORRECT
            ? "½ + gap / 2"
            : "½ + (found − accused) / 2")
        + " = 50 % "
        + (minus ? "− " + gap.substring(1) : "+ " + gap)
        + " % / 2";
  }

  /** Two or three sentences about the chosen model. */
  static String sentences(Reading reading) {
    if (!reading.isKnown()) {
      return "A model often knows the images it learned from better than new ones. Train models on"
          + " more and more images and see how much that gives away.";
    }
    return reading.attack() == MembershipAttack.CORRECT ? rightOrWrong(reading) : scored(reading);
  }

  private static String rightOrWrong(Reading reading) {
    double gap = reading.advantage();
    String knows =
        (reading.chosen().variance() > 0 ? "With the noise the model gets " : "The model knows ")
            + part(reading.found(), "every image", "of the images")
            + " it learned from";
    String others = part(reading.accused(), "every one", "") + "of new ones";
    if (reading.accused() >= 1) {
      others = "every new one";
    }
    if (Math.abs(gap) < HARDLY) {
      return knows
          + (reading.chosen().variance() > 0 ? " right" : "")
          + ", and "
          + others
          + ". A right answer hardly tells them apart.";
    }
    if (gap < 0) {
      return knows + ", but " + others + ". Here a right answer misleads.";
    }
    return knows
        + (reading.chosen().variance() > 0 ? " right" : "")
        + ", but only "
        + others
        + ". A right answer hints at a member.";
  }

  private static String part(double share, String all, String some) {
    // no line ends before the per cent sign
    return share >= 1 ? all : Numbers.percent(share).replace(' ', '\u00a0') + " " + some;
  }

  private static String scored(Reading reading) {
    String by =
        switch (reading.attack()) {
          case CONFIDENCE -> "how sure the model is of its answer";
          case LOSS -> "how sure the model is of the label";
          default -> "how far the label is ahead";
        };
    return "The attack goes by "
        + by
        + ": from the best threshold on it finds "
        + Numbers.percent(reading.found())
        + " of the members and accuses "
        + Numbers.percent(reading.accused())
        + " of the others. The threshold was chosen on these very images, which flatters it a"
        + " little.";
  }

  /** What the same noise does to long weights and to short ones; empty while that is not known. */
  static String noise(Sweep sweep) {
    LogisticForm.Chosen now = sweep.form().chosen().get();
    double variance = now.variance() > 0 ? now.variance() : USUAL_VARIANCE;
    double c = sweep.regularised(USUAL_VARIANCE);
    Known known = sweep.known().get();
    Optional<NoisyPoint> free = known.noise(now, Double.POSITIVE_INFINITY, variance);
    Optional<NoisyPoint> held = known.noise(now, c, variance);
    Optional<NoisyPoint> freeStill = known.noise(now, Double.POSITIVE_INFINITY, 0);
    Optional<NoisyPoint> heldStill = known.noise(now, c, 0);
    if (free.isEmpty() || held.isEmpty() || freeStill.isEmpty() || heldStill.isEmpty()) {
      return "Noise of one size is little beside long weights and much beside short ones.";
    }
    double lost = loss(freeStill.get(), free.get());
    double more = loss(heldStill.get(), held.get());
    String again = verb(more);
    if (verb(lost).startsWith("lose ") && again.startsWith("lose ")) {
      again = again.substring("lose ".length());
    }
    return "With $σ²$ = %s, new images %s at $‖w‖$ = %s, %s %s at $‖w‖$ = %s."
        .formatted(
            Numbers.plain(variance),
            verb(lost),
            norm(free.get().weightNorm()),
            more - lost > MUCH ? "but" : "and",
            again,
            norm(held.get().weightNorm()));
  }

  private static double loss(NoisyPoint still, NoisyPoint noisy) {
    return still.testAccuracy().mean() - noisy.testAccuracy().mean();
  }

  private static String verb(double lost) {
    long points = Math.round(100 * Math.abs(lost));
    String many = points + (points == 1 ? " point" : " points");
    return points == 0 ? "lose nothing" : (lost > 0 ? "lose " : "gain ") + many;
  }

  /** A norm with three digits or so. */
  static String norm(double value) {
    return Numbers.fixed(value, value >= 99.95 ? 0 : value >= 0.995 ? 1 : 2);
  }

  /** "C = 0.1". */
  static String regulariser(double c) {
    return "$C$ = " + MembershipCharts.symbol(c);
  }
}
