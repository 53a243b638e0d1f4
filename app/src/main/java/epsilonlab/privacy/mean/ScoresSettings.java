package epsilonlab.privacy.mean;

/**
 * Whose scores are drawn: those of members and of non-members of many means.
 *
 * @param n people in a mean, 1 to 100,000
 * @param d dimension, 1 to 100,000
 * @param variance of the noise on each component of the mean, 0 or more
 * @param count scores wanted on either side, 1 or more
 */
public record ScoresSettings(
    int n, int d, double variance, int count, Simulation simulation, MeanScore score, long seed) {
  // so many from one mean at most, where others can be had
  private static final int FROM_ONE = 10;
  // draws from the normal distribution that a following slider can wait for
  private static final long MOST_DRAWS = 24_000_000;

  /**
   * Checks every value.
   *
   * @throws epsilonlab.engine.LabException that names the first one that is out of its range
   */
  public ScoresSettings {
    MeanSettings.check(n, d, variance, simulation);
    if (count < 1) {
      throw new IllegalArgumentException(count + " scores");
    }
  }

  /** How many means are drawn: few where data are drawn for each and people have many numbers. */
  int repeats() {
    int wanted = divided(count, Math.min(n, FROM_ONE));
    long draws = 2L * n * (simulation == Simulation.FAITHFUL ? d : 1);
    long affordable = Math.max(divided(count, n), MOST_DRAWS / draws);
    return (int) Math.min(wanted, affordable);
  }

  /** How many of either side's scores of a mean are kept. */
  int perRepeat() {
    return Math.min(n, divided(count, repeats()));
  }

  private static int divided(int whole, int by) {
    return (whole + by - 1) / by;
  }
}
