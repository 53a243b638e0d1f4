package epsilonlab.attack;

import ai.djl.ndarray.NDArray;
import epsilonlab.engine.Cancellation;
import epsilonlab.model.Network;
import java.util.List;

/**
 * Uniform noise in the ball: the baseline of Goodfellow, Shlens and Szegedy, "Explaining and
 * Harnessing Adversarial Examples" (2015), which shows that a perturbation's direction matters and
 * not its size. Of several draws, an image keeps the one that fools the network, or else the one
 * with the largest loss.
 */
final class NoiseAttack implements Attack {
  private static final AttackLoss LOSS = AttackLoss.CROSS_ENTROPY;

  @Override
  public String id() {
    return "noise";
  }

  @Override
  public String title() {
    return "Random noise";
  }

  @Override
  public String sentence() {
    return "Every pixel changes at random, without a look at the network.";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        Parameter.integer(
            "draws", "n", "Draws", 1, 100_000, 1, "How often the noise is drawn; the best stays."));
  }

  @Override
  public Prepared prepare(Network network, Examples examples, AttackSettings settings) {
    int draws = settings.integer("draws");
    return new Dropping() {
      @Override
      public NDArray at(NDArray epsilon) {
        return Attempts.best(
            draws, network, examples, LOSS, draw -> noisy(examples, draw, epsilon));
      }

      @Override
      public Examples survivors(Examples some, NDArray epsilon) {
        return Attempts.survivors(
            draws,
            some,
            (draw, left) -> left.withoutFooled(network.logits(noisy(left, draw, epsilon))));
      }
    };
  }

  private static NDArray noisy(Examples examples, int draw, NDArray epsilon) {
    Cancellation.check();
    NDArray moved =
        examples.uniformNoise("noise draw " + draw).muli(epsilon).addi(examples.images());
    return new LinfBall(examples.images(), epsilon).project(moved);
  }
}
