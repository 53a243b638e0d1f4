package epsilonlab.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import epsilonlab.attack.Examples;
import epsilonlab.data.DeviceImages;
import epsilonlab.engine.Seed;
import epsilonlab.engine.Tensors;
import epsilonlab.engine.layer.LayerScript;
import epsilonlab.model.Architecture;
import epsilonlab.model.LiveNetwork;
import epsilonlab.model.Network;
import epsilonlab.model.Parameters;
import java.util.List;
import java.util.stream.IntStream;

/** A part of a batch, with all that a method needs to learn from it. For one compute thread. */
public final class Shard {
  private final Learner learner;
  private final NDArray order;
  private final int from;
  private final int end;
  private final double scale;
  private final double ramp;
  private final Seed seed;
  private final NDManager manager;

  /**
   * What all shards of a training share.
   *
   * @param images of the whole training set
   */
  record Learner(
      Architecture architecture,
      LayerScript script,
      Parameters parameters,
      List<NDArray> weights,
      DeviceImages images,
      AdversarialSettings settings) {}

  /**
   * @param order indices of images, of which those from {@code from} to {@code end} are used
   * @param scale of the gradients: 1 / images of the batch
   * @param ramp the part of epsilon that holds now
   * @param seed of this step and shard
   * @param manager of the step
   */
  Shard(
      Learner learner,
      NDArray order,
      int from,
      int end,
      double scale,
      double ramp,
      Seed seed,
      NDManager manager) {
    this.learner = learner;
    this.order = order;
    this.from = from;
    this.end = end;
    this.scale = scale;
    this.ramp = ramp;
    this.seed = seed;
    this.manager = manager;
  }

  /** How many images there are. */
  public int size() {
    return end - from;
  }

  /** The method's settings. */
  public AdversarialSettings settings() {
    return learner.settings;
  }

  /** The part of epsilon that holds now, in [0, 1]. */
  public double ramp() {
    return ramp;
  }

  /** The epsilon that holds now, a scalar. */
  public NDArray epsilon() {
    return Tensors.scalar(manager, ramp * learner.settings.epsilon());
  }

  /** The network as it is now, in evaluation mode. */
  public Network network() {
    return new LiveNetwork(
        learner.architecture,
        learner.parameters,
        learner.script,
        learner.script.prepare(learner.weights));
  }

  /** The kind of network. */
  public Architecture architecture() {
    return learner.architecture;
  }

  /** Its weights, in the order of {@link Architecture#shapes()}. */
  public List<NDArray> weights() {
    return learner.weights;
  }

  /** The factor of the gradients, 1 / images of the batch. */
  public double scale() {
    return scale;
  }

  /** Owns the gradients until the step is done. */
  public NDManager manager() {
    return manager;
  }

  /** The images with their labels, ready to be attacked. */
  public Examples examples() {
    NDArray places = order.get(from + ":" + end);
    // an attack may keep what it prepares as long as its images
    return new Examples(
        Tensors.keep(learner.images.images().get(places), manager),
        Tensors.keep(learner.images.labels().get(places), manager),
        null,
        IntStream.range(0, size()).mapToLong(i -> i).toArray(),
        seed);
  }

  /** The cross-entropy's gradients on the images as they are. */
  public LayerScript.BatchGradients learn() {
    return learner.script.gradients(
        learner.images.images(),
        learner.images.labels(),
        order,
        from,
        end,
        learner.weights,
        seed,
        scale,
        manager);
  }

  /**
   * The cross-entropy's gradients on other images.
   *
   * @param part by how much each counts: 1, or 1 / copies where an image comes several times
   */
  public LayerScript.BatchGradients learn(NDArray images, NDArray labels, double part) {
    LayerScript.BatchGradients all =
        learner.script.gradients(images, labels, learner.weights, seed, scale * part, manager);
    return new LayerScript.BatchGradients(
        all.loss() * part, Math.round(all.right() * part), all.gradients());
  }

  /** Goes forward in training mode, for losses other than the cross-entropy. */
  public LayerScript.TrainingPass forward(NDArray images) {
    return learner.script.forwardInTraining(images, learner.weights, seed);
  }
}
