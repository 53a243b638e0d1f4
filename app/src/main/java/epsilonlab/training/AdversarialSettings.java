package epsilonlab.training;

import epsilonlab.engine.LabException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How a network is trained to resist. Methods take from it what concerns them.
 *
 * @param method standard, or one that meets perturbed images
 * @param epsilon the largest change of a pixel in training, in [0, 1]
 * @param steps steps of the attack in training, from 1
 * @param stepSize their size; NaN for 2.5 epsilon / steps
 * @param restarts how often the attack in training starts, from 1
 * @param epsilonRamp over which part of all steps epsilon grows from 0 to its value, in [0, 1];
 *     without it, training from scratch at epsilon 0.3 may never leave chance
 * @param cleanShare which part of each batch stays clean, in [0, 1)
 * @param copies adversarial examples for each image, from 1
 * @param beta weight of the robust term of TRADES, above 0
 */
public record AdversarialSettings(
    TrainingMethod method,
    double epsilon,
    int steps,
    double stepSize,
    int restarts,
    double epsilonRamp,
    double cleanShare,
    int copies,
    double beta) {
  private static final int MOST_STEPS = 1000;
  private static final int MOST_REPEATS = 100;

  /**
   * Checks every value.
   *
   * @throws LabException that names the first one that is out of its range
   */
  public AdversarialSettings {
    require(epsilon >= 0 && epsilon <= 1, "epsilon of the training", epsilon, "from 0 to 1");
    require(
        steps >= 1 && steps <= MOST_STEPS,
        "number of attack steps",
        steps,
        "from 1 to " + MOST_STEPS);
    require(
        Double.isNaN(stepSize) || stepSize > 0 && stepSize <= 1,
        "step size",
        stepSize,
        "above 0 and at most 1");
    require(
        restarts >= 1 && restarts <= MOST_REPEATS,
        "number of restarts",
        restarts,
        "from 1 to " + MOST_REPEATS);
    require(epsilonRamp >= 0 && epsilonRamp <= 1, "epsilon ramp", epsilonRamp, "from 0 to 1");
    require(cleanShare >= 0 && cleanShare < 1, "clean share", cleanShare, "at least 0 and below 1");
    require(
        copies >= 1 && copies <= MOST_REPEATS,
        "number of adversarial examples an image",
        copies,
        "from 1 to " + MOST_REPEATS);
    require(beta > 0 && Double.isFinite(beta), "beta of TRADES", beta, "a number above 0");
  }

  private static void require(boolean holds, String what, Number value, String allowed) {
    if (!holds) {
      throw new LabException("The " + what + " is " + value + ", but must be " + allowed + ".");
    }
  }

  /** No attack at all. */
  public static AdversarialSettings standard() {
    return defaults(TrainingMethods.STANDARD, 0);
  }

  /** Seven steps, a ramp over the first 30 % of all steps, every image attacked once. */
  public static AdversarialSettings defaults(TrainingMethod method, double epsilon) {
    return new AdversarialSettings(method, epsilon, 7, Double.NaN, 1, 0.3, 0, 1, 6);
  }

  /** The same for another method. */
  public AdversarialSettings with(TrainingMethod other) {
    return new AdversarialSettings(
        other, epsilon, steps, stepSize, restarts, epsilonRamp, cleanShare, copies, beta);
  }

  /** The part of epsilon that holds when {@code done} of all steps are made, in [0, 1]. */
  public double ramp(double done) {
    return epsilonRamp == 0 ? 1 : Math.min(1, done / epsilonRamp);
  }

  /** Every setting by its name on the command line. */
  public Map<String, Object> toMap() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("method", method.id());
    map.put("epsilon", epsilon);
    map.put("steps", steps);
    map.put("step-size", Double.isNaN(stepSize) ? "2.5 ε / k" : stepSize);
    map.put("restarts", restarts);
    map.put("epsilon-ramp", epsilonRamp);
    map.put("clean-share", cleanShare);
    map.put("examples-per-image", copies);
    map.put("beta", beta);
    return map;
  }
}
