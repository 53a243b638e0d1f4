package epsilonlab.theory;

import java.util.List;

/**
 * What a check on random instances found.
 *
 * @param instances how many were drawn
 * @param claims one entry a claim of the theorem, in its order
 */
public record CheckResult(int instances, List<Outcome> claims) {
  /**
   * What was found about one claim.
   *
   * @param largestDifference over all instances, relative where the numbers are larger than 1
   * @param worstInstance the index of the instance where it was found
   * @param cases how many of the instances said something about the claim: its condition may hold
   *     on some of them only
   */
  public record Outcome(Claim claim, double largestDifference, int worstInstance, int cases) {
    /** Whether no instance speaks against the claim. */
    public boolean holds() {
      return largestDifference <= claim.tolerance();
    }
  }

  /** The largest difference of all claims. */
  public double largestDifference() {
    return claims.stream().mapToDouble(Outcome::largestDifference).max().orElse(0);
  }

  /** Whether no instance speaks against any claim. */
  public boolean holds() {
    return claims.stream().allMatch(Outcome::holds);
  }
}
