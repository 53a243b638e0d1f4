package epsilonlab.generative;

import epsilonlab.data.ImageSet;
import epsilonlab.engine.HostTensor;
import epsilonlab.engine.Seed;
import epsilonlab.engine.layer.Convolution;
import epsilonlab.engine.layer.DropoutLayer;
import epsilonlab.engine.layer.Flatten;
import epsilonlab.engine.layer.Layer;
import epsilonlab.engine.layer.LeakyRelu;
import epsilonlab.engine.layer.Linear;
import epsilonlab.engine.layer.PixelNorm;
import epsilonlab.engine.layer.Tanh;
import epsilonlab.engine.layer.TransposedConvolution;
import epsilonlab.engine.layer.Unflatten;
import epsilonlab.model.Weights;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A convolutional GAN (Radford et al., 2016) for 28 x 28: the generator makes maps of 7 x 7 from
 * the noise and doubles their side twice, the discriminator halves it twice. Its samples have
 * cleaner strokes than those of the {@link FullyConnectedGan}. Where the paper has batch
 * normalisation, the generator has {@link PixelNorm}, which says why; the discriminator has
 * dropout.
 *
 * @param latent dimensions of the noise z
 * @param channels of the maps of 14 x 14; those of 7 x 7 have twice as many
 * @param dropout of the discriminator, in [0, 1)
 */
public record DeepConvolutionalGan(int latent, int channels, double dropout) implements Gan {
  /** The name in files. */
  public static final String ID = "dcgan";

  private static final double SLOPE = 0.2;
  private static final float DEVIATION = 0.02f;
  private static final int KERNEL = 4;
  private static final int SMALLEST = ImageSet.SIDE / 4;

  /** Checks the sizes. */
  public DeepConvolutionalGan {
    Limits.latent(latent);
    Limits.require(
        channels >= 1 && channels <= 256, "number of channels", channels, "from 1 to 256");
    Limits.dropout(dropout);
  }

  /** Sizes whose epoch on MNIST takes well under a minute on two cores. */
  public static DeepConvolutionalGan standard() {
    return new DeepConvolutionalGan(64, 32, 0.3);
  }

  @Override
  public String id() {
    return ID;
  }

  @Override
  public String title() {
    return "Convolutional GAN";
  }

  @Override
  public Map<String, Object> sizes() {
    return Map.of("channels", channels, "dropout", dropout);
  }

  /**
   * The generator's weights as in the paper, normal with a standard deviation of 0.02 and biases of
   * 0: with larger ones the first images are pure black and white, where tanh teaches nothing.
   */
  @Override
  public Weights initialWeights(Seed seed) {
    Map<String, HostTensor> tensors = new LinkedHashMap<>(Gan.super.initialWeights(seed).asMap());
    tensors.replaceAll(
        (name, tensor) -> name.startsWith(GENERATOR) ? small(seed.split(name), tensor) : tensor);
    return Weights.of(tensors);
  }

  private static HostTensor small(Seed seed, HostTensor same) {
    float[] values = new float[same.values().length];
    if (same.shape().length > 1) {
      float[] normal = seed.gaussian(values.length);
      for (int i = 0; i < values.length; i++) {
        values[i] = DEVIATION * normal[i];
      }
    }
    return new HostTensor(values, same.shape());
  }

  @Override
  public List<Layer> generator() {
    int most = 2 * channels;
    return List.of(
        new Linear(GENERATOR + "fc", latent, most * SMALLEST * SMALLEST),
        new Unflatten(most, SMALLEST),
        new PixelNorm(),
        new LeakyRelu(SLOPE),
        new TransposedConvolution(GENERATOR + "deconv1", most, channels, KERNEL, 2, 1),
        new PixelNorm(),
        new LeakyRelu(SLOPE),
        new TransposedConvolution(GENERATOR + "deconv2", channels, 1, KERNEL, 2, 1),
        new Flatten(),
        new Tanh());
  }

  @Override
  public List<Layer> discriminator() {
    int most = 2 * channels;
    List<Layer> layers =
        new ArrayList<>(
            List.of(
                new Unflatten(1, ImageSet.SIDE),
                new Convolution(DISCRIMINATOR + "conv1", 1, channels, KERNEL, 2, 1),
                new LeakyRelu(SLOPE),
                new Convolution(DISCRIMINATOR + "conv2", channels, most, KERNEL, 2, 1),
                new LeakyRelu(SLOPE),
                new Flatten()));
    if (dropout > 0) {
      layers.add(new DropoutLayer(dropout));
    }
    layers.add(new Linear(DISCRIMINATOR + "fc", most * SMALLEST * SMALLEST, 1));
    return layers;
  }
}
