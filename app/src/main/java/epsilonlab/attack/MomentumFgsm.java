package epsilonlab.attack;

import ai.djl.ndarray.NDArray;
import epsilonlab.model.Network;
import java.util.List;

/**
 * The momentum iterative method of Dong et al., "Boosting Adversarial Attacks with Momentum"
 * (2018): k sign steps from the image itself along a sum of the gradients so far, each divided by
 * its mean absolute value, older ones faded by the decay.
 */
final class MomentumFgsm implements Attack {
  // a gradient that is 0 everywhere stays 0
  private static final float TINY = Float.MIN_NORMAL;

  @Override
  public String id() {
    return "mi-fgsm";
  }

  @Override
  public String title() {
    return "FGSM with momentum";
  }

  @Override
  public String sentence() {
    return "k sign steps that keep some of the direction of the steps before.";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        Parameter.STEPS.withInitial(10),
        Parameter.derived(
            "step-size", "α", "Step size", 1, "ε / k", "How far one step moves every pixel."),
        Parameter.real(
            "decay", "μ", "Decay", 0, 10, 1, "How much of the earlier direction a step keeps."));
  }

  @Override
  public Prepared prepare(Network network, Examples examples, AttackSettings settings) {
    return new Dropping() {
      @Override
      public NDArray at(NDArray epsilon) {
        Walk walk = new Walk(network, examples, settings, epsilon);
        walk.run(false);
        return walk.at.get();
      }

      @Override
      public Examples survivors(Examples some, NDArray epsilon) {
        Walk walk = new Walk(network, some, settings, epsilon);
        walk.run(true);
        return walk.active.examples();
      }
    };
  }

  /** One walk of all images. */
  private static final class Walk {
    private final Network network;
    private final int steps;
    private final double stepSize;
    private final double decay;
    private final ActiveSet active;
    private final ActiveSet.Row at;
    private final ActiveSet.Row momentum;

    Walk(Network network, Examples examples, AttackSettings settings, NDArray epsilon) {
      this.network = network;
      steps = settings.integer("steps");
      stepSize = settings.real("step-size");
      decay = settings.real("decay");
      active = new ActiveSet(examples, epsilon, Geometry.LINF);
      at = active.row(examples.images());
      momentum = active.row(examples.images().zerosLike());
    }

    void run(boolean dropping) {
      for (int step = 0; step < steps && !active.isEmpty(); step++) {
        active.step(() -> step(dropping));
      }
      if (dropping && !active.isEmpty()) {
        active.step(() -> active.dropFooled(network.logits(at.get())));
      }
    }

    private void step(boolean dropping) {
      Network.InputGradient seen = network.inputGradient(at.get(), active.examples().goal());
      NDArray gradient = seen.gradient();
      NDArray mean =
          PerImage.overPixels(gradient.abs().reshape(active.size(), -1).mean(new int[] {1}));
      momentum.set(momentum.get().mul(decay).add(gradient.div(mean.maximum(TINY))));
      NDArray size = SteepestSteps.stepSize(active.epsilon(), stepSize, 1, steps);
      at.set(active.ball().step(at.get(), momentum.get().duplicate(), size));
      if (dropping) {
        active.dropFooled(seen.logits());
      }
    }
  }
}
