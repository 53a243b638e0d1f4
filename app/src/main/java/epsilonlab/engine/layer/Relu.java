package epsilonlab.engine.layer;

import ai.djl.ndarray.NDArray;
import epsilonlab.engine.Layers;
import java.util.function.Function;

/** max(x, 0), in place: so never first, nor right after a {@link Flatten} of the images. */
public record Relu() implements MonotoneLayer {
  @Override
  public String title() {
    return "ReLU";
  }

  @Override
  public NDArray apply(NDArray x, Function<String, NDArray> weight, Dropout dropout) {
    return Layers.relu(x);
  }

  @Override
  public Backward write(ScriptWriter forward) {
    forward.assign("torch.relu_(%s)", forward.value());
    String output = forward.keep();
    return back -> back.assign("torch.threshold_backward(%s, %s, 0)", back.value(), output);
  }
}
