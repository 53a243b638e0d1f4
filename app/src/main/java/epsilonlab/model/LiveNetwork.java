package epsilonlab.model;

import ai.djl.ndarray.NDArray;
import epsilonlab.engine.Gradients;
import epsilonlab.engine.layer.Dropout;
import epsilonlab.engine.layer.Interval;
import epsilonlab.engine.layer.LayerScript;

/**
 * An architecture with the weights of this moment, in evaluation mode: what a training attacks
 * between two of its steps. Whoever owns the weights keeps them open and unchanged meanwhile.
 */
public final class LiveNetwork implements Network {
  private final Architecture architecture;
  private final Parameters parameters;
  private final LayerScript script;
  private final LayerScript.Prepared prepared;

  /**
   * @param prepared what {@code script} made of the {@code parameters}
   */
  public LiveNetwork(
      Architecture architecture,
      Parameters parameters,
      LayerScript script,
      LayerScript.Prepared prepared) {
    this.architecture = architecture;
    this.parameters = parameters;
    this.script = script;
    this.prepared = prepared;
  }

  @Override
  public String name() {
    return architecture.title();
  }

  @Override
  public int classes() {
    return 10;
  }

  @Override
  public NDArray logits(NDArray images) {
    if (Gradients.isRecording()) {
      return architecture.logits(parameters, images, Dropout.NONE);
    }
    try (LayerScript.Pass pass = script.forward(images, prepared)) {
      return pass.logits();
    }
  }

  @Override
  public InputGradient inputGradient(NDArray images, LogitsLoss loss) {
    try (LayerScript.Pass pass = script.forward(images, prepared)) {
      NDArray gradient = pass.inputGradient(loss.gradient(pass.logits()));
      return new InputGradient(gradient, pass.logits());
    }
  }

  /** See {@link Architecture#excessBounds}. */
  NDArray excessBounds(Interval images, NDArray labels) {
    return architecture.excessBounds(parameters, images, labels);
  }
}
