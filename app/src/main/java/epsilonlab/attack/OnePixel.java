package epsilonlab.attack;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDScope;
import epsilonlab.engine.Tensors;
import epsilonlab.model.Network;
import java.util.List;

/**
 * The attack of Su, Vargas and Sakurai, "One Pixel Attack for Fooling Deep Neural Networks" (2019):
 * differential evolution over places and values of as many pixels as epsilon says. It needs no
 * gradient, only answers.
 */
final class OnePixel implements Attack {
  @Override
  public String id() {
    return "one-pixel";
  }

  @Override
  public String title() {
    return "One pixel, or a few";
  }

  @Override
  public String sentence() {
    return "Places and values of ε pixels evolve; needs no gradient.";
  }

  @Override
  public Norm norm() {
    return Norm.L0;
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        Parameter.integer(
            "population", "", "Population", 5, 10_000, 100, "How many candidates there are."),
        Parameter.integer(
            "generations", "", "Generations", 1, 10_000, 50, "How often they have children."));
  }

  @Override
  public double passes(AttackSettings settings) {
    // the first candidates have no parents
    return settings.real("population") * (1 + settings.real("generations"));
  }

  @Override
  public Prepared prepare(Network network, Examples examples, AttackSettings settings) {
    NDArray images = examples.images();
    return epsilon -> {
      int[] budgets = PixelBudget.of(epsilon, examples);
      float[] pixels = images.toFloatArray();
      for (int i = 0; i < budgets.length; i++) {
        if (budgets[i] > 0) {
          // the population of one image is gone before that of the next comes
          try (NDScope scope = new NDScope()) {
            scope.suppressNotUsedWarning();
            new PixelEvolution(network, examples, i, budgets[i], settings.integer("population"))
                .run(settings.integer("generations"), pixels);
          }
        }
      }
      return Tensors.of(images.getManager(), pixels, images.getShape().getShape());
    };
  }
}
