package epsilonlab.defence;

/** What a defence is worth, from the accuracies that it leaves. */
public enum Verdict {
  /** At least 50 points lie between plain PGD and the adaptive attack. */
  FELL("It only looked strong: %s under plain PGD, %s under the adaptive attack."),
  /** Even under the adaptive attack it keeps at least 50 points more than the bare network. */
  HOLDS("It is real here: %2$s under the adaptive attack, where the bare network keeps %3$s."),
  /** The bare network alone keeps at least half of its answers. */
  NETWORK_RESISTS(
      "The network resists by itself at this epsilon: %3$s of its answers stay right without any"
          + " defence; choose a larger epsilon to see what the defence is worth."),
  /** Plain PGD is enough. */
  NEVER_STRONG("It never looked strong here: plain PGD leaves %s, the adaptive attack %s."),
  /** None of these. */
  WEAKENED(
      "It is weaker than it looks: %s under plain PGD, %s under the adaptive attack, where the bare"
          + " network keeps %s.");

  private static final double CLEAR = 0.5;
  private static final double LITTLE = 0.1;

  private final String pattern;

  Verdict(String pattern) {
    this.pattern = pattern;
  }

  /**
   * The verdict on these accuracies, all in [0, 1].
   *
   * @param bare of the network without the defence, under plain PGD
   * @param plain of the defended one, under plain PGD
   * @param adaptive of the defended one, under the adaptive attack
   */
  static Verdict of(double bare, double plain, double adaptive) {
    if (falls(plain, adaptive)) {
      return FELL;
    }
    if (bare >= CLEAR) {
      return NETWORK_RESISTS;
    }
    if (adaptive - bare >= CLEAR) {
      return HOLDS;
    }
    return plain < CLEAR && plain - adaptive < LITTLE ? NEVER_STRONG : WEAKENED;
  }

  /** Whether a defence falls, for which the network alone need not be known. */
  public static boolean falls(double plain, double adaptive) {
    return plain - adaptive >= CLEAR;
  }

  String sentence(double bare, double plain, double adaptive) {
    return pattern.formatted(percent(plain), percent(adaptive), percent(bare));
  }

  private static String percent(double fraction) {
    return Math.round(fraction * 1000) / 10.0 + " %";
  }
}
