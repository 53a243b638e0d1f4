package epsilonlab.privacy;

/**
 * How often an attack says "member".
 *
 * @param found members of whom it says so
 * @param members how many members there are, at least 1
 * @param accused non-members of whom it says so
 * @param others how many non-members there are, at least 1
 */
public record Confusion(int found, int members, int accused, int others) {
  /** The share of members that are found, in [0, 1]. */
  public double truePositiveRate() {
    return (double) found / members;
  }

  /** The share of non-members that are accused, in [0, 1]. */
  public double falsePositiveRate() {
    return (double) accused / others;
  }

  /** The mean of the shares of right judgements on either side, in [0, 1]; 0.5 is guessing. */
  public double balancedAccuracy() {
    return (truePositiveRate() + 1 - falsePositiveRate()) / 2;
  }

  /**
   * Members found minus non-members accused, in [-1, 1]: the advantage of Yeom et al., "Privacy
   * Risk in Machine Learning" (2018).
   */
  public double advantage() {
    return truePositiveRate() - falsePositiveRate();
  }
}
