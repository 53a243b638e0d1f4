package epsilonlab.engine.layer;

import ai.djl.ndarray.NDArray;
import java.util.function.Function;

/**
 * N x features to N x channels x side x side, channel by channel: the reverse of {@link Flatten}.
 */
public record Unflatten(int channels, int side) implements MonotoneLayer {
  @Override
  public NDArray apply(NDArray x, Function<String, NDArray> weight, Dropout dropout) {
    return x.reshape(-1, channels, side, side);
  }

  @Override
  public Backward write(ScriptWriter forward) {
    forward.assign("torch.reshape(%s, [-1, %d, %d, %d])", forward.value(), channels, side, side);
    // 2 is channels last: the layers after this one are faster so
    forward.assign("torch.contiguous(%s, memory_format=2)", forward.value());
    forward.image(channels, side);
    return back -> back.assign("torch.reshape(%s, [-1, %d])", back.value(), channels * side * side);
  }
}
