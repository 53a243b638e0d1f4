package epsilonlab.training;

import epsilonlab.engine.LabException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The list of training methods; a new one is a class, or an attack with its settings, and a line.
 */
public final class TrainingMethods {
  /** No attack. */
  public static final TrainingMethod STANDARD = new StandardTraining();

  // Wong et al. let the one step go beyond epsilon and pull it back
  private static final double FAST_STEP = 1.25;
  private static final double PGD_REACH = 2.5;
  private static final double LEAST_STEP = 1e-6;

  /** In the order in which they are offered. */
  public static final List<TrainingMethod> ALL =
      List.of(
          STANDARD,
          new AttackTraining(
              "fgsm",
              "FGSM",
              "Learns from one-step adversarial images (Goodfellow et al. 2015); may come to hide"
                  + " its gradient.",
              "fgsm",
              (settings, ramp) -> Map.of(),
              settings -> 1),
          new AttackTraining(
              "pgd",
              "PGD",
              "Learns from the images that PGD finds (Madry et al. 2018).",
              "pgd",
              TrainingMethods::pgd,
              settings -> settings.steps() * settings.restarts()),
          new AttackTraining(
              "fast",
              "FGSM, random start",
              "Learns from one step out of a random point of the ball (Wong et al. 2020).",
              "pgd",
              TrainingMethods::fast,
              settings -> 1),
          new TradesTraining(),
          new IntervalTraining(),
          new AttackTraining(
              "noise",
              "Random noise",
              "Learns from images with uniform noise: the baseline that shows that the direction"
                  + " matters.",
              "noise",
              (settings, ramp) -> Map.of(),
              settings -> 0));

  private TrainingMethods() {}

  private static Map<String, Double> pgd(AdversarialSettings settings, double ramp) {
    double step =
        Double.isNaN(settings.stepSize())
            ? PGD_REACH * settings.epsilon() / settings.steps()
            : settings.stepSize();
    return Map.of(
        "steps",
        (double) settings.steps(),
        "restarts",
        (double) settings.restarts(),
        "step-size",
        ramped(step, ramp));
  }

  private static Map<String, Double> fast(AdversarialSettings settings, double ramp) {
    return Map.of("steps", 1.0, "step-size", ramped(FAST_STEP * settings.epsilon(), ramp));
  }

  /** A step that grows with epsilon; no attack takes one of size 0. */
  private static double ramped(double step, double ramp) {
    return Math.min(1, Math.max(LEAST_STEP, step * ramp));
  }

  /**
   * The method of this name.
   *
   * @throws LabException that lists the names there are
   */
  public static TrainingMethod get(String id) {
    return ALL.stream()
        .filter(method -> method.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new LabException(
                    "There is no training method '"
                        + id
                        + "'; choose from "
                        + ALL.stream().map(TrainingMethod::id).collect(Collectors.joining(", "))
                        + "."));
  }
}
