package epsilonlab.ui.generate.denoise;

import epsilonlab.defence.purify.PurifierCurves;
import epsilonlab.defence.purify.PurifierSetting;
import epsilonlab.report.figure.Numbers;

/**
 * What the three curves say at one epsilon. Accuracies are in [0, 1]; NaN where nothing is known.
 *
 * @param clean accuracy of the classifier alone on digits that nobody attacked
 * @param purified the same behind the autoencoder
 * @param bare accuracy of the classifier alone under attack
 * @param plain the same behind the autoencoder, if the attacker does not know of it
 * @param adaptive the same if he does
 * @param measured whether the curves were measured at this very epsilon
 */
record DefenceWords(
    double epsilon,
    double clean,
    double purified,
    double bare,
    double plain,
    double adaptive,
    boolean measured) {
  private static final double MUCH = 0.2;
  private static final double LITTLE = 0.05;

  /** What a verdict comes to. */
  enum Verdict {
    UNKNOWN("Not attacked yet", ""),
    NO_ATTACK("No attack", ""),
    HARMLESS("Hardly an attack", ""),
    NO_REAL_DEFENCE("No real defence", "danger"),
    NO_DEFENCE("Hardly a defence", "danger"),
    WEAKENED("Only partly a defence", "warning"),
    HOLDS("Holds at this size", "success");

    private final String title;
    private final String tone;

    Verdict(String title, String tone) {
      this.title = title;
      this.tone = tone;
    }

    String title() {
      return title;
    }

    /** "danger", "warning", "success" or nothing. */
    String tone() {
      return tone;
    }
  }

  static DefenceWords of(PurifierCurves curves, double epsilon) {
    boolean known = curves.clean() != null;
    return new DefenceWords(
        epsilon,
        known ? curves.clean().bare() : Double.NaN,
        known ? curves.clean().purified() : Double.NaN,
        DenoiseFigures.accuracy(curves, PurifierSetting.UNDEFENDED, epsilon),
        DenoiseFigures.accuracy(curves, PurifierSetting.PLAIN, epsilon),
        DenoiseFigures.accuracy(curves, PurifierSetting.ADAPTIVE, epsilon),
        epsilon == 0 || curves.accuracy(PurifierSetting.ADAPTIVE, epsilon).isPresent());
  }

  boolean isKnown() {
    return Double.isFinite(bare) && Double.isFinite(plain) && Double.isFinite(adaptive);
  }

  Verdict verdict() {
    if (!isKnown()) {
      return Verdict.UNKNOWN;
    }
    if (epsilon == 0) {
      return Verdict.NO_ATTACK;
    }
    if (clean - bare < LITTLE) {
      return Verdict.HARMLESS;
    }
    if (plain - bare < MUCH) {
      return Verdict.NO_DEFENCE;
    }
    if (plain - adaptive < LITTLE) {
      return Verdict.HOLDS;
    }
    return adaptive - bare >= MUCH ? Verdict.WEAKENED : Verdict.NO_REAL_DEFENCE;
  }

  /** Two or three sentences that are true of these numbers. */
  String sentences() {
    String about = measured ? "" : "about ";
    String back =
        "The autoencoder washes off a change made without it: "
            + about
            + points(plain - bare)
            + " come back. Who uses its gradient too ";
    String first =
        switch (verdict()) {
          case UNKNOWN ->
              "An autoencoder in front of a classifier may wash an attack off. Measure whether it"
                  + " does, and what is left of that when the attacker knows of it.";
          case NO_ATTACK ->
              "At ε = 0 nobody attacks. Move the marker to the right to see what the autoencoder"
                  + " washes off.";
          case HARMLESS ->
              "At this size the attack does little harm: "
                  + about
                  + Numbers.percent(bare)
                  + " are read right without any defence.";
          case NO_REAL_DEFENCE ->
              back + (adaptive < plain / 2 ? "gets past." : "gets past more often.");
          case WEAKENED -> back + "takes " + points(plain - adaptive) + " of them away again.";
          case NO_DEFENCE ->
              "At this size the autoencoder hardly helps even against a change made without it: "
                  + about
                  + Numbers.percent(plain)
                  + " are read right behind it, "
                  + Numbers.percent(bare)
                  + " without it.";
          case HOLDS ->
              "At this size even an attacker who uses the autoencoder's gradient leaves "
                  + about
                  + Numbers.percent(adaptive)
                  + " right.";
        };
    return verdict() == Verdict.UNKNOWN ? first : first + price();
  }

  private String price() {
    double cost = clean - purified;
    if (Math.abs(cost) < 0.0005) {
      return " On clean digits it costs nothing.";
    }
    return cost > 0
        ? " It also costs " + points(cost) + " on clean digits."
        : " On clean digits it even gains " + points(-cost) + ".";
  }

  private static String points(double share) {
    String number = Numbers.fixed(100 * share, 1);
    return number + (number.equals("1.0") ? " point" : " points");
  }
}
