package epsilonlab.generative;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import epsilonlab.engine.HostTensor;
import epsilonlab.engine.LabException;
import epsilonlab.engine.Seed;
import epsilonlab.model.Architectures;
import epsilonlab.model.ModelCard;
import epsilonlab.model.Safetensors;
import epsilonlab.model.Weights;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GenerativeModelsTest {
  static Stream<GenerativeNetwork> networks() {
    return Stream.of(
        FullyConnectedGan.exercise(),
        new FullyConnectedGan(5, List.of(9), List.of(8, 7), 0.3),
        DeepConvolutionalGan.standard(),
        new DeepConvolutionalGan(7, 3, 0.3),
        new Vae(400, 20),
        new Vae(11, 2),
        DenoisingAutoencoder.withNarrowest(64),
        new DenoisingAutoencoder(List.of(10)));
  }

  @ParameterizedTest
  @MethodSource("networks")
  void weightsTellTheSizes(GenerativeNetwork network, @TempDir Path folder) {
    Weights weights = network.initialWeights(Seed.of(3));
    assertEquals(network, GenerativeModels.of(network.id(), weights));
    assertTrue(GenerativeModels.isGenerative(network.id()));
    Path file = folder.resolve("model.safetensors");
    new Safetensors(weights, Map.of("architecture", network.id())).write(file);
    Safetensors read = Safetensors.read(file);
    assertEquals(weights, read.weights());
    assertEquals(network, GenerativeModels.of(read.metadata().get("architecture"), read.weights()));
  }

  private static void refused(Executable body, String... parts) {
    String said = assertThrows(LabException.class, body).getMessage();
    assertEquals(1, said.lines().count());
    assertTrue(said.endsWith("."), said);
    for (String part : parts) {
      assertTrue(said.contains(part), said);
    }
  }

  @Test
  void aClassifierMakesNoImages() {
    Weights mlp = Architectures.get("mlp").initialWeights(Seed.of(0));
    assertFalse(GenerativeModels.isGenerative("mlp"));
    refused(() -> GenerativeModels.of("mlp", mlp), "mlp", "makes no images", "gan", "vae");
    GenerativeModels.validate("mlp", mlp);
    // under a wrong name
    for (String id : List.of("gan", "vae", "denoising-autoencoder")) {
      refused(() -> GenerativeModels.validate(id, mlp), id, "choose another file");
      Weights logistic = Architectures.get("logistic").initialWeights(Seed.of(0));
      refused(() -> GenerativeModels.validate(id, logistic), id, "choose another file");
    }
  }

  @ParameterizedTest
  @MethodSource("networks")
  void oneKindIsNotTheOther(GenerativeNetwork network) {
    Weights weights = network.initialWeights(Seed.of(3));
    for (String id : List.of("gan", "dcgan", "vae", "denoising-autoencoder")) {
      if (!id.equals(network.id())) {
        refused(() -> GenerativeModels.of(id, weights), "The weights file", id);
      }
    }
    refused(() -> GenerativeModels.validate("small-cnn", weights), "small-cnn");
  }

  @Test
  void strangeShapesAreRefused() {
    Weights strange = Weights.of(Map.of("fc1.weight", new HostTensor(new float[3], 3)));
    refused(() -> GenerativeModels.of("vae", strange), "two dimensions");
    refused(() -> GenerativeModels.of("gan", strange), "generator.fc1.weight");
    refused(() -> GenerativeModels.of("denoising-autoencoder", strange), "hidden layers");
  }

  @Test
  void theExercisesHaveTheirSizes() {
    // counted by hand: (in + 1) out for each layer
    long generator = 129L * 256 + 257L * 512 + 513L * 1024 + 1025L * 784;
    long discriminator = 785L * 1024 + 1025L * 512 + 513L * 256 + 257;
    assertEquals(generator + discriminator, FullyConnectedGan.exercise().parameterCount());
    assertEquals(
        785L * 400 + 2 * 401L * 20 + 21L * 400 + 401L * 784, new Vae(400, 20).parameterCount());
    assertEquals(
        785L * 256 + 257L * 64 + 65L * 256 + 257L * 784,
        DenoisingAutoencoder.withNarrowest(64).parameterCount());
    assertArrayEquals(
        new long[] {256, 128}, FullyConnectedGan.exercise().shapes().get("generator.fc1.weight"));
  }

  @Test
  void theConvolutionalGeneratorBeginsWithSmallWeights() {
    Weights weights = DeepConvolutionalGan.standard().initialWeights(Seed.of(1));
    float[] kernels = weights.get("generator.deconv1.weight").values();
    assertEquals(64 * 32 * 16, kernels.length);
    double square = 0;
    for (float one : kernels) {
      square += one * (double) one / kernels.length;
    }
    // five standard errors of a variance
    assertEquals(4e-4, square, 5 * 4e-4 * Math.sqrt(2.0 / kernels.length));
    for (float one : weights.get("generator.deconv1.bias").values()) {
      assertEquals(0, one);
    }
    // PyTorch's default: at most 1 / sqrt(fan-in)
    float[] others = weights.get("discriminator.conv2.weight").values();
    double largest = 0;
    for (float one : others) {
      largest = Math.max(largest, Math.abs(one));
    }
    assertEquals(1 / Math.sqrt(32 * 16), largest, 1e-3);
  }

  @Test
  void thePlainNamesAreOnePlayers() {
    Weights all = new FullyConnectedGan(3, List.of(4), List.of(5), 0).initialWeights(Seed.of(1));
    Weights generator = Gan.plain(all, Gan.GENERATOR);
    assertEquals(
        List.of("fc1.weight", "fc1.bias", "fc2.weight", "fc2.bias"),
        List.copyOf(generator.names()));
    assertEquals(all.get("generator.fc2.bias"), generator.get("fc2.bias"));
  }

  @Test
  void theCardTellsHowItWasTrained() {
    ModelCard card = GenerativeModels.card("mine", VaeSettings.exercise(), "mnist", 10);
    assertEquals("vae", card.architecture());
    assertEquals("Adam, 10 epochs", card.training());
    assertEquals(
        "Adam, 1 epoch", GenerativeModels.card("a", VaeSettings.exercise(), "b", 1).training());
    assertEquals(
        "Adam, 1.5 epochs",
        GenerativeModels.card("a", VaeSettings.exercise(), "b", 1.5).training());
  }

  @Test
  void settingsThatMakeNoSenseAreRefused() {
    refused(() -> new Vae(400, 0), "latent dimensions z is 0", "from 1 to 1024");
    refused(() -> new Vae(0, 20), "hidden units is 0");
    refused(
        () -> new FullyConnectedGan(0, List.of(4), List.of(4), 0.3), "latent dimensions z is 0");
    refused(() -> new FullyConnectedGan(3, List.of(), List.of(4), 0.3), "generator is 0");
    refused(
        () -> new FullyConnectedGan(3, List.of(4), List.of(4, 9000), 0.3),
        "discriminator is 9000",
        "8192");
    refused(() -> new FullyConnectedGan(3, List.of(4), List.of(4), 1), "dropout is 1.0");
    refused(() -> new DeepConvolutionalGan(64, 0, 0.3), "channels is 0", "from 1 to 256");
    refused(() -> new DeepConvolutionalGan(64, 8, -0.1), "dropout is -0.1");
    refused(() -> new DenoisingAutoencoder(List.of(-3)), "hidden layers is -3");
    Vae vae = new Vae(4, 2);
    refused(() -> new VaeSettings(vae, -1, 1e-3, 64, 1, 0), "beta is -1.0");
    refused(() -> new VaeSettings(vae, Double.NaN, 1e-3, 64, 1, 0), "beta is NaN");
    refused(() -> new VaeSettings(vae, 1, 0, 64, 1, 0), "learning rate is 0.0", "above 0");
    refused(() -> new VaeSettings(vae, 1, 1e-3, 0, 1, 0), "batch size is 0");
    refused(() -> new VaeSettings(vae, 1, 1e-3, 64, 0, 0), "epochs is 0");
    refused(() -> VaeSettings.exercise().withEpochs(-2), "epochs is -2");
    refused(() -> DenoisingSettings.exercise().withEpochs(0), "epochs is 0");
    refused(() -> GanSettings.exercise().withEpochs(10_001), "epochs is 10001");
  }

  @Test
  void aCardTellsHowManyEpochsWereDone() {
    for (double epochs : new double[] {1, 10, 30.4, 1000}) {
      ModelCard card = GenerativeModels.card("mine", VaeSettings.exercise(), "mnist", epochs);
      assertEquals(epochs, GenerativeModels.epochs(card));
    }
    ModelCard other = GenerativeModels.card("mine", VaeSettings.exercise(), "mnist", 10);
    ModelCard silent =
        new ModelCard(
            "theirs",
            other.architecture(),
            "mnist",
            "imported",
            0,
            null,
            null,
            other.created(),
            Map.of());
    assertTrue(Double.isNaN(GenerativeModels.epochs(silent)));
  }
}
