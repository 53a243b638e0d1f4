package epsilonlab.attack;

import ai.djl.ndarray.NDArray;
import epsilonlab.model.Network;
import java.util.List;

/**
 * Projected gradient descent of Madry et al., "Towards Deep Learning Models Resistant to
 * Adversarial Attacks" (2018): sign steps from a random point of the ball, projected back; of
 * several restarts, an image keeps the one that fools the network, or else the largest loss.
 */
final class Pgd implements Attack {
  @Override
  public String id() {
    return "pgd";
  }

  @Override
  public String title() {
    return "PGD";
  }

  @Override
  public String sentence() {
    return "Many sign steps from a random start, always pulled back into the ball.";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        Parameter.STEPS.withInitial(40),
        Parameter.derived(
            "step-size", "α", "Step size", 1, "2.5 ε / k", "How far one step moves every pixel."),
        Attempts.PARAMETER,
        Parameter.onOff("random-start", "Random", true, "Starts at a random point of the ball."),
        AttackLoss.PARAMETER);
  }

  @Override
  public Prepared prepare(Network network, Examples examples, AttackSettings settings) {
    int restarts = settings.integer("restarts");
    boolean random = settings.isOn("random-start");
    AttackLoss loss = AttackLoss.chosen(settings);
    SignSteps walk =
        new SignSteps(
            network,
            examples,
            settings.integer("steps"),
            settings.real("step-size"),
            2.5,
            loss::sum);
    return new Dropping() {
      @Override
      public NDArray at(NDArray epsilon) {
        return Attempts.best(
            restarts,
            network,
            examples,
            loss,
            restart -> walk.from(start(examples, random, restart, epsilon), epsilon));
      }

      @Override
      public Examples survivors(Examples some, NDArray epsilon) {
        return Attempts.survivors(
            restarts,
            some,
            (restart, left) ->
                walk.survivors(left, start(left, random, restart, epsilon), epsilon));
      }
    };
  }

  private static NDArray start(Examples examples, boolean random, int restart, NDArray epsilon) {
    if (!random) {
      return examples.images();
    }
    return examples.uniformNoise("pgd start " + restart).muli(epsilon).addi(examples.images());
  }
}
