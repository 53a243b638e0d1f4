package epsilonlab.ui.privacy.form;

/**
 * Which values a slider has, and where they stand on it.
 *
 * @param least at the left end; above 0 if logarithmic
 * @param most at the right end
 * @param step to which values are rounded, and by which an arrow key moves
 * @param log whether equal factors stand equally far apart
 */
public record SliderTrack(double least, double most, double step, boolean log) {
  /** Whole numbers, equal factors equally far apart. */
  public static SliderTrack wholeLog(int least, int most) {
    return new SliderTrack(least, most, 1, true);
  }

  /** Equal steps. */
  public static SliderTrack linear(double least, double most, double step) {
    return new SliderTrack(least, most, step, false);
  }

  /** How far along a value stands, in [0, 1]; values beyond the ends stand at them. */
  double shareOf(double value) {
    double inside = Math.max(least, Math.min(most, value));
    return log
        ? Math.log(inside / least) / Math.log(most / least)
        : (inside - least) / (most - least);
  }

  /** The value at a place, rounded to whole steps. */
  double valueAt(double share) {
    double exact = log ? least * Math.pow(most / least, share) : least + share * (most - least);
    return rounded(exact);
  }

  /** The value so many steps further, within the ends. */
  double moved(double value, int steps) {
    return rounded(Math.max(least, Math.min(most, value + steps * step)));
  }

  private double rounded(double value) {
    double steps = Math.rint(value / step);
    // 3 * 0.1 is not 0.3, but 3 / 10 is
    return step < 1 ? steps / Math.rint(1 / step) : steps * step;
  }
}
