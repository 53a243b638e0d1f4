package epsilonlab.training;

import java.util.Optional;

/**
 * Notices a loss that explodes: one that is not finite, or stays above 100 times the first batch's
 * for a whole epoch.
 */
public final class DivergenceGuard {
  private static final double FACTOR = 100;
  private static final double LEAST = 0.1;
  private static final String NOT_FINITE = "the loss is not a finite number any more";

  private final int stepsPerEpoch;
  private double first = Double.NaN;
  private int stepsAbove;

  /**
   * @param stepsPerEpoch how many batches an epoch has
   */
  public DivergenceGuard(int stepsPerEpoch) {
    this.stepsPerEpoch = stepsPerEpoch;
  }

  /** Looks at a batch's loss; says what is wrong, if anything is. */
  public Optional<String> look(double loss) {
    if (!Double.isFinite(loss)) {
      return Optional.of(NOT_FINITE);
    }
    if (Double.isNaN(first)) {
      // a model that is trained already starts near 0, where 100 times as much is still little
      first = Math.max(loss, LEAST);
    }
    stepsAbove = loss > FACTOR * first ? stepsAbove + 1 : 0;
    return stepsAbove >= stepsPerEpoch
        ? Optional.of("the loss stayed above 100 times its first value for an epoch")
        : Optional.empty();
  }

  /** Looks at an epoch's mean loss, so that an exploded epoch does not count as a good one. */
  public Optional<String> lookAtEpoch(double meanLoss) {
    if (!Double.isFinite(meanLoss)) {
      return Optional.of(NOT_FINITE);
    }
    return meanLoss > FACTOR * first
        ? Optional.of("the loss rose to more than 100 times its first value")
        : Optional.empty();
  }
}
