package epsilonlab.generative;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import epsilonlab.data.ImageSet;
import epsilonlab.engine.Cancellation;
import epsilonlab.engine.Compute;
import epsilonlab.engine.Tensors;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.DoubleConsumer;

/**
 * For each of some images the one of a set that lies nearest, in the Euclidean distance of the
 * pixels; one of them where several do.
 *
 * @param indices of the nearest image in the set
 * @param labels of that image
 * @param distances to it, from 0 to 28 (the distance of black from white)
 */
public record NearestNeighbours(int[] indices, int[] labels, double[] distances) {
  private static final int BLOCK = 2000;
  private static final int QUERIES = 500;

  /**
   * Compares every image with all of a set, in shards.
   *
   * @param images N x 784, row by row, in [0, 1]
   * @param among at least one image
   * @param progress hears the part that is done, in [0, 1], on compute threads
   * @throws java.util.concurrent.CancellationException if the calling thread's work was cancelled
   */
  public static NearestNeighbours of(
      Compute compute, float[] images, ImageSet among, DoubleConsumer progress) {
    int count = images.length / ImageSet.PIXELS;
    int blocks = (among.size() + BLOCK - 1) / BLOCK;
    AtomicInteger done = new AtomicInteger();
    try (NDManager manager = compute.newManager()) {
      NDArray queries =
          compute.call(
              () -> Tensors.keep(Tensors.of(manager, images, count, ImageSet.PIXELS), manager));
      List<int[]> candidates =
          compute.map(
              blocks,
              block -> {
                int from = block * BLOCK;
                int[] nearest =
                    candidates(queries, among, from, Math.min(among.size(), from + BLOCK));
                progress.accept((double) done.incrementAndGet() / blocks);
                return nearest;
              });
      return best(images, among, candidates);
    }
  }

  // |q - t|^2 = |q|^2 - 2 (q t - |t|^2 / 2): the nearest t has the largest bracket
  private static int[] candidates(NDArray queries, ImageSet among, int from, int to) {
    float[] some = among.images(from, to);
    NDManager manager = queries.getManager();
    NDArray targets = Tensors.of(manager, some, to - from, ImageSet.PIXELS).transpose();
    NDArray halfSquares = Tensors.of(manager, halfSquares(some), 1, to - from);
    int count = (int) queries.getShape().get(0);
    int[] nearest = new int[count];
    for (int first = 0; first < count; first += QUERIES) {
      Cancellation.check();
      int end = Math.min(count, first + QUERIES);
      try (NDScope scope = new NDScope()) {
        scope.suppressNotUsedWarning();
        NDArray brackets = queries.get(first + ":" + end).matMul(targets).sub(halfSquares);
        long[] largest = brackets.argMax(1).toLongArray();
        for (int i = 0; i < largest.length; i++) {
          nearest[first + i] = from + (int) largest[i];
        }
      }
    }
    return nearest;
  }

  private static float[] halfSquares(float[] images) {
    float[] halves = new float[images.length / ImageSet.PIXELS];
    for (int i = 0; i < halves.length; i++) {
      double sum = 0;
      for (int p = 0; p < ImageSet.PIXELS; p++) {
        double value = images[i * ImageSet.PIXELS + p];
        sum += value * value;
      }
      halves[i] = (float) (sum / 2);
    }
    return halves;
  }

  // the brackets are differences of large numbers, so the candidates are measured exactly
  private static NearestNeighbours best(float[] images, ImageSet among, List<int[]> candidates) {
    int count = images.length / ImageSet.PIXELS;
    int[] indices = new int[count];
    int[] labels = new int[count];
    double[] distances = new double[count];
    float[] other = new float[ImageSet.PIXELS];
    for (int i = 0; i < count; i++) {
      double least = Double.POSITIVE_INFINITY;
      for (int[] block : candidates) {
        among.copyImage(block[i], other, 0);
        double square = squaredDistance(images, i * ImageSet.PIXELS, other);
        if (square < least) {
          least = square;
          indices[i] = block[i];
        }
      }
      labels[i] = among.label(indices[i]);
      distances[i] = Math.sqrt(least);
    }
    return new NearestNeighbours(indices, labels, distances);
  }

  private static double squaredDistance(float[] images, int offset, float[] other) {
    double sum = 0;
    for (int p = 0; p < other.length; p++) {
      double difference = (double) images[offset + p] - other[p];
      sum += difference * difference;
    }
    return sum;
  }

  /** How many images were compared. */
  public int count() {
    return indices.length;
  }

  /** Those from {@code from} (included) to {@code to} (excluded). */
  NearestNeighbours some(int from, int to) {
    return new NearestNeighbours(
        java.util.Arrays.copyOfRange(indices, from, to),
        java.util.Arrays.copyOfRange(labels, from, to),
        java.util.Arrays.copyOfRange(distances, from, to));
  }
}
