package epsilonlab.privacy.logistic;

/**
 * A model fitted to n images.
 *
 * @param regularisation C, infinity for none
 * @param n members, and as many non-members
 * @param trainAccuracy on the members, in [0, 1]
 * @param testAccuracy on the non-members, in [0, 1]
 * @param iterations of the solver
 * @param fit the model
 */
public record FitPoint(
    double regularisation,
    int n,
    double trainAccuracy,
    double testAccuracy,
    int iterations,
    LogisticFit fit) {
  /**
   * The accuracy of the attack that says "member" when the model is right: half of 1 plus the gap
   * between the two accuracies.
   */
  public double attackAccuracy() {
    return (trainAccuracy + 1 - testAccuracy) / 2;
  }
}
