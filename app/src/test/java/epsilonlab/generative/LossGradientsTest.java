package epsilonlab.generative;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import epsilonlab.data.DataSet;
import epsilonlab.data.DeviceImages;
import epsilonlab.data.ImageSet;
import epsilonlab.data.SyntheticDigits;
import epsilonlab.engine.Compute;
import epsilonlab.engine.DeviceChoice;
import epsilonlab.engine.Seed;
import epsilonlab.engine.ShardedStep;
import epsilonlab.engine.Tensors;
import epsilonlab.engine.layer.Dropout;
import epsilonlab.engine.layer.DropoutLayer;
import epsilonlab.engine.layer.Layer;
import epsilonlab.engine.layer.LayerScript;
import epsilonlab.engine.layer.LayerScript.Wanted;
import epsilonlab.engine.layer.Linear;
import epsilonlab.model.Parameters;
import epsilonlab.model.Weights;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The losses and their gradients by the weights against a forward pass in plain Java and its
 * central differences, which share no code with them.
 */
class LossGradientsTest {
  private static final int IMAGES = 3;
  private static final int PER_WEIGHT = 6;
  private static final double STEP = 1e-5;
  private static final Seed DROPOUT = Seed.of(12);

  private static Compute compute;
  private static DataSet digits;

  @BeforeAll
  static void start() {
    compute = Compute.start(DeviceChoice.CPU, 1);
    digits = SyntheticDigits.generate(2, 20, 20);
  }

  @AfterAll
  static void stop() {
    compute.close();
  }

  private static double[] image(int i) {
    return row(digits.train().image(i), 0, ImageSet.PIXELS);
  }

  private static double[] row(float[] values, int i, int length) {
    double[] row = new double[length];
    for (int p = 0; p < length; p++) {
      row[p] = values[i * length + p];
    }
    return row;
  }

  private static double[] signed(double[] image) {
    return java.util.Arrays.stream(image).map(value -> 2 * value - 1).toArray();
  }

  private static Iterator<double[]> none() {
    return Collections.emptyIterator();
  }

  /** What a part found, in Java memory. */
  private record Found(double[] sums, List<float[]> gradients) {
    static Found of(ShardedStep.Part part) {
      return new Found(part.sums(), part.gradients().stream().map(NDArray::toFloatArray).toList());
    }
  }

  /**
   * Holds gradients against central differences of a loss, at some places of each weight.
   *
   * @param names of the weights, in the gradients' order
   */
  private static void check(
      Map<String, double[]> weights,
      List<String> names,
      List<float[]> gradients,
      ToDoubleFunction<Map<String, double[]>> loss) {
    assertEquals(names.size(), gradients.size());
    for (int w = 0; w < names.size(); w++) {
      double[] values = weights.get(names.get(w));
      float[] gradient = gradients.get(w);
      assertEquals(values.length, gradient.length, names.get(w));
      double largest = 0;
      for (float one : gradient) {
        largest = Math.max(largest, Math.abs(one));
      }
      assertTrue(largest > 0, names.get(w) + " has no gradient at all");
      var places = Seed.of(7).split(names.get(w)).generator();
      for (int k = 0; k < PER_WEIGHT; k++) {
        int place = places.nextInt(values.length);
        double before = values[place];
        values[place] = before + STEP;
        double above = loss.applyAsDouble(weights);
        values[place] = before - STEP;
        double below = loss.applyAsDouble(weights);
        values[place] = before;
        assertEquals(
            (above - below) / (2 * STEP),
            gradient[place],
            1e-4 * largest,
            names.get(w) + " at " + place);
      }
    }
  }

  private static List<String> names(List<Layer> layers) {
    return layers.stream().flatMap(layer -> layer.weights().keySet().stream()).toList();
  }

  private static List<String> names(List<Layer> first, List<Layer> second) {
    List<String> all = new ArrayList<>(names(first));
    all.addAll(names(second));
    return all;
  }

  @Test
  void variationalAutoencoder() {
    Vae network = new Vae(9, 3);
    double beta = 2.5;
    VaeSettings settings = new VaeSettings(network, beta, 1e-3, 10, 1, 4);
    Weights start = settings.freshWeights();
    float[] noise = Seed.of(5).gaussian(IMAGES * 3);
    Found found;
    try (DeviceImages images = DeviceImages.upload(compute, digits.train(), 0, IMAGES);
        VaeLearner learner = (VaeLearner) settings.learner(compute, images, digits, start)) {
      found =
          compute.call(
              () -> {
                NDArray x = images.images().reshape(IMAGES, ImageSet.PIXELS);
                NDArray z = Tensors.of(images.manager(), noise, IMAGES, 3);
                return Found.of(learner.gradients(x, z, DROPOUT));
              });
    }
    Map<String, double[]> weights = PlainChain.doubles(start);
    double[] theirs = vaeLoss(network, beta, noise, weights);
    for (int i = 0; i < 3; i++) {
      assertEquals(theirs[i], found.sums()[i], 1e-5 * theirs[i]);
    }
    check(
        weights,
        names(network.encoder(), network.decoder()),
        found.gradients(),
        with -> vaeLoss(network, beta, noise, with)[0]);
  }

  private static double[] vaeLoss(
      Vae network, double beta, float[] noise, Map<String, double[]> weights) {
    double reconstruction = 0;
    double kl = 0;
    int latent = network.latent();
    for (int i = 0; i < IMAGES; i++) {
      double[] x = image(i);
      double[] heads = PlainChain.forward(network.encoder(), weights, x, none());
      double[] z = new double[latent];
      for (int k = 0; k < latent; k++) {
        double variance = Math.exp(heads[latent + k]);
        z[k] = heads[k] + noise[i * latent + k] * Math.sqrt(variance);
        kl += 0.5 * (heads[k] * heads[k] + variance - 1 - Math.log(variance));
      }
      reconstruction += pixels(PlainChain.forward(network.decoder(), weights, z, none()), x);
    }
    return new double[] {reconstruction + beta * kl, reconstruction, kl};
  }

  private static double pixels(double[] logits, double[] targets) {
    double sum = 0;
    for (int p = 0; p < logits.length; p++) {
      sum += PlainChain.crossEntropy(logits[p], targets[p]);
    }
    return sum;
  }

  @ParameterizedTest
  @EnumSource(NoiseKind.class)
  void denoisingAutoencoder(NoiseKind kind) {
    Noise noise = new Noise(kind, 0.4);
    DenoisingAutoencoder network = new DenoisingAutoencoder(List.of(7, 4, 6));
    DenoisingSettings settings = new DenoisingSettings(network, noise, 1e-3, 10, 1, 4);
    Weights start = settings.freshWeights();
    double scale = 1.0 / (IMAGES * ImageSet.PIXELS);
    Found found;
    try (DeviceImages images = DeviceImages.upload(compute, digits.train(), 0, IMAGES);
        DenoisingLearner learner =
            (DenoisingLearner) settings.learner(compute, images, digits, start)) {
      found =
          compute.call(
              () -> {
                NDArray x = images.images().reshape(IMAGES, ImageSet.PIXELS);
                return Found.of(learner.gradients(x, Seed.of(6), scale));
              });
    }
    float[] noisy = noise.applied(digits.train().images(0, IMAGES), Seed.of(6));
    ToDoubleFunction<Map<String, double[]>> loss =
        with -> {
          double sum = 0;
          for (int i = 0; i < IMAGES; i++) {
            double[] spoiled = row(noisy, i, ImageSet.PIXELS);
            sum += pixels(PlainChain.forward(network.layers(), with, spoiled, none()), image(i));
          }
          return sum;
        };
    Map<String, double[]> weights = PlainChain.doubles(start);
    double all = loss.applyAsDouble(weights);
    assertEquals(all, found.sums()[0], 1e-5 * all);
    check(
        weights,
        names(network.layers()),
        found.gradients(),
        with -> loss.applyAsDouble(with) * scale);
  }

  private static final FullyConnectedGan GAN =
      new FullyConnectedGan(4, List.of(6, 5), List.of(8, 5), 0.3);

  /** The masks of a discriminator's pass on so many rows, row by row. */
  private static List<List<double[]>> masks(int rows) {
    return compute.call(
        () -> {
          try (NDManager manager = compute.newManager()) {
            Dropout dropout = Dropout.random(DROPOUT);
            List<List<double[]>> all = new ArrayList<>();
            for (int i = 0; i < rows; i++) {
              all.add(new ArrayList<>());
            }
            int units = 0;
            for (Layer layer : GAN.discriminator()) {
              units = layer instanceof Linear linear ? linear.out() : units;
              if (layer instanceof DropoutLayer drops) {
                float[] mask =
                    dropout.mask(manager, new Shape(rows, units), drops.rate()).toFloatArray();
                for (int i = 0; i < rows; i++) {
                  all.get(i).add(row(mask, i, units));
                }
              }
            }
            return all;
          }
        });
  }

  private static double discriminate(
      Map<String, double[]> weights, double[] x, List<double[]> masks) {
    return PlainChain.forward(GAN.discriminator(), weights, x, masks.iterator())[0];
  }

  @Test
  void discriminator() {
    Weights start = GAN.initialWeights(Seed.of(9));
    float[] made = Seed.of(8).gaussian(IMAGES * ImageSet.PIXELS);
    Found found =
        compute.call(
            () -> {
              try (NDManager manager = compute.newManager()) {
                Parameters parameters = Parameters.upload(manager, start);
                GanGradients gradients =
                    new GanGradients(
                        new LiveChain(compute, GAN.discriminator(), ImageSet.PIXELS, parameters));
                NDArray real = Flat.signed(Flat.of(manager, digits.train(), 0, IMAGES));
                NDArray others = Tensors.of(manager, made, IMAGES, ImageSet.PIXELS);
                return Found.of(gradients.ofDiscriminator(real, others, 0.25, DROPOUT));
              }
            });
    List<List<double[]>> masks = masks(2 * IMAGES);
    ToDoubleFunction<Map<String, double[]>> loss =
        with -> {
          double sum = 0;
          for (int i = 0; i < IMAGES; i++) {
            sum += PlainChain.crossEntropy(discriminate(with, signed(image(i)), masks.get(i)), 1);
            double[] other = row(made, i, ImageSet.PIXELS);
            sum += PlainChain.crossEntropy(discriminate(with, other, masks.get(IMAGES + i)), 0);
          }
          return sum;
        };
    Map<String, double[]> weights = PlainChain.doubles(start);
    assertEquals(loss.applyAsDouble(weights), found.sums()[0], 1e-5);
    check(
        weights,
        names(GAN.discriminator()),
        found.gradients(),
        with -> 0.25 * loss.applyAsDouble(with));
  }

  @ParameterizedTest
  @EnumSource(GeneratorLoss.class)
  void generator(GeneratorLoss kind) {
    Weights start = GAN.initialWeights(Seed.of(9));
    float[] z = Seed.of(8).gaussian(IMAGES * GAN.latent());
    Found found =
        compute.call(
            () -> {
              try (NDManager manager = compute.newManager()) {
                Parameters parameters = Parameters.upload(manager, start);
                LiveChain generator =
                    new LiveChain(compute, GAN.generator(), GAN.latent(), parameters);
                GanGradients gradients =
                    new GanGradients(
                        new LiveChain(compute, GAN.discriminator(), ImageSet.PIXELS, parameters));
                NDArray noise = Tensors.of(manager, z, IMAGES, GAN.latent());
                try (LayerScript.TrainingPass made =
                    generator.train(noise, Seed.of(1), Wanted.WEIGHTS)) {
                  return Found.of(gradients.ofGenerator(made, kind, 0.5, DROPOUT));
                }
              }
            });
    List<List<double[]>> masks = masks(IMAGES);
    ToDoubleFunction<Map<String, double[]>> loss =
        with -> {
          double sum = 0;
          for (int i = 0; i < IMAGES; i++) {
            double[] noise = row(z, i, GAN.latent());
            double[] image = PlainChain.forward(GAN.generator(), with, noise, none());
            double d = 1 / (1 + Math.exp(-discriminate(with, image, masks.get(i))));
            sum += kind == GeneratorLoss.MINIMAX ? Math.log(1 - d) : -Math.log(d);
          }
          return sum;
        };
    Map<String, double[]> weights = PlainChain.doubles(start);
    assertEquals(loss.applyAsDouble(weights), found.sums()[0], 1e-5);
    check(
        weights, names(GAN.generator()), found.gradients(), with -> 0.5 * loss.applyAsDouble(with));
  }
}
