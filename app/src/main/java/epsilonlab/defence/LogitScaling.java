package epsilonlab.defence;

import epsilonlab.engine.Seed;
import epsilonlab.model.Network;
import java.util.Map;

/**
 * Multiplies the logits by a large constant. No answer changes, but the softmax saturates: the
 * textbook case of masked gradients in Carlini et al., "On Evaluating Adversarial Robustness"
 * (2019).
 */
final class LogitScaling implements Defence {
  private static final double FACTOR = 1000;

  @Override
  public String id() {
    return "logit-scaling";
  }

  @Override
  public String title() {
    return "Logit scaling";
  }

  @Override
  public String sentence() {
    return "Multiplies the logits by 1000, which changes no answer.";
  }

  @Override
  public String paper() {
    return "Carlini et al., On Evaluating Adversarial Robustness (2019)";
  }

  @Override
  public String adaptiveAttack() {
    return "PGD on the margin loss";
  }

  @Override
  public String weakness() {
    return "The softmax is 1 to the last bit, so the cross-entropy's gradient is exactly zero for"
        + " nearly every image; the margin between two logits has a gradient however large they"
        + " are.";
  }

  @Override
  public Network defend(Network bare, Seed draws) {
    return new ScaledLogits(bare, FACTOR);
  }

  @Override
  public AdaptiveAttack adaptive(Network bare, Seed draws) {
    return AdaptiveAttack.pgd(defend(bare, draws), Map.of("loss", "margin"));
  }
}
