package epsilonlab.evaluation;

import ai.djl.ndarray.NDArray;
import epsilonlab.attack.Epsilon;
import epsilonlab.data.DeviceImages;
import epsilonlab.data.ImageSet;
import epsilonlab.engine.Cancellation;
import epsilonlab.engine.Compute;
import epsilonlab.model.Classifier;

/**
 * The fraction of images whose class no change of the pixels by up to epsilon can alter, as far as
 * interval bound propagation can prove it: a lower bound of the accuracy under every l-infinity
 * attack there is. Gowal et al. (2018).
 */
public final class CertifiedAccuracy {
  // bounds are plain arrays, of which a large network makes many at once
  private static final int SHARD = 100;

  /**
   * What rounding may do to a bound, as a part of the image's largest one. Bounds and attacks are
   * computed in single precision, and a proof must hold for what was computed.
   */
  private static final double ROUNDING = 1e-5;

  private static final float FAR = 1e30f;

  private CertifiedAccuracy() {}

  /**
   * The fraction of certified images, in [0, 1].
   *
   * @param epsilon the largest change of a pixel, in [0, 1]
   */
  public static double of(Compute compute, Classifier classifier, ImageSet images, double epsilon) {
    int certified = 0;
    for (boolean one : each(compute, classifier, images, epsilon)) {
      certified += one ? 1 : 0;
    }
    return (double) certified / images.size();
  }

  /** Whether each image is certified. */
  static boolean[] each(Compute compute, Classifier classifier, ImageSet images, double epsilon) {
    Epsilon.check(epsilon);
    boolean[] all = new boolean[images.size()];
    compute.map(
        (images.size() + SHARD - 1) / SHARD,
        s -> {
          Cancellation.check();
          int from = s * SHARD;
          int to = Math.min(images.size(), from + SHARD);
          try (DeviceImages shard = DeviceImages.upload(compute, images, from, to)) {
            boolean[] some = certified(classifier, shard, epsilon).toBooleanArray();
            System.arraycopy(some, 0, all, from, some.length);
          }
          return null;
        });
    return all;
  }

  private static NDArray certified(Classifier classifier, DeviceImages shard, double epsilon) {
    NDArray excess = classifier.excessBounds(shard.images(), shard.labels(), epsilon);
    NDArray own = shard.labels().oneHot(classifier.classes());
    NDArray largest = excess.abs().max(new int[] {1});
    // only the other classes count
    NDArray worst = excess.sub(own.mul(FAR)).max(new int[] {1});
    return worst.lt(largest.mul(-ROUNDING));
  }
}
