package epsilonlab.photo;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDScope;
import epsilonlab.attack.Attack;
import epsilonlab.attack.AttackSettings;
import epsilonlab.attack.Examples;
import epsilonlab.attack.Parameter;
import epsilonlab.engine.Cancellation;
import epsilonlab.engine.Losses;
import epsilonlab.model.LogitsLoss;
import epsilonlab.model.Network;
import java.util.List;

/**
 * Plain gradient steps on the change, each clipped to the ball, as in the tutorial of Kolter and
 * Madry, "Adversarial Robustness: Theory and Practice" (2018): up the cross-entropy of the found
 * class or, with a target, up that and down the cross-entropy of the target at once. Unlike sign
 * steps they are as small as the gradient, which on a sure network is nearly nothing.
 */
final class GradientSteps implements Attack {
  static final String ID = "gradient";
  static final double UNTARGETED_RATE = 1e-3;
  static final double TARGETED_RATE = 2e-2;

  private static final String RATE = "learning-rate";
  private static final Parameter STEPS =
      parameter(
          "steps",
          "k",
          "Steps",
          Parameter.Kind.INTEGER,
          1,
          10_000,
          100,
          "",
          "How many gradient steps the attack makes.");
  private static final Parameter LEARNING_RATE =
      parameter(
          RATE,
          "η",
          "Learning rate",
          Parameter.Kind.REAL,
          0,
          1000,
          Double.NaN,
          "0.001, or 0.02 towards a target",
          "How much of the gradient one step adds to the change.");

  private static Parameter parameter(
      String name,
      String symbol,
      String label,
      Parameter.Kind kind,
      double least,
      double most,
      double initial,
      String derived,
      String sentence) {
    return new Parameter(
        name, symbol, label, kind, least, most, initial, derived, sentence, List.of());
  }

  @Override
  public String id() {
    return ID;
  }

  @Override
  public String title() {
    return "Gradient steps";
  }

  @Override
  public String sentence() {
    return "Steps along the gradient itself, not its signs: small where the network is sure.";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(STEPS, LEARNING_RATE);
  }

  @Override
  public Prepared prepare(Network network, Examples examples, AttackSettings settings) {
    int steps = settings.values().get(STEPS.name()).intValue();
    double chosen = settings.values().get(RATE);
    double usual = examples.targets() == null ? UNTARGETED_RATE : TARGETED_RATE;
    double rate = Double.isNaN(chosen) ? usual : chosen;
    LogitsLoss goal = goal(examples);
    return epsilon -> {
      NDArray low = examples.images().sub(epsilon).maximum(0);
      NDArray high = examples.images().add(epsilon).minimum(1);
      NDArray current = examples.images().duplicate();
      for (int step = 0; step < steps; step++) {
        Cancellation.check();
        NDArray next = step(network, goal, current, rate, low, high);
        current.close();
        current = next;
      }
      return current;
    };
  }

  private static NDArray step(
      Network network, LogitsLoss goal, NDArray from, double rate, NDArray low, NDArray high) {
    NDArray next;
    try (NDScope scope = new NDScope()) {
      scope.suppressNotUsedWarning();
      NDArray gradient = network.inputGradient(from, goal).gradient();
      next = from.add(gradient.mul(rate)).maximum(low).minimum(high);
      NDScope.unregister(next);
    }
    NDScope.register(next);
    return next;
  }

  private static LogitsLoss goal(Examples examples) {
    if (examples.targets() == null) {
      return LogitsLoss.crossEntropy(examples.labels());
    }
    return logits ->
        Losses.crossEntropy(logits, examples.labels())
            .sub(Losses.crossEntropy(logits, examples.targets()))
            .sum();
  }
}
