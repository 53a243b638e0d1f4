package epsilonlab.defence;

import epsilonlab.engine.Seed;
import epsilonlab.model.Network;

/**
 * Replaces every pixel by the median of its 3 x 3 neighbourhood: one of the feature squeezers of
 * Xu, Evans and Qi, "Feature Squeezing" (2018).
 */
final class MedianSmoothing implements Defence {
  /** The median; its gradient goes to the one neighbour that is the median. */
  static final Preprocessing MEDIAN =
      images -> {
        int middle = Neighbourhood.SIZE / 2;
        return Neighbourhood.of(images).sort(1).get(":, " + middle + ":" + (middle + 1));
      };

  /** The mean, whose gradient goes to all of them. */
  static final Preprocessing MEAN = images -> Neighbourhood.of(images).mean(new int[] {1}, true);

  @Override
  public String id() {
    return "median";
  }

  @Override
  public String title() {
    return "Median smoothing";
  }

  @Override
  public String sentence() {
    return "Replaces every pixel by the median of its 3 x 3 neighbourhood.";
  }

  @Override
  public String paper() {
    return Papers.FEATURE_SQUEEZING;
  }

  @Override
  public String adaptiveAttack() {
    return "BPDA (mean backward)";
  }

  @Override
  public String weakness() {
    return "The median's gradient reaches one neighbour of nine and jumps from step to step, but it is"
        + " right; BPDA takes the mean's instead, which moves all nine together.";
  }

  @Override
  public Network defend(Network bare, Seed draws) {
    return new Preprocessed(bare, MEDIAN);
  }

  @Override
  public AdaptiveAttack adaptive(Network bare, Seed draws) {
    return AdaptiveAttack.bpda(bare, MEDIAN, MEAN);
  }
}
