package epsilonlab.ui.generate.vae;

import epsilonlab.data.ImageSet;
import epsilonlab.generative.Pictures;
import epsilonlab.model.ModelEntry;
import epsilonlab.model.Predictions;
import epsilonlab.ui.LabSession;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Images that a VAE decoded from latent points, and what the model in use reads in them.
 *
 * @param z count x latent
 * @param pictures one a point
 * @param probabilities count x 10; empty if there is no model
 */
record ReadImages(float[] z, Pictures pictures, float[] probabilities) {
  private static final int CLASSES = ImageSet.CLASSES;

  /**
   * Decodes and reads; on a job's thread.
   *
   * @param z count x latent
   * @param model may be null
   */
  static ReadImages of(LabSession session, EncodedSpace space, float[] z, ModelEntry model) {
    Pictures pictures = space.vae().decode(z);
    return new ReadImages(
        z, pictures, model == null ? new float[0] : read(session, pictures, model));
  }

  private static float[] read(LabSession session, Pictures pictures, ModelEntry model) {
    byte[] bytes = new byte[pictures.values().length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) Math.round(255 * pictures.values()[i]);
    }
    ImageSet set = ImageSet.ofBytes(bytes, new byte[pictures.count()]);
    return Predictions.of(session.compute().join(), session.classifier(model), set).probabilities();
  }

  boolean isRead() {
    return probabilities.length > 0;
  }

  /** What the model takes the i-th image for; -1 if there is no model. */
  int answer(int i) {
    return isRead() ? best(i, 1).get(0) : -1;
  }

  /** How sure it is, in [0, 1]. */
  double share(int i, int label) {
    return probabilities[i * CLASSES + label];
  }

  /** The classes that it finds likeliest, the likeliest first. */
  List<Integer> best(int i, int count) {
    return IntStream.range(0, CLASSES)
        .boxed()
        .sorted(Comparator.comparingDouble(label -> -share(i, label)))
        .limit(count)
        .toList();
  }

  /** The latent point of the i-th image. */
  float[] z(int i) {
    int latent = z.length / pictures.count();
    return Arrays.copyOfRange(z, i * latent, (i + 1) * latent);
  }
}
