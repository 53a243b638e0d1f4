package epsilonlab.training;

import epsilonlab.engine.LabException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How a network is trained.
 *
 * @param optimizer Adam or SGD
 * @param learningRate above 0
 * @param schedule how the learning rate changes in the course of training
 * @param momentum of SGD, in [0, 1)
 * @param weightDecay times the weight, added to the gradient; 0 or more
 * @param batch images a step, 1 to 10,000
 * @param epochs passes over the training set, 1 to 10,000
 * @param seed of the initial weights, the order of the images and dropout
 */
public record TrainingSettings(
    OptimizerKind optimizer,
    double learningRate,
    Schedule schedule,
    double momentum,
    double weightDecay,
    int batch,
    int epochs,
    long seed) {

  /** Adam 1e-3 falling to 0 in the last quarter, batch 128, seed 0. */
  public static TrainingSettings defaults(int epochs) {
    return new TrainingSettings(OptimizerKind.ADAM, 1e-3, Schedule.DECAY, 0.9, 0, 128, epochs, 0);
  }

  /**
   * Checks every value.
   *
   * @throws LabException that names the first one that is out of its range
   */
  public TrainingSettings {
    require(
        learningRate > 0 && Double.isFinite(learningRate),
        "learning rate",
        learningRate,
        "a number above 0, for example 0.001");
    require(momentum >= 0 && momentum < 1, "momentum", momentum, "at least 0 and below 1");
    require(
        weightDecay >= 0 && Double.isFinite(weightDecay),
        "weight decay",
        weightDecay,
        "0 or a small number above it");
    require(batch >= 1 && batch <= 10_000, "batch size", batch, "from 1 to 10000");
    require(epochs >= 1 && epochs <= 10_000, "number of epochs", epochs, "from 1 to 10000");
  }

  private static void require(boolean holds, String what, Number value, String allowed) {
    if (!holds) {
      throw new LabException("The " + what + " is " + value + ", but must be " + allowed + ".");
    }
  }

  /** "Adam, 3 epochs". */
  public String summary() {
    return optimizer.title() + ", " + epochs + (epochs == 1 ? " epoch" : " epochs");
  }

  /** Every setting by its name on the command line. */
  public Map<String, Object> toMap() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("optimizer", optimizer.id());
    map.put("learning-rate", learningRate);
    map.put("schedule", schedule.id());
    map.put("momentum", momentum);
    map.put("weight-decay", weightDecay);
    map.put("batch", batch);
    map.put("epochs", epochs);
    map.put("seed", seed);
    return map;
  }
}
