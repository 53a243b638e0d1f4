package epsilonlab.generative;

import epsilonlab.data.DataSet;
import epsilonlab.data.DeviceImages;
import epsilonlab.engine.Compute;
import epsilonlab.model.Weights;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How a GAN is trained: Adam for both players, binary cross-entropy.
 *
 * @param network its sizes
 * @param generatorLoss what the generator minimises
 * @param controls may change while it runs, and hold the learning rate
 */
public record GanSettings(
    Gan network,
    GeneratorLoss generatorLoss,
    GanControls controls,
    int batch,
    int epochs,
    long seed)
    implements GenerativeSettings<GanBatch, GanEpoch> {
  /** The exercise's: Adam 2e-4, batch 100, 50 epochs. */
  public static GanSettings exercise() {
    return new GanSettings(
        FullyConnectedGan.exercise(),
        GeneratorLoss.NON_SATURATING,
        new GanControls(2e-4, 1),
        100,
        50,
        0);
  }

  /**
   * Checks every value.
   *
   * @throws epsilonlab.engine.LabException that names the first one that is out of its range
   */
  public GanSettings {
    Limits.batchAndEpochs(batch, epochs);
  }

  @Override
  public double learningRate() {
    return controls.learningRate();
  }

  @Override
  public GanSettings withEpochs(int other) {
    return new GanSettings(network, generatorLoss, controls, batch, other, seed);
  }

  @Override
  public Map<String, Object> toMap() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("network", network.id());
    map.put("latent", network.latent());
    map.putAll(network.sizes());
    map.put("generator-loss", generatorLoss.id());
    map.put("learning-rate", controls.learningRate());
    map.put("discriminator-steps", controls.discriminatorSteps());
    map.put("batch", batch);
    map.put("epochs", epochs);
    map.put("seed", seed);
    return map;
  }

  @Override
  public Learner<GanBatch, GanEpoch> learner(
      Compute compute, DeviceImages train, DataSet data, Weights start) {
    return TrainedWeights.lend(
        compute, start, weights -> new GanLearner(compute, this, train, data, weights));
  }
}
