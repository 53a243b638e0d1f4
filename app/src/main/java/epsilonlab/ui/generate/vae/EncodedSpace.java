package epsilonlab.ui.generate.vae;

import epsilonlab.data.DataSet;
import epsilonlab.data.ImageSet;
import epsilonlab.engine.Compute;
import epsilonlab.generative.LatentPlane;
import epsilonlab.generative.TrainedVae;
import epsilonlab.generative.Vae;
import epsilonlab.model.Weights;
import epsilonlab.report.figure.LatentCloud;

/**
 * A trained VAE, and where the test images lie in its latent space.
 *
 * @param vae ready to encode and decode
 * @param weights its own, to tell it from others
 * @param data whose test images were encoded
 * @param means N x latent
 * @param choice which plane
 * @param plane of the map
 * @param cloud the test images on it
 */
record EncodedSpace(
    TrainedVae vae,
    Weights weights,
    DataSet data,
    float[] means,
    PlaneChoice choice,
    LatentPlane plane,
    LatentCloud cloud) {
  /** More points say no more. */
  private static final int MOST_POINTS = 10_000;

  private static final double CLASS_GAP = 0.55;

  /** Encodes the test images; on a job's thread. */
  static EncodedSpace of(
      Compute compute, Vae network, Weights weights, DataSet data, PlaneChoice choice) {
    TrainedVae vae = new TrainedVae(compute, network, weights);
    float[] means = vae.means(data.test().images(0, Math.min(MOST_POINTS, data.test().size())));
    return of(vae, weights, data, means, choice);
  }

  /** The same space on another plane; on a job's thread. */
  EncodedSpace on(PlaneChoice other) {
    return of(vae, weights, data, means, other);
  }

  private static EncodedSpace of(
      TrainedVae vae, Weights weights, DataSet data, float[] means, PlaneChoice choice) {
    int latent = vae.network().latent();
    LatentPlane plane = choice.of(means, latent);
    float[] places = plane.project(means);
    int[] labels = data.test().slice(0, means.length / latent).labels();
    if (plane.isLine()) {
      // one dimension: the classes one above the other
      for (int i = 0; i < labels.length; i++) {
        places[2 * i + 1] = (float) ((labels[i] - (ImageSet.CLASSES - 1) / 2.0) * CLASS_GAP);
      }
    }
    return new EncodedSpace(
        vae, weights, data, means, choice, plane, new LatentCloud(places, labels));
  }

  int latent() {
    return vae.network().latent();
  }
}
