package epsilonlab.generative;

import epsilonlab.data.DataSet;
import epsilonlab.data.DeviceImages;
import epsilonlab.engine.Compute;
import epsilonlab.engine.Seed;
import epsilonlab.model.Weights;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How a denoising autoencoder is trained: Adam on the mean binary cross-entropy between what it
 * makes of a spoiled image and the image itself.
 *
 * @param network its sizes
 * @param noise what spoils the images
 */
public record DenoisingSettings(
    DenoisingAutoencoder network,
    Noise noise,
    double learningRate,
    int batch,
    int epochs,
    long seed)
    implements GenerativeSettings<DenoisingBatch, DenoisingEpoch> {
  /** The exercise's: 256-64-256, Gaussian noise 0.5, Adam 1e-3, batch 64, 10 epochs. */
  public static DenoisingSettings exercise() {
    return new DenoisingSettings(
        DenoisingAutoencoder.withNarrowest(64), Noise.EXERCISE, 1e-3, 64, 10, 0);
  }

  /** How many test digits are restored after each epoch, to be looked at. */
  private static final int PICTURES = 10;

  /**
   * Checks every value.
   *
   * @throws epsilonlab.engine.LabException that names the first one that is out of its range
   */
  public DenoisingSettings {
    Limits.learningRate(learningRate);
    Limits.batchAndEpochs(batch, epochs);
  }

  @Override
  public DenoisingSettings withEpochs(int other) {
    return new DenoisingSettings(network, noise, learningRate, batch, other, seed);
  }

  @Override
  public Map<String, Object> toMap() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("hidden", network.hidden());
    map.put("noise", noise.size());
    map.put("noise-kind", noise.kind().id());
    map.put("learning-rate", learningRate);
    map.put("batch", batch);
    map.put("epochs", epochs);
    map.put("seed", seed);
    return map;
  }

  /** The first ten test digits, spoiled: what a training's pictures are restored from. */
  public Pictures noisyPictures(DataSet data) {
    int count = Math.min(PICTURES, data.test().size());
    return new Pictures(
        noise.applied(data.test().images(0, count), Seed.of(seed).split("pictures")));
  }

  @Override
  public Learner<DenoisingBatch, DenoisingEpoch> learner(
      Compute compute, DeviceImages train, DataSet data, Weights start) {
    return TrainedWeights.lend(
        compute, start, weights -> new DenoisingLearner(compute, this, train, data, weights));
  }
}
