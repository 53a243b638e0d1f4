package epsilonlab.engine.layer;

import ai.djl.ndarray.NDArray;
import java.util.function.Function;

/** A layer none of whose outputs falls where an input rises, in evaluation mode. */
interface MonotoneLayer extends Layer {
  @Override
  default Interval bounds(Interval x, Function<String, NDArray> weight) {
    return x.monotone(bound -> apply(bound, weight, Dropout.NONE));
  }
}
