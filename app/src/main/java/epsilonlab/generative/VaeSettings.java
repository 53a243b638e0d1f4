package epsilonlab.generative;

import epsilonlab.data.DataSet;
import epsilonlab.data.DeviceImages;
import epsilonlab.engine.Compute;
import epsilonlab.model.Weights;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How a variational autoencoder is trained: Adam on binary cross-entropy plus beta times the KL
 * divergence (Higgins et al., 2017, for beta other than 1).
 *
 * @param network its sizes
 * @param beta weight of the divergence, 0 or more
 * @param learningRate of Adam
 */
public record VaeSettings(
    Vae network, double beta, double learningRate, int batch, int epochs, long seed)
    implements GenerativeSettings<VaeBatch, VaeEpoch> {
  /** The exercise's: 400 hidden units, 20 latent ones, Adam 5e-4, batch 64, 10 epochs. */
  public static VaeSettings exercise() {
    return new VaeSettings(new Vae(400, 20), 1, 5e-4, 64, 10, 0);
  }

  /**
   * Checks every value.
   *
   * @throws epsilonlab.engine.LabException that names the first one that is out of its range
   */
  public VaeSettings {
    Limits.require(
        beta >= 0 && Double.isFinite(beta), "weight beta", beta, "0 or more, for example 1");
    Limits.learningRate(learningRate);
    Limits.batchAndEpochs(batch, epochs);
  }

  @Override
  public VaeSettings withEpochs(int other) {
    return new VaeSettings(network, beta, learningRate, batch, other, seed);
  }

  @Override
  public Map<String, Object> toMap() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("hidden", network.hidden());
    map.put("latent", network.latent());
    map.put("beta", beta);
    map.put("learning-rate", learningRate);
    map.put("batch", batch);
    map.put("epochs", epochs);
    map.put("seed", seed);
    return map;
  }

  @Override
  public Learner<VaeBatch, VaeEpoch> learner(
      Compute compute, DeviceImages train, DataSet data, Weights start) {
    return TrainedWeights.lend(
        compute, start, weights -> new VaeLearner(compute, this, train, data, weights));
  }
}
