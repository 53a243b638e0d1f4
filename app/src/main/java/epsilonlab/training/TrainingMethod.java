package epsilonlab.training;

import epsilonlab.engine.layer.LayerScript;

/**
 * What a training step learns from: the images as they are, or perturbed ones. A method describes
 * itself; a new one is a class (or an attack with its settings) and a line in {@link
 * TrainingMethods}. To be called on compute threads, from as many at once as there are.
 */
public interface TrainingMethod {
  /** The name on the command line, for example "trades". */
  String id();

  /** The name on the screen, for example "FGSM, random start". */
  String title();

  /** What it does in one sentence, with where it comes from. */
  String sentence();

  /** How many times a batch goes through the network and back, the costs of a step. */
  int passes(AdversarialSettings settings);

  /** The gradients of the method's loss on a part of a batch. */
  LayerScript.BatchGradients gradients(Shard shard);
}
