package epsilonlab.defence;

import epsilonlab.engine.Seed;
import epsilonlab.model.Network;

/**
 * Reduces the pixels' bit depth: one of the feature squeezers of Xu, Evans and Qi, "Feature
 * Squeezing: Detecting Adversarial Examples in Deep Neural Networks" (2018).
 */
final class BitDepth implements Defence {
  private static final int BITS = 3;

  @Override
  public String id() {
    return "bit-depth";
  }

  @Override
  public String title() {
    return "Bit-depth reduction";
  }

  @Override
  public String sentence() {
    return "Rounds every pixel to one of " + (1 << BITS) + " values before the network sees it.";
  }

  @Override
  public String paper() {
    return Papers.FEATURE_SQUEEZING;
  }

  @Override
  public String adaptiveAttack() {
    return "BPDA (identity backward)";
  }

  @Override
  public String weakness() {
    return "Rounding has no gradient, but it moves a pixel by at most half a step, so what is made for"
        + " the bare network fools this one too; BPDA differentiates as if the rounding were not"
        + " there.";
  }

  @Override
  public Network defend(Network bare, Seed draws) {
    return new Preprocessed(bare, new Quantisation(BITS));
  }

  @Override
  public AdaptiveAttack adaptive(Network bare, Seed draws) {
    return AdaptiveAttack.bpda(bare, new Quantisation(BITS), Preprocessing.IDENTITY);
  }
}
