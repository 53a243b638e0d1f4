package epsilonlab.attack;

import epsilonlab.data.ImageSet;
import epsilonlab.engine.Compute;
import epsilonlab.engine.HostTensor;
import epsilonlab.model.Architectures;
import epsilonlab.model.Classifier;
import epsilonlab.model.Weights;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The nearest class mean as a linear classifier with soft answers, whose logits can be computed by
 * hand.
 *
 * @param weight 10 x 784
 * @param bias 10
 */
public record ClassMeans(float[] weight, float[] bias) {
  /**
   * Learns the means.
   *
   * @param softness multiplies the logits: with answers too sure, float32 rounds the gradient away
   */
  public static ClassMeans of(ImageSet train, float softness) {
    float[] weight = new float[7840];
    float[] bias = new float[10];
    int[] count = new int[10];
    for (int i = 0; i < train.size(); i++) {
      count[train.label(i)]++;
    }
    for (int i = 0; i < train.size(); i++) {
      int c = train.label(i);
      float[] image = train.image(i);
      for (int p = 0; p < 784; p++) {
        weight[c * 784 + p] += softness * image[p] / count[c];
      }
    }
    for (int i = 0; i < 7840; i++) {
      bias[i / 784] -= weight[i] * weight[i] / (2 * softness);
    }
    return new ClassMeans(weight, bias);
  }

  /** On the device. */
  public Classifier classifier(Compute compute) {
    Map<String, HostTensor> tensors = new LinkedHashMap<>();
    tensors.put("fc.weight", new HostTensor(weight, 10, 784));
    tensors.put("fc.bias", new HostTensor(bias, 10));
    return new Classifier(compute, "means", Architectures.get("logistic"), Weights.of(tensors));
  }

  /** The logits in double precision. */
  public double[] logits(double[] x) {
    double[] z = new double[10];
    for (int c = 0; c < 10; c++) {
      z[c] = bias[c];
      for (int p = 0; p < 784; p++) {
        z[c] += (double) weight[c * 784 + p] * x[p];
      }
    }
    return z;
  }
}
