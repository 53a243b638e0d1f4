package epsilonlab.attack;

import ai.djl.ndarray.NDArray;
import epsilonlab.model.Network;
import java.util.List;

/**
 * The basic iterative method of Kurakin, Goodfellow and Bengio, "Adversarial Examples in the
 * Physical World" (2017): k sign steps of size epsilon / k from the image itself.
 */
final class IteratedFgsm implements Attack {
  @Override
  public String id() {
    return "iterated-fgsm";
  }

  @Override
  public String title() {
    return "FGSM, several steps";
  }

  @Override
  public String sentence() {
    return "k small sign steps, looking at the gradient again after each.";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        Parameter.STEPS,
        Parameter.derived(
            "step-size", "α", "Step size", 1, "ε / k", "How far one step moves every pixel."));
  }

  @Override
  public Prepared prepare(Network network, Examples examples, AttackSettings settings) {
    int steps = settings.integer("steps");
    SteepestSteps walk =
        new SteepestSteps(
            network,
            examples,
            steps,
            settings.real("step-size"),
            1.0,
            AttackLoss.CROSS_ENTROPY::sum,
            Geometry.LINF);
    return new Dropping() {
      @Override
      public NDArray at(NDArray epsilon) {
        return walk.from(examples.images(), epsilon);
      }

      @Override
      public Examples survivors(Examples some, NDArray epsilon) {
        return walk.survivors(some, some.images(), epsilon);
      }
    };
  }
}
