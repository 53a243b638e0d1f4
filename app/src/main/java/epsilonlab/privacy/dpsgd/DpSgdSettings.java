package epsilonlab.privacy.dpsgd;

import epsilonlab.engine.LabException;
import epsilonlab.training.OptimizerKind;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How a network is trained with differential privacy.
 *
 * @param n the first so many training images are learnt from, 1 or more
 * @param batch the expected number of images a step, 1 to n: each takes part with probability batch
 *     / n, independently
 * @param noiseMultiplier standard deviation of the noise over the clipping norm, 0 or more; 0 gives
 *     no privacy
 * @param clip the clipping norm of each image's gradient, above 0
 * @param epochs n / batch steps each, 1 to 10,000
 * @param delta of (epsilon, delta), in (0, 1); well below 1 / n
 * @param optimizer Adam or SGD; what it makes of the noisy sums costs no more privacy
 * @param learningRate above 0; of the noisy sum over the expected batch
 * @param momentum of SGD, in [0, 1)
 * @param seed of the initial weights, the batches and the noise; the promise holds for whoever does
 *     not know it
 */
public record DpSgdSettings(
    int n,
    int batch,
    double noiseMultiplier,
    double clip,
    int epochs,
    double delta,
    OptimizerKind optimizer,
    double learningRate,
    double momentum,
    long seed) {

  /**
   * Checks every value.
   *
   * @throws LabException that names the first one that is out of its range
   */
  public DpSgdSettings {
    require(n >= 1, "number of images n", n, "at least 1");
    require(batch >= 1 && batch <= n, "expected batch", batch, "from 1 to n = " + n);
    require(
        noiseMultiplier >= 0 && Double.isFinite(noiseMultiplier),
        "noise multiplier",
        noiseMultiplier,
        "0 (no privacy) or more, for example 1.1");
    require(clip > 0 && Double.isFinite(clip), "clipping norm", clip, "above 0, for example 1");
    require(epochs >= 1 && epochs <= 10_000, "number of epochs", epochs, "from 1 to 10000");
    require(delta > 0 && delta < 1, "delta", delta, "above 0 and below 1, for example 1e-5");
    require(
        learningRate > 0 && Double.isFinite(learningRate),
        "learning rate",
        learningRate,
        "a number above 0, for example 0.001");
    require(momentum >= 0 && momentum < 1, "momentum", momentum, "at least 0 and below 1");
  }

  private static void require(boolean holds, String what, Number value, String allowed) {
    if (!holds) {
      throw new LabException("The " + what + " is " + value + ", but must be " + allowed + ".");
    }
  }

  /** The probability with which an image takes part in a step. */
  public double samplingRate() {
    return (double) batch / n;
  }

  /** How many steps are made in so many epochs. */
  public long stepsIn(int epochsDone) {
    return (long) epochsDone * n / batch;
  }

  /**
   * The same with the least noise that keeps the whole training within an epsilon.
   *
   * @param epsilon above 0
   * @throws LabException if there is none
   */
  public DpSgdSettings within(double epsilon) {
    require(epsilon > 0 && Double.isFinite(epsilon), "epsilon", epsilon, "above 0, for example 3");
    return new DpSgdSettings(
        n,
        batch,
        RdpAccountant.noiseMultiplier(samplingRate(), stepsIn(epochs), delta, epsilon),
        clip,
        epochs,
        delta,
        optimizer,
        learningRate,
        momentum,
        seed);
  }

  /** Every setting by its name on the command line. */
  public Map<String, Object> toMap() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("n", n);
    map.put("batch", batch);
    map.put("noise-multiplier", noiseMultiplier);
    map.put("clip", clip);
    map.put("epochs", epochs);
    map.put("delta", delta);
    map.put("optimizer", optimizer.id());
    map.put("learning-rate", learningRate);
    map.put("momentum", momentum);
    map.put("seed", seed);
    return map;
  }
}
