package epsilonlab.attack;

import ai.djl.ndarray.NDArray;
import epsilonlab.engine.Tensors;
import epsilonlab.model.Network;
import java.util.List;

/**
 * The Jacobian-based saliency map attack of Papernot, McDaniel, Jha, Fredrikson, Celik and Swami,
 * "The Limitations of Deep Learning in Adversarial Settings" (2016): turns the two pixels on, or
 * off, that raise the target's logit and lower the others most, and looks again. Without a target
 * it is after the class that is nearest at each step.
 */
final class Jsma implements Attack {
  private static final Parameter DIRECTION =
      Parameter.choice(
          "direction",
          "Pixels",
          List.of("increase", "decrease", "both"),
          "Whether pixels become white, black, or either.");

  // epsilon bounds them; few digits stand a hundred turned pixels
  private static final int PAIRS = 50;
  // the answer, and the slopes of the target and of all others
  private static final int PASSES_A_PAIR = 3;

  @Override
  public String id() {
    return "jsma";
  }

  @Override
  public String title() {
    return "Saliency map (JSMA)";
  }

  @Override
  public String sentence() {
    return "Turns two pixels at a time all the way, those that help the wrong class most.";
  }

  @Override
  public Norm norm() {
    return Norm.L0;
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(DIRECTION);
  }

  @Override
  public double passes(AttackSettings settings) {
    return PAIRS * PASSES_A_PAIR;
  }

  @Override
  public Prepared prepare(Network network, Examples examples, AttackSettings settings) {
    int direction = settings.integer(DIRECTION.name());
    NDArray images = examples.images();
    return epsilon -> {
      SaliencySteps steps =
          new SaliencySteps(
              network,
              examples,
              new SaliencyMap(direction != 1, direction != 0),
              PixelBudget.of(epsilon, examples));
      return Tensors.of(images.getManager(), steps.run(), images.getShape().getShape());
    };
  }
}
