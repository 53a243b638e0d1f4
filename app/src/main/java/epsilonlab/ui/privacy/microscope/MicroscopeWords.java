package epsilonlab.ui.privacy.microscope;

import epsilonlab.privacy.ConfidenceInterval;
import epsilonlab.report.figure.Numbers;

/** How the microscope writes its numbers: always as wide, so that nothing jitters. */
final class MicroscopeWords {
  private MicroscopeWords() {}

  /** "76 %". */
  static String whole(double share) {
    return Math.round(100 * share) + " %";
  }

  /** How many of a hundred; neither none nor all where that would be wrong. */
  static int ofHundred(double share) {
    int rounded = (int) Math.round(100 * share);
    return rounded == 0 && share > 0 ? 1 : rounded == 100 && share < 1 ? 99 : rounded;
  }

  /** "from 0.83 to 0.85 with 95 % confidence, if scores are independent". */
  static String interval(ConfidenceInterval interval) {
    return "from "
        + Numbers.fixed(interval.low(), 3)
        + " to "
        + Numbers.fixed(interval.high(), 3)
        + " with 95 % confidence, if scores are independent";
  }
}
