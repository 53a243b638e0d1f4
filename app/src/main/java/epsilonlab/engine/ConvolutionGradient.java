package epsilonlab.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.convolutional.Conv2d;
import java.util.Arrays;
import java.util.Optional;

/**
 * The gradient of a convolution with respect to its input, as a forward convolution.
 *
 * <p>The library's own kernel for it is slow where the input has few channels (an MNIST image has
 * one) or the stride is above 1. A block of B x B input pixels, B a multiple of the stride, gets
 * its gradient from the same small window of output pixels everywhere: so the blocks are the pixels
 * of an ordinary convolution over the output's gradient, with one output channel for each of the B
 * x B pixels of a block and each input channel, and kernels made of the same weights, flipped. Its
 * result only needs to be put in order (depth to space). Same sums in another order, so that it
 * agrees with the library's to rounding; docs/performance.md has the gain.
 */
final class ConvolutionGradient {
  private static final int BLOCK_OF_ONE_CHANNEL = 4;

  private final Geometry geometry;
  private final int block;
  private final int offset;
  private final int first;
  private final int window;
  private final long[] kernelIndices;

  /** The sizes of a convolution with square kernels; {@code side} and {@code outSide} of images. */
  record Geometry(
      int inChannels, int outChannels, int kernel, int stride, int padding, int side, int outSide) {
    int blocks(int block, int offset) {
      return (side + offset + block - 1) / block;
    }
  }

  private ConvolutionGradient(Geometry geometry, int block, int offset, int first, int window) {
    this.geometry = geometry;
    this.block = block;
    this.offset = offset;
    this.first = first;
    this.window = window;
    this.kernelIndices = kernelIndices();
  }

  /** The cheapest way for this convolution, or empty where the library's own is no slower. */
  static Optional<ConvolutionGradient> of(Geometry geometry) {
    int stride = geometry.stride();
    int block = stride;
    if (geometry.inChannels() == 1) {
      block = stride * ((BLOCK_OF_ONE_CHANNEL + stride - 1) / stride);
    }
    if (block == 1) {
      return Optional.empty();
    }
    Optional<ConvolutionGradient> aligned = of(geometry, block, 0);
    if (geometry.padding() == 0) {
      return aligned;
    }
    Optional<ConvolutionGradient> shifted = of(geometry, block, geometry.padding());
    boolean shiftedIsCheaper =
        shifted.isPresent() && (aligned.isEmpty() || shifted.get().cost() < aligned.get().cost());
    return shiftedIsCheaper ? shifted : aligned;
  }

  /** Blocks that begin at pixel {@code -offset}; empty where one padding for all sides misses. */
  private static Optional<ConvolutionGradient> of(Geometry g, int block, int offset) {
    int shift = g.padding() - offset;
    int first = -Math.floorDiv(g.kernel() - 1 - shift, g.stride());
    int last = Math.floorDiv(block - 1 + shift, g.stride());
    int window = last - first + 1;
    int outputs = Math.floorDiv(g.outSide() - 2 * first - window, block / g.stride()) + 1;
    if (first > 0 || outputs < g.blocks(block, offset)) {
      return Optional.empty();
    }
    return Optional.of(new ConvolutionGradient(g, block, offset, first, window));
  }

  private long cost() {
    long blocks = geometry.blocks(block, offset);
    return blocks * blocks * kernelIndices.length;
  }

  // for each weight of the new kernels (row, column, input channel; window; output channel) the
  // place of the old weight, or one past the end for zero
  private long[] kernelIndices() {
    Geometry g = geometry;
    int channels = g.inChannels();
    int kernel = g.kernel();
    long zero = (long) g.outChannels() * channels * kernel * kernel;
    long[] indices = new long[block * block * channels * window * window * g.outChannels()];
    Arrays.fill(indices, zero);
    int next = 0;
    for (int row = 0; row < block; row++) {
      for (int column = 0; column < block; column++) {
        for (int in = 0; in < channels; in++) {
          for (int u = 0; u < window; u++) {
            for (int v = 0; v < window; v++) {
              int y = row + g.padding() - offset - g.stride() * (first + u);
              int x = column + g.padding() - offset - g.stride() * (first + v);
              boolean inside = y >= 0 && y < kernel && x >= 0 && x < kernel;
              for (int out = 0; out < g.outChannels(); out++, next++) {
                if (inside) {
                  indices[next] = (((long) out * channels + in) * kernel + y) * kernel + x;
                }
              }
            }
          }
        }
      }
    }
    return indices;
  }

  /**
   * @param gradient of the loss with respect to the output: N x out x outSide x outSide
   * @param weight out x in x k x k
   * @return N x in x side x side
   */
  NDArray inputGradient(NDArray gradient, NDArray weight) {
    int count = geometry.blocks(block, offset);
    int channels = geometry.inChannels();
    long n = gradient.getShape().get(0);
    NDArray blocks =
        Conv2d.conv2d(
                gradient,
                kernels(weight),
                null,
                new Shape(block / geometry.stride(), block / geometry.stride()),
                new Shape(-first, -first))
            .head()
            .transpose(0, 2, 3, 1);
    if (blocks.getShape().get(1) > count) {
      blocks = blocks.get(crop(0, count));
    }
    int side = count * block;
    NDArray pixels =
        blocks
            .reshape(n, count, count, block, (long) block * channels)
            .transpose(0, 1, 3, 2, 4)
            .reshape(n, side, side, channels);
    if (offset > 0 || side > geometry.side()) {
      pixels = pixels.get(crop(offset, offset + geometry.side()));
    }
    return pixels.transpose(0, 3, 1, 2);
  }

  private static NDIndex crop(int from, int to) {
    return new NDIndex().addAllDim().addSliceDim(from, to).addSliceDim(from, to);
  }

  private NDArray kernels(NDArray weight) {
    NDManager manager = weight.getManager();
    NDArray padded = NDArrays.concat(new NDList(weight.flatten(), manager.zeros(new Shape(1))));
    return padded
        .gather(Tensors.of(manager, kernelIndices), 0)
        .reshape(
            (long) block * block * geometry.inChannels(), window, window, geometry.outChannels())
        .transpose(0, 3, 1, 2);
  }
}
