package epsilonlab.training;

import epsilonlab.engine.layer.LayerScript;

/** Learns from the images as they are. */
final class StandardTraining implements TrainingMethod {
  @Override
  public String id() {
    return "standard";
  }

  @Override
  public String title() {
    return "Standard";
  }

  @Override
  public String sentence() {
    return "Learns from the images as they are: high accuracy, no resistance.";
  }

  @Override
  public int passes(AdversarialSettings settings) {
    return 1;
  }

  @Override
  public LayerScript.BatchGradients gradients(Shard shard) {
    return shard.learn();
  }
}
