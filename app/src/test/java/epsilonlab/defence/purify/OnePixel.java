package epsilonlab.defence.purify;

import epsilonlab.data.ImageSet;
import epsilonlab.engine.Compute;
import epsilonlab.engine.HostTensor;
import epsilonlab.generative.DenoisingAutoencoder;
import epsilonlab.generative.Purifier;
import epsilonlab.model.Architectures;
import epsilonlab.model.Classifier;
import epsilonlab.model.Weights;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * A world of two pixels, in which everything is known: the classifier says 1 if pixel 1 is above
 * one half and else 0, and sees no other pixel; the purifier makes pixel 1 out of pixel 0 alone.
 */
final class OnePixel {
  private static final int PIXELS = ImageSet.PIXELS;

  private OnePixel() {}

  /** Pixel 1 becomes s(slope x0 + shift), for x0 of 0 or more. */
  static Purifier purifier(Compute compute, float slope, float shift) {
    float[] in = new float[PIXELS];
    in[0] = 1;
    float[] out = new float[PIXELS];
    out[1] = slope;
    float[] bias = new float[PIXELS];
    Arrays.fill(bias, -40);
    // the unit is never at its corner
    bias[1] = shift - slope;
    var network = new DenoisingAutoencoder(List.of(1));
    return Purifier.of(
        compute,
        network.id(),
        Weights.of(
            Map.of(
                "fc1.weight", new HostTensor(in, 1, PIXELS),
                "fc1.bias", new HostTensor(new float[] {1}, 1),
                "fc2.weight", new HostTensor(out, PIXELS, 1),
                "fc2.bias", new HostTensor(bias, PIXELS))));
  }

  static Classifier classifier(Compute compute) {
    float[] weight = new float[10 * PIXELS];
    weight[PIXELS + 1] = 10;
    float[] bias = new float[10];
    Arrays.fill(bias, -100);
    bias[0] = 5;
    bias[1] = 0;
    return new Classifier(
        compute,
        "one pixel",
        Architectures.get("logistic"),
        Weights.of(
            Map.of(
                "fc.weight", new HostTensor(weight, 10, PIXELS),
                "fc.bias", new HostTensor(bias, 10))));
  }

  /**
   * Ones and zeros in turn, all black but for two pixels.
   *
   * @param zero how far pixel 0 of each is from one half, in 255ths
   * @param one the same for pixel 1
   */
  static ImageSet digits(int[] zero, int[] one) {
    byte[] pixels = new byte[zero.length * PIXELS];
    byte[] labels = new byte[zero.length];
    for (int i = 0; i < zero.length; i++) {
      labels[i] = (byte) ((i + 1) % 2);
      int side = labels[i] == 1 ? 1 : -1;
      pixels[i * PIXELS] = (byte) (127.5 + side * (zero[i] - 0.5));
      pixels[i * PIXELS + 1] = (byte) (127.5 + side * (one[i] - 0.5));
    }
    return ImageSet.ofBytes(pixels, labels);
  }
}
