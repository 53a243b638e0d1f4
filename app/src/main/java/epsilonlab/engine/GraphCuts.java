package epsilonlab.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * The places where a graph is cut at a convolution, so that {@link ConvolutionGradient} instead of
 * the library's kernel carries the gradient through it. DJL has no way to give autograd a backward
 * pass of one's own; so the graph ends at the convolution's output, which becomes a new leaf, and
 * {@link #backward} goes from one part of the graph to the one before it.
 *
 * <p>Belongs to one {@link Gradients} call on one thread.
 */
final class GraphCuts {
  private static final ThreadLocal<GraphCuts> CURRENT = new ThreadLocal<>();
  private static final Map<ConvolutionGradient.Geometry, Optional<ConvolutionGradient>> WAYS =
      new ConcurrentHashMap<>();

  private final List<Cut> cuts = new ArrayList<>();

  /** {@code output} has a graph only where the weights want a gradient. */
  private record Cut(
      NDArray input, NDArray weight, NDArray output, NDArray leaf, ConvolutionGradient way) {}

  /** Runs {@code body} with convolutions cut into this. */
  static <T> T during(GraphCuts cuts, Supplier<T> body) {
    GraphCuts before = CURRENT.get();
    CURRENT.set(cuts);
    try {
      return body.get();
    } finally {
      CURRENT.set(before);
    }
  }

  /** A convolution, cut where that pays; see {@link Layers#convolution}. */
  static NDArray convolution(NDArray x, NDArray weight, NDArray bias, int stride, int padding) {
    GraphCuts cuts = CURRENT.get();
    // on a GPU the library's kernels are good
    if (cuts != null && !x.getDevice().isGpu()) {
      Optional<ConvolutionGradient> way = way(x.getShape(), weight.getShape(), stride, padding);
      if (way.isPresent() && ScriptedFunctions.requiresGradient(x)) {
        return cuts.cut(x, weight, bias, stride, padding, way.get());
      }
    }
    return plain(x, weight, bias, stride, padding);
  }

  private static NDArray plain(NDArray x, NDArray weight, NDArray bias, int stride, int padding) {
    return Conv2d.conv2d(x, weight, bias, new Shape(stride, stride), new Shape(padding, padding))
        .head();
  }

  private static Optional<ConvolutionGradient> way(Shape x, Shape weight, int stride, int padding) {
    if (x.get(2) != x.get(3) || weight.get(2) != weight.get(3)) {
      return Optional.empty();
    }
    int side = (int) x.get(2);
    int kernel = (int) weight.get(2);
    return WAYS.computeIfAbsent(
        new ConvolutionGradient.Geometry(
            (int) weight.get(1),
            (int) weight.get(0),
            kernel,
            stride,
            padding,
            side,
            (side + 2 * padding - kernel) / stride + 1),
        ConvolutionGradient::of);
  }

  private NDArray cut(
      NDArray x, NDArray weight, NDArray bias, int stride, int padding, ConvolutionGradient way) {
    NDArray output = plain(x.stopGradient(), weight, bias, stride, padding);
    NDArray leaf = output.stopGradient();
    leaf.setRequiresGradient(true);
    cuts.add(new Cut(x, weight, output, leaf, way));
    return leaf;
  }

  /** Carries the gradient of {@code loss} to all leaves, through every cut. */
  void backward(NDArray loss) {
    // a layer before a fork would be passed twice, so the graph's parts are kept
    boolean keep = cuts.size() > 1;
    JniUtils.backward((PtNDArray) loss, (PtNDArray) loss.onesLike(), keep, false);
    for (int i = cuts.size() - 1; i >= 0; i--) {
      Cut cut = cuts.get(i);
      NDArray gradient = cut.leaf.getGradient();
      if (ScriptedFunctions.requiresGradient(cut.output)) {
        JniUtils.backward((PtNDArray) cut.output, (PtNDArray) gradient, keep, false);
      }
      JniUtils.setGradMode(false);
      NDArray carried = cut.way.inputGradient(gradient, cut.weight);
      JniUtils.setGradMode(true);
      JniUtils.backward((PtNDArray) cut.input, (PtNDArray) carried, keep, false);
    }
  }
}
