package epsilonlab.engine.layer;

import ai.djl.ndarray.NDArray;
import java.util.function.Function;

/**
 * A dropout layer: in training each value is 0 with this probability.
 *
 * @param rate in [0, 1)
 */
public record DropoutLayer(double rate) implements MonotoneLayer {
  @Override
  public String title() {
    return "dropout " + rate;
  }

  @Override
  public NDArray apply(NDArray x, Function<String, NDArray> weight, Dropout dropout) {
    return dropout.apply(x, rate);
  }

  @Override
  public Backward write(ScriptWriter forward) {
    if (!forward.dropsOut()) {
      return back -> {};
    }
    String mask = forward.mask(rate);
    forward.assign("torch.mul(%s, %s)", forward.value(), mask);
    return back -> back.assign("torch.mul(%s, %s)", back.value(), mask);
  }
}
