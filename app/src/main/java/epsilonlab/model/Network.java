package epsilonlab.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDScope;
import epsilonlab.engine.Gradients;
import epsilonlab.engine.Tensors;

/**
 * Anything that turns images into logits and can be differentiated through: what an attack needs to
 * know of its victim. Thread-safe; to be called on compute threads.
 */
public interface Network {
  /** What to call it in curves and tables. */
  String name();

  /** The number of classes. */
  int classes();

  /**
   * Logits, in evaluation mode, inside or outside a graph. Outside a graph they are not to be
   * changed in place, nor made the leaf of a graph without {@code duplicate} (see {@link
   * epsilonlab.engine.TorchScript}).
   *
   * @param images N x channels x height x width, in [0, 1]
   * @return N x classes
   */
  NDArray logits(NDArray images);

  /**
   * The gradient of a loss with respect to the images, in evaluation mode; outside a graph.
   *
   * @param images N x channels x height x width
   * @param loss a function of the logits
   */
  default InputGradient inputGradient(NDArray images, LogitsLoss loss) {
    NDArray[] seen = new NDArray[1];
    NDArray gradient =
        Gradients.of(
            images,
            x -> {
              NDArray logits = logits(x);
              seen[0] = Tensors.keep(logits.stopGradient().duplicate(), images.getManager());
              return loss.value(logits);
            });
    NDScope.register(seen[0]);
    return new InputGradient(gradient, seen[0]);
  }

  /**
   * What one pass forward and back tells.
   *
   * @param gradient of the images' shape; {@link epsilonlab.engine.Fused} may change it
   * @param logits N x classes, at the images
   */
  record InputGradient(NDArray gradient, NDArray logits) {}
}
