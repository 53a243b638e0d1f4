package epsilonlab.defence;

import epsilonlab.training.AdversarialSettings;
import epsilonlab.training.OptimizerKind;
import epsilonlab.training.Schedule;
import epsilonlab.training.TrainingMethod;
import epsilonlab.training.TrainingMethods;
import epsilonlab.training.TrainingSettings;
import java.util.List;

/** What a race does unless it is told otherwise; window and command line take it from here. */
public final class RaceDefaults {
  /** Who races. */
  public static final List<TrainingMethod> METHODS =
      List.of(TrainingMethods.STANDARD, TrainingMethods.get("fgsm"), TrainingMethods.get("pgd"));

  /** The largest change of a pixel in training. */
  public static final double EPSILON = 0.3;

  /** Passes over the training set. */
  public static final int EPOCHS = 6;

  /** The attacker's radii of the table. */
  public static final List<Double> ATTACKERS = List.of(0.1, 0.2, 0.5);

  /** The largest learning rate. */
  public static final double LEARNING_RATE = 3e-3;

  /** Images a step. */
  public static final int BATCH = 128;

  /** Steps of the attack in training. */
  public static final int STEPS = 7;

  /** Over which part of the training epsilon grows. */
  public static final double EPSILON_RAMP = 0.3;

  private RaceDefaults() {}

  /**
   * Adam with a rate that rises and falls to 0, batch 128: in ten epochs it leaves PGD training
   * more robust than a smaller rate that only falls (docs/decisions/0011).
   */
  public static TrainingSettings training(int epochs, long seed) {
    return new TrainingSettings(
        OptimizerKind.ADAM, LEARNING_RATE, Schedule.CYCLE, 0.9, 0, BATCH, epochs, seed);
  }

  /** Seven steps, epsilon growing over the first 30 %; the method is set by the race. */
  public static AdversarialSettings adversarial(double epsilon) {
    return AdversarialSettings.defaults(TrainingMethods.STANDARD, epsilon);
  }
}
