package epsilonlab.engine.layer;

import java.util.Arrays;
import java.util.Optional;

/**
 * How the gradient of a convolution with respect to its input is a forward convolution.
 *
 * <p>The library's own kernel for it is slow where the input has few channels (an MNIST image has
 * one) or the stride is above 1. A block of B x B input pixels, B a multiple of the stride, gets
 * its gradient from the same small window of output pixels everywhere: so the blocks are the pixels
 * of an ordinary convolution over the output's gradient, with one output channel for each of the B
 * x B pixels of a block and each input channel, and kernels made of the same weights, flipped. Its
 * result only needs to be put in order (depth to space). Same sums in another order, so that it
 * agrees with the library's to rounding; docs/performance.md has the gain.
 */
final class BlockConvolution {
  private static final int BLOCK_OF_ONE_CHANNEL = 4;

  private final Geometry geometry;
  private final int block;
  private final int offset;
  private final int first;
  private final int window;

  /** The sizes of a convolution with square kernels on square images. */
  record Geometry(int inChannels, int outChannels, int kernel, int stride, int padding, int side) {
    int outSide() {
      return (side + 2 * padding - kernel) / stride + 1;
    }
  }

  private BlockConvolution(Geometry geometry, int block, int offset, int first, int window) {
    this.geometry = geometry;
    this.block = block;
    this.offset = offset;
    this.first = first;
    this.window = window;
  }

  /** The cheapest way for this convolution, or empty where the library's own is no slower. */
  static Optional<BlockConvolution> of(Geometry geometry) {
    int stride = geometry.stride();
    int block = stride;
    if (geometry.inChannels() == 1) {
      block = stride * ((BLOCK_OF_ONE_CHANNEL + stride - 1) / stride);
    }
    if (block == 1) {
      return Optional.empty();
    }
    Optional<BlockConvolution> aligned = of(geometry, block, 0);
    if (geometry.padding() == 0) {
      return aligned;
    }
    Optional<BlockConvolution> shifted = of(geometry, block, geometry.padding());
    boolean shiftedIsCheaper =
        shifted.isPresent() && (aligned.isEmpty() || shifted.get().cost() < aligned.get().cost());
    return shiftedIsCheaper ? shifted : aligned;
  }

  /** Blocks that begin at pixel {@code -offset}; empty where one padding for all sides misses. */
  private static Optional<BlockConvolution> of(Geometry g, int block, int offset) {
    int shift = g.padding() - offset;
    int first = -Math.floorDiv(g.kernel() - 1 - shift, g.stride());
    int last = Math.floorDiv(block - 1 + shift, g.stride());
    BlockConvolution way = new BlockConvolution(g, block, offset, first, last - first + 1);
    return first <= 0 && way.outputs() >= way.blocks() ? Optional.of(way) : Optional.empty();
  }

  /** How many blocks cover a side. */
  int blocks() {
    return (geometry.side() + offset + block - 1) / block;
  }

  private int outputs() {
    return Math.floorDiv(geometry.outSide() - 2 * first - window, stride()) + 1;
  }

  private long cost() {
    long blocks = blocks();
    return blocks * blocks * block * block * window * window;
  }

  /** The stride of the block convolution. */
  int stride() {
    return block / geometry.stride();
  }

  /** Its padding. */
  int padding() {
    return -first;
  }

  /** Pixels of a block's side. */
  int block() {
    return block;
  }

  /** How far the first block begins before the image. */
  int offset() {
    return offset;
  }

  /** Its kernels in memory: outputs x window x window x channels. */
  long[] kernelShape() {
    long outputs = (long) block * block * geometry.inChannels();
    return new long[] {outputs, window, window, geometry.outChannels()};
  }

  /**
   * For each value of {@link #kernelShape}, outputs being (row, column, input channel) of a block:
   * its place in the flattened weight out x in x k x k, or one past the end for zero.
   */
  long[] kernelIndices() {
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
}
