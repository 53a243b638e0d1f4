package epsilonlab.engine.layer;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Activation;
import java.util.function.Function;

/** The hyperbolic tangent, in place, so never first (see {@link Relu}). */
public record Tanh() implements MonotoneLayer {
  @Override
  public NDArray apply(NDArray x, Function<String, NDArray> weight, Dropout dropout) {
    return Activation.tanh(x);
  }

  @Override
  public Backward write(ScriptWriter forward) {
    forward.assign("torch.tanh_(%s)", forward.value());
    String output = forward.keep();
    return back -> back.assign("torch.tanh_backward(%s, %s)", back.value(), output);
  }
}
