package epsilonlab.engine.layer;

import ai.djl.ndarray.NDArray;
import epsilonlab.engine.Layers;
import java.util.function.Function;

/** N x channels x height x width to N x features. */
public record Flatten() implements MonotoneLayer {
  @Override
  public NDArray apply(NDArray x, Function<String, NDArray> weight, Dropout dropout) {
    return Layers.flatten(x);
  }

  @Override
  public Backward write(ScriptWriter forward) {
    int channels = forward.channels();
    int side = forward.side();
    forward.assign("torch.reshape(%s, [-1, %d])", forward.value(), channels * side * side);
    forward.image(channels * side * side, 0);
    return back -> {
      back.assign("torch.reshape(%s, [-1, %d, %d, %d])", back.value(), channels, side, side);
      // 2 is channels last: the layers before this one lie so
      back.assign("torch.contiguous(%s, memory_format=2)", back.value());
    };
  }
}
