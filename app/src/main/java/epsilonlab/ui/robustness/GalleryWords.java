package epsilonlab.ui.robustness;

import epsilonlab.attack.Attacks;
import epsilonlab.defence.Defence;
import epsilonlab.defence.Ending;
import epsilonlab.defence.GalleryJob;
import epsilonlab.defence.Looks;
import epsilonlab.defence.Outcome;
import epsilonlab.defence.Verdict;
import epsilonlab.report.figure.AccuracyBars;
import epsilonlab.report.figure.AccuracyBars.Bar;
import epsilonlab.report.figure.AccuracyBars.Tone;
import epsilonlab.report.figure.Numbers;
import java.util.List;

/** What the gallery says about a defence, in figures and words. */
final class GalleryWords {
  // where a defended network still looks strong
  private static final double STRONG = 0.5;

  private GalleryWords() {}

  /** The bars of what is known so far. */
  static AccuracyBars bars(GalleryViewModel model) {
    Looks looks = model.looks();
    Outcome outcome = model.outcome();
    double plain = looks == null ? Double.NaN : looks.plain().accuracy();
    double left = outcome == null ? Double.NaN : outcome.adaptive().accuracy();
    return new AccuracyBars(
        "Right answers behind the defence",
        List.of(
            new Bar("No attack", looks == null ? Double.NaN : looks.clean().accuracy(), Tone.PLAIN),
            new Bar("Plain PGD", plain, plain < STRONG ? Tone.BAD : Tone.GOOD),
            new Bar("The attack that knows it", left, left < STRONG ? Tone.BAD : Tone.GOOD)),
        looks != null && model.guessed().get() ? model.guess().get() : Double.NaN);
  }

  /** What plain PGD showed. */
  static String ofLooks(Looks looks) {
    double plain = looks.plain().accuracy();
    String says =
        "Plain PGD leaves **%s** behind the defence, and %s of the network alone."
            .formatted(Numbers.percent(plain), Numbers.percent(looks.bare()));
    if (looks.plainAttack().equals(GalleryJob.ON_BARE)) {
      says +=
          " The gradient through the defence is zero everywhere, so the images were made for the"
              + " network alone.";
    } else if (looks.zeroGradients() > 0.1) {
      says +=
          " For %s of the digits the gradient is exactly zero."
              .formatted(Numbers.percent(looks.zeroGradients()));
    }
    return says;
  }

  /** Guess against truth. */
  static String ofGuess(double guess, Outcome outcome) {
    double truth = outcome.adaptive().accuracy();
    long off = Math.round(100 * Math.abs(guess - truth));
    return "You said **%d %%**, it is **%s**: %s."
        .formatted(
            Math.round(100 * guess),
            Numbers.percent(truth),
            off == 0 ? "exactly right" : off + (off == 1 ? " point off" : " points off"));
  }

  /** The verdict, a few words. */
  static String title(Verdict verdict) {
    return switch (verdict) {
      case FELL -> "It only looked strong";
      case HOLDS -> "It is real here";
      case NETWORK_RESISTS -> "The network resists by itself";
      case NEVER_STRONG -> "It never looked strong";
      case WEAKENED -> "It is weaker than it looks";
    };
  }

  /** What ends a real defence, tried where the attack is there; or nothing. */
  static String ofEnd(Defence defence, Outcome outcome) {
    if (outcome.verdict() != Verdict.HOLDS) {
      return "";
    }
    String tried =
        outcome
            .ended()
            .map(
                end ->
                    "%s at $ε$ = %s leaves **%s**. "
                        .formatted(
                            Attacks.get(end.ending().attack()).title(),
                            Numbers.plain(end.ending().epsilon()),
                            Numbers.percent(end.accuracy())))
            .orElse("");
    return tried + defence.ending().map(Ending::sentence).orElse("");
  }

  /** The verdict in a table: "fell", "holds". */
  static String brief(Verdict verdict) {
    return switch (verdict) {
      case FELL -> "only looked strong";
      case HOLDS -> "real here";
      case NETWORK_RESISTS -> "the network resists by itself";
      case NEVER_STRONG -> "never looked strong";
      case WEAKENED -> "weaker than it looks";
    };
  }
}
