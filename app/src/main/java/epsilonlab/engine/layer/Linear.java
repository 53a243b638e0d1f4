package epsilonlab.engine.layer;

import ai.djl.ndarray.NDArray;
import epsilonlab.engine.Layers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * x W^T + b.
 *
 * @param name its name in the state dict
 */
public record Linear(String name, int in, int out) implements Layer {
  @Override
  public Map<String, long[]> weights() {
    Map<String, long[]> shapes = new LinkedHashMap<>();
    shapes.put(name + ".weight", new long[] {out, in});
    shapes.put(name + ".bias", new long[] {out});
    return shapes;
  }

  @Override
  public NDArray apply(NDArray x, Function<String, NDArray> weight, Dropout dropout) {
    return Layers.linear(x, weight.apply(name + ".weight"), weight.apply(name + ".bias"));
  }

  @Override
  public Backward write(ScriptWriter forward) {
    String input = forward.keepForWeights();
    String weight = forward.weight(name + ".weight");
    forward.assign(
        "torch.linear(%s, %s, %s)", forward.value(), weight, forward.weight(name + ".bias"));
    forward.image(out, 0);
    return back -> {
      String gradient = back.value();
      if (back.wantsWeights()) {
        back.gradient(name + ".weight", "torch.matmul(torch.t(%s), %s)".formatted(gradient, input));
        back.gradient(name + ".bias", "torch.sum(%s, [0])".formatted(gradient));
      }
      if (back.wantsInput(this)) {
        back.assign("torch.matmul(%s, %s)", gradient, weight);
      }
    };
  }
}
