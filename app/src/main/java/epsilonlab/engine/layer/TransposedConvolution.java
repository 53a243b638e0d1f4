package epsilonlab.engine.layer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import epsilonlab.engine.Layers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * What leads back through a convolution, as a layer that makes maps larger: PyTorch's {@code
 * ConvTranspose2d} with square kernels and the same padding on all sides.
 *
 * @param name its name in the state dict
 * @param in input channels
 * @param out output channels
 * @param padding less than the kernel; it makes the output smaller
 */
public record TransposedConvolution(
    String name, int in, int out, int kernel, int stride, int padding) implements Layer {
  @Override
  public String title() {
    return "transposed convolution " + kernel + " × " + kernel + ", stride " + stride;
  }

  @Override
  public Map<String, long[]> weights() {
    Map<String, long[]> shapes = new LinkedHashMap<>();
    shapes.put(name + ".weight", new long[] {in, out, kernel, kernel});
    shapes.put(name + ".bias", new long[] {out});
    return shapes;
  }

  /** An ordinary convolution with flipped kernels over the input with zeros in between. */
  @Override
  public NDArray apply(NDArray x, Function<String, NDArray> weight, Dropout dropout) {
    return apply(x, weight.apply(name + ".weight"), weight.apply(name + ".bias"));
  }

  private NDArray apply(NDArray x, NDArray weight, NDArray bias) {
    NDArray flipped = weight.transpose(1, 0, 2, 3).flip(2, 3);
    NDArray spread = spread(spread(x, 2), 3);
    return Layers.convolution(spread, flipped, bias, 1, kernel - 1 - padding);
  }

  private NDArray spread(NDArray x, int axis) {
    if (stride == 1) {
      return x;
    }
    NDArray columns = x.expandDims(axis + 1);
    NDArray zeros = columns.zerosLike().repeat(axis + 1, stride - 1L);
    long[] larger = x.getShape().getShape().clone();
    larger[axis] *= stride;
    NDArray all = NDArrays.concat(new NDList(columns, zeros), axis + 1).reshape(larger);
    long length = larger[axis] - stride + 1;
    return axis == 2 ? all.get(":, :, :" + length) : all.get(":, :, :, :" + length);
  }

  @Override
  public Interval bounds(Interval x, Function<String, NDArray> weight) {
    NDArray magnitudes = weight.apply(name + ".weight").abs();
    return x.affine(
        centre -> apply(centre, weight, Dropout.NONE), radius -> apply(radius, magnitudes, null));
  }

  @Override
  public Backward write(ScriptWriter forward) {
    String input = forward.keepForWeights();
    String weight = forward.weight(name + ".weight");
    forward.assign(
        "torch.conv_transpose2d(%s, %s, %s, [%d, %d], [%d, %d], [0, 0], 1, [1, 1])",
        forward.value(), weight, forward.weight(name + ".bias"), stride, stride, padding, padding);
    forward.image(out, (forward.side() - 1) * stride - 2 * padding + kernel);
    return back -> {
      String gradient = back.value();
      if (back.wantsWeights()) {
        writeWeightGradients(back, gradient, input, weight);
      }
      if (back.wantsInput(this)) {
        back.assign(
            "torch.conv2d(%s, %s, None, [%d, %d], [%d, %d], [1, 1], 1)",
            gradient, weight, stride, stride, padding, padding);
      }
    };
  }

  // input and gradient change places: what this layer makes, the convolution takes
  private void writeWeightGradients(
      ScriptWriter back, String gradient, String input, String weight) {
    String none = back.fresh();
    String weightGradient = back.fresh();
    String noBias = back.fresh();
    back.line(
        "%s, %s, %s = torch.convolution_backward(%s, %s, %s, None, [%d, %d], [%d, %d], [1, 1],"
            + " False, [0, 0], 1, [False, True, False])",
        none, weightGradient, noBias, input, gradient, weight, stride, stride, padding, padding);
    back.gradient(name + ".weight", weightGradient);
    back.gradient(name + ".bias", "torch.sum(%s, [0, 2, 3])".formatted(gradient));
  }
}
