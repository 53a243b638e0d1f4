package epsilonlab.engine.layer;

import ai.djl.ndarray.NDArray;
import epsilonlab.engine.Layers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A convolution with square kernels and the same padding on all sides.
 *
 * @param name its name in the state dict
 * @param in input channels
 * @param out output channels
 */
public record Convolution(String name, int in, int out, int kernel, int stride, int padding)
    implements Layer {
  @Override
  public String title() {
    return "convolution " + kernel + " × " + kernel + (stride == 1 ? "" : ", stride " + stride);
  }

  @Override
  public Map<String, long[]> weights() {
    Map<String, long[]> shapes = new LinkedHashMap<>();
    shapes.put(name + ".weight", new long[] {out, in, kernel, kernel});
    shapes.put(name + ".bias", new long[] {out});
    return shapes;
  }

  @Override
  public NDArray apply(NDArray x, Function<String, NDArray> weight, Dropout dropout) {
    return Layers.convolution(
        x, weight.apply(name + ".weight"), weight.apply(name + ".bias"), stride, padding);
  }

  @Override
  public Interval bounds(Interval x, Function<String, NDArray> weight) {
    NDArray magnitudes = weight.apply(name + ".weight").abs();
    return x.affine(
        centre -> apply(centre, weight, Dropout.NONE),
        radius -> Layers.convolution(radius, magnitudes, null, stride, padding));
  }

  @Override
  public Backward write(ScriptWriter forward) {
    int side = forward.side();
    BlockConvolution.Geometry geometry =
        new BlockConvolution.Geometry(in, out, kernel, stride, padding, side);
    Optional<BlockConvolution> way =
        forward.prefersLibrary() ? Optional.empty() : BlockConvolution.of(geometry);
    // the library's input gradient wants to see the input's shape
    String input = way.isPresent() ? forward.keepForWeights() : forward.keep();
    String weight = forward.weight(name + ".weight");
    forward.assign(
        "torch.conv2d(%s, %s, %s, [%d, %d], [%d, %d], [1, 1], 1)",
        forward.value(), weight, forward.weight(name + ".bias"), stride, stride, padding, padding);
    forward.image(out, geometry.outSide());
    return back -> {
      String gradient = back.value();
      boolean library = back.wantsInput(this) && way.isEmpty();
      if (back.wantsWeights() || library) {
        writeLibrary(back, gradient, input, weight, library);
      }
      if (back.wantsInput(this) && way.isPresent()) {
        back.value(gradient);
        writeBlocks(back, way.get(), side);
      }
    };
  }

  private void writeLibrary(
      ScriptWriter back, String gradient, String input, String weight, boolean wantsInput) {
    String inputGradient = back.fresh();
    String weightGradient = back.fresh();
    String biasGradient = back.fresh();
    String weights = back.wantsWeights() ? "True" : "False";
    back.line(
        "%s, %s, %s = torch.convolution_backward(%s, %s, %s, [%d], [%d, %d], [%d, %d], [1, 1],"
            + " False, [0, 0], 1, [%s, %s, %s])",
        inputGradient,
        weightGradient,
        biasGradient,
        gradient,
        input,
        weight,
        out,
        stride,
        stride,
        padding,
        padding,
        wantsInput ? "True" : "False",
        weights,
        weights);
    if (back.wantsWeights()) {
      back.gradient(name + ".weight", weightGradient);
      back.gradient(name + ".bias", biasGradient);
    }
    back.value(wantsInput ? inputGradient : gradient);
  }

  private void writeBlocks(ScriptWriter back, BlockConvolution way, int side) {
    int count = way.blocks();
    int block = way.block();
    back.assign(
        "torch.conv2d(%s, %s, None, [%d, %d], [%d, %d], [1, 1], 1)",
        back.value(),
        back.blockKernel(name + ".weight", way),
        way.stride(),
        way.stride(),
        way.padding(),
        way.padding());
    back.assign("torch.permute(%s, [0, 2, 3, 1])", back.value());
    crop(back, 0, count);
    back.assign(
        "torch.reshape(%s, [-1, %d, %d, %d, %d])", back.value(), count, count, block, block * in);
    back.assign("torch.permute(%s, [0, 1, 3, 2, 4])", back.value());
    back.assign(
        "torch.reshape(%s, [-1, %d, %d, %d])", back.value(), count * block, count * block, in);
    if (way.offset() > 0 || count * block > side) {
      crop(back, way.offset(), way.offset() + side);
    }
    back.assign("torch.permute(%s, [0, 3, 1, 2])", back.value());
  }

  private static void crop(ScriptWriter back, int from, int to) {
    back.assign("torch.slice(%s, 1, %d, %d)", back.value(), from, to);
    back.assign("torch.slice(%s, 2, %d, %d)", back.value(), from, to);
  }
}
