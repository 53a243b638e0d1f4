package epsilonlab.engine.layer;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Activation;
import java.util.function.Function;

/**
 * x, or a fraction of it where it is negative; in place, so never first (see {@link Relu}).
 *
 * @param slope the fraction, in (0, 1)
 */
public record LeakyRelu(double slope) implements MonotoneLayer {
  @Override
  public String title() {
    return "leaky ReLU " + slope;
  }

  @Override
  public NDArray apply(NDArray x, Function<String, NDArray> weight, Dropout dropout) {
    return Activation.leakyRelu(x, (float) slope);
  }

  @Override
  public Backward write(ScriptWriter forward) {
    forward.assign("torch.leaky_relu_(%s, %s)", forward.value(), slope);
    String output = forward.keep();
    // the output has the input's sign, so it tells the slope
    return back ->
        back.assign("torch.leaky_relu_backward(%s, %s, %s, True)", back.value(), output, slope);
  }
}
