package epsilonlab.engine.layer;

import ai.djl.ndarray.NDArray;
import epsilonlab.engine.Layers;
import java.util.function.Function;

/** The largest of each 2 x 2 block. */
public record MaxPool2() implements MonotoneLayer {
  private static final String SIZES = "[2, 2], [2, 2], [0, 0], [1, 1], False";

  @Override
  public String title() {
    return "max pooling 2 × 2";
  }

  @Override
  public NDArray apply(NDArray x, Function<String, NDArray> weight, Dropout dropout) {
    return Layers.maxPool2(x);
  }

  @Override
  public Backward write(ScriptWriter forward) {
    String input = forward.keep();
    String places = forward.fresh();
    forward.assignWith(places, "torch.max_pool2d_with_indices(%s, %s)", forward.value(), SIZES);
    String indices = forward.keep(places);
    forward.image(forward.channels(), forward.side() / 2);
    return back ->
        back.assign(
            "torch.max_pool2d_with_indices_backward(%s, %s, %s, %s)",
            back.value(), input, SIZES, indices);
  }
}
