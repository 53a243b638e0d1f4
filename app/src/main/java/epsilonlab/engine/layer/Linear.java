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
  public Interval bounds(Interval x, Function<String, NDArray> weight) {
    NDArray magnitudes = weight.apply(name + ".weight").abs();
    return x.affine(
        centre -> apply(centre, weight, Dropout.NONE),
        radius -> Layers.linear(radius, magnitudes, null));
  }

  /**
   * How much each output can exceed a chosen one, from the differences of the rows of W: sharper
   * than the difference of two bounds, and reached for inputs that are free in their interval.
   *
   * @param x N x in
   * @param chosen N, int64: the output to compare with
   * @return N x out: upper bounds of output k minus the chosen one, 0 at the chosen one
   */
  public NDArray excessBounds(Interval x, Function<String, NDArray> weight, NDArray chosen) {
    NDArray rows = weight.apply(name + ".weight");
    NDArray outputs = apply(x.centre(), weight, Dropout.NONE);
    NDArray excess = outputs.sub(outputs.gather(chosen.expandDims(1), 1));
    // for every pair of rows; there are few classes
    NDArray differences = rows.expandDims(0).sub(rows.expandDims(1)).abs();
    NDArray radii =
        Layers.linear(x.radius(), differences.reshape((long) out * out, in), null)
            .reshape(-1, out, out);
    NDArray ofChosen = radii.mul(chosen.oneHot(out).expandDims(2)).sum(new int[] {1});
    return excess.add(ofChosen);
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
        writeWeightGradients(back, gradient, input);
      }
      if (back.wantsInput(this)) {
        back.assign("torch.matmul(%s, %s)", gradient, weight);
      }
    };
  }

  /**
   * Writes the gradients of its weights.
   *
   * @param gradient of its output
   * @param input what came in
   */
  void writeWeightGradients(ScriptWriter back, String gradient, String input) {
    back.gradient(name + ".weight", "torch.matmul(torch.t(%s), %s)".formatted(gradient, input));
    back.gradient(name + ".bias", "torch.sum(%s, [0])".formatted(gradient));
  }
}
