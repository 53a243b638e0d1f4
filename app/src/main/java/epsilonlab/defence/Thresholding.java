package epsilonlab.defence;

import epsilonlab.engine.Seed;
import epsilonlab.model.Network;
import java.util.Map;
import java.util.Optional;

/**
 * Makes every pixel black or white: bit-depth reduction to one bit, of Xu, Evans and Qi, "Feature
 * Squeezing" (2018).
 */
final class Thresholding implements Defence {
  private static final Quantisation ONE_BIT = new Quantisation(1);

  @Override
  public String id() {
    return "thresholding";
  }

  @Override
  public String title() {
    return "Thresholding";
  }

  @Override
  public String sentence() {
    return "Makes every pixel black or white before the network sees it.";
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
    return "It has no gradient; BPDA goes round that, but an l∞ perturbation below 0.5 cannot turn a"
        + " black pixel white, so on MNIST, whose pixels are nearly all black or white, the defence"
        + " is real.";
  }

  @Override
  public Optional<Ending> ending() {
    return Optional.of(
        new Ending(
            "pgd-l2",
            4,
            "Another norm ends it: l2 and l0 attacks change few pixels, but those by more than"
                + " one half; so do an epsilon of one half, and Fashion-MNIST, which is full of grey"
                + " pixels."));
  }

  @Override
  public Network defend(Network bare, Seed draws) {
    return new Preprocessed(bare, ONE_BIT);
  }

  @Override
  public AdaptiveAttack adaptive(Network bare, Seed draws) {
    return AdaptiveAttack.pgd(
        new Preprocessed(bare, ONE_BIT.withBackwardOf(Preprocessing.IDENTITY)),
        // who calls a defence real must have tried hard
        Map.of("restarts", "5"));
  }
}
