package epsilonlab.engine.layer;

import ai.djl.ndarray.NDArray;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * One layer of a network that is a chain. It is written down twice: as operations on arrays, which
 * autograd can follow, and as lines of TorchScript with the backward pass spelled out, which is
 * what {@link LayerScript} compiles because it is faster. A test holds the two against each other.
 */
public interface Layer {
  /** What it is, in a word or two. */
  default String title() {
    return getClass().getSimpleName().toLowerCase(Locale.ROOT);
  }

  /** The shapes of its weights by the names of the PyTorch state dict; empty if it has none. */
  default Map<String, long[]> weights() {
    return Map.of();
  }

  /**
   * Applies the layer inside or outside a graph.
   *
   * @param x N x channels x height x width, or N x features
   * @param weight finds an array by its name
   * @param dropout what dropout layers apply
   */
  NDArray apply(NDArray x, Function<String, NDArray> weight, Dropout dropout);

  /**
   * Carries an interval through the layer in evaluation mode, inside or outside a graph: what comes
   * out holds the outputs for all inputs between the bounds, up to rounding.
   *
   * @param x bounds of the shape that {@link #apply} takes
   * @param weight finds an array by its name
   */
  Interval bounds(Interval x, Function<String, NDArray> weight);

  /**
   * Writes the lines of the forward pass.
   *
   * @return what writes the lines of the backward pass
   */
  Backward write(ScriptWriter forward);

  /** Writes the lines that carry the gradient from a layer's output to its input and weights. */
  @FunctionalInterface
  interface Backward {
    /**
     * Writes them; the writer's value goes from the gradient of the output to that of the input.
     */
    void write(ScriptWriter backward);
  }
}
