package epsilonlab.evaluation.diagnosis;

import ai.djl.ndarray.NDArray;
import epsilonlab.data.ImageSet;
import epsilonlab.engine.Gradients;
import epsilonlab.model.LogitsLoss;
import epsilonlab.model.Network;
import java.util.Arrays;

/**
 * A network that remembers at which images an attack on one image asked it for gradients and, for
 * attacks that ask for none, which of their queries came closer to the goal than all before. No
 * attack needs to know of it.
 */
final class ObservedNetwork implements Network {
  private final Network network;
  private final Goal goal;
  private final Sightings slopes = new Sightings();
  private final Sightings queries = new Sightings();
  private double best = Double.NEGATIVE_INFINITY;

  ObservedNetwork(Network network, Goal goal) {
    this.network = network;
    this.goal = goal;
  }

  /** Where it asked for gradients. */
  Sightings slopes() {
    return slopes;
  }

  /** The queries that were better than all before. */
  Sightings queries() {
    return queries;
  }

  @Override
  public String name() {
    return network.name();
  }

  @Override
  public int classes() {
    return network.classes();
  }

  @Override
  public NDArray logits(NDArray images) {
    NDArray logits = network.logits(images);
    if (Gradients.isRecording()) {
      slopes.add(new Sighting(row(images.stopGradient().toFloatArray(), 0), null));
    } else {
      query(images.toFloatArray(), logits.toFloatArray());
    }
    return logits;
  }

  @Override
  public InputGradient inputGradient(NDArray images, LogitsLoss loss) {
    InputGradient told = network.inputGradient(images, loss);
    Slope slope = Slope.of(row(told.gradient().toFloatArray(), 0));
    slopes.add(new Sighting(row(images.toFloatArray(), 0), slope));
    return told;
  }

  private synchronized void query(float[] images, float[] logits) {
    int classes = network.classes();
    for (int i = 0; i < logits.length / classes; i++) {
      double margin = goal.margin(Arrays.copyOfRange(logits, i * classes, (i + 1) * classes));
      if (margin > best) {
        best = margin;
        queries.add(new Sighting(row(images, i), null));
      }
    }
  }

  private static float[] row(float[] images, int i) {
    return Arrays.copyOfRange(images, i * ImageSet.PIXELS, (i + 1) * ImageSet.PIXELS);
  }
}
