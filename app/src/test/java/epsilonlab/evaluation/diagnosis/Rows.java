package epsilonlab.evaluation.diagnosis;

import epsilonlab.data.ImageSet;
import epsilonlab.engine.Compute;
import epsilonlab.engine.HostTensor;
import epsilonlab.model.Architectures;
import epsilonlab.model.Classifier;
import epsilonlab.model.Weights;
import java.util.Map;

/**
 * A world that can be reckoned by hand: class c has ink 0.6 in rows 2c and 2c + 1 and nowhere else,
 * and the network's logit of c is {@code slope} times the mean ink of these 56 pixels. The last
 * eight rows belong to nobody.
 */
final class Rows {
  static final double INK = 153 / 255.0;
  static final int OWN = 56;

  private Rows() {}

  static ImageSet images(int count) {
    byte[] pixels = new byte[count * ImageSet.PIXELS];
    byte[] labels = new byte[count];
    for (int i = 0; i < count; i++) {
      labels[i] = (byte) (i % 10);
      for (int p = 0; p < OWN; p++) {
        pixels[i * ImageSet.PIXELS + labels[i] * OWN + p] = (byte) 153;
      }
    }
    return ImageSet.ofBytes(pixels, labels);
  }

  static Classifier network(Compute compute, double slope) {
    float[] weight = new float[10 * ImageSet.PIXELS];
    for (int c = 0; c < 10; c++) {
      for (int p = 0; p < OWN; p++) {
        weight[c * ImageSet.PIXELS + c * OWN + p] = (float) (slope / OWN);
      }
    }
    Map<String, HostTensor> tensors =
        Map.of(
            "fc.weight",
            new HostTensor(weight, 10, ImageSet.PIXELS),
            "fc.bias",
            new HostTensor(new float[10], 10));
    return new Classifier(compute, "rows", Architectures.get("logistic"), Weights.of(tensors));
  }
}
