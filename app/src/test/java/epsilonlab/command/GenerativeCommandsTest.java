package epsilonlab.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import epsilonlab.engine.HostTensor;
import epsilonlab.model.Safetensors;
import epsilonlab.model.Weights;
import epsilonlab.report.NumpyFiles;
import epsilonlab.report.NumpyFiles.NumpyArray;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code gan}, {@code vae} and {@code denoise} answer, write and refuse. */
class GenerativeCommandsTest {
  @TempDir static Path folder;
  private static Path data;
  private static String homeBefore;
  private static JsonObject gan;
  private static JsonObject vae;
  private static JsonObject denoise;

  @BeforeAll
  static void train() throws IOException {
    homeBefore = System.getProperty("epsilonlab.home");
    System.setProperty("epsilonlab.home", folder.resolve("home").toString());
    data = SmallData.write(folder.resolve("data"));
    gan =
        train(
            "gan",
            "--epochs 3 --grids 0,3 --latent 5 --generator-hidden 6,7 --discriminator-hidden 9"
                + " --batch 50 --samples 12");
    vae = train("vae", "--epochs 4 --latent 3 --hidden 11 --beta 2 --batch 50 --samples 12");
    denoise =
        train(
            "denoise",
            "--epochs 2 --noise 0.25 --noise-kind masking --narrowest 8 --batch 50 --samples 12");
  }

  @AfterAll
  static void restore() {
    if (homeBefore == null) {
      System.clearProperty("epsilonlab.home");
    } else {
      System.setProperty("epsilonlab.home", homeBefore);
    }
  }

  private static Call call(String command, String options) {
    List<Object> all = new ArrayList<>(List.of(command, "--data", data, "--quiet"));
    all.addAll(List.of(options.split(" ")));
    return Call.of(all.toArray());
  }

  private static JsonObject train(String command, String options) {
    return call(command, options + " --out " + out(command)).document();
  }

  private static Path out(String command) {
    return folder.resolve("of-" + command);
  }

  private static Set<String> files(String command) throws IOException {
    try (Stream<Path> list = Files.list(out(command))) {
      return list.map(file -> file.getFileName().toString())
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  private static List<JsonObject> epochs(JsonObject document) {
    List<JsonObject> epochs = new ArrayList<>();
    document
        .getAsJsonObject("results")
        .getAsJsonArray("epochs")
        .forEach(epoch -> epochs.add(epoch.getAsJsonObject()));
    return epochs;
  }

  private static void assertEpochs(JsonObject document, int count, String... keys) {
    List<JsonObject> epochs = epochs(document);
    assertEquals(count, epochs.size());
    for (int i = 0; i < count; i++) {
      assertEquals(i + 1, epochs.get(i).get("epoch").getAsInt());
      for (String key : keys) {
        assertTrue(Double.isFinite(epochs.get(i).get(key).getAsDouble()), key);
      }
    }
  }

  @Test
  void ganTellsItsLossesAndBeliefs() {
    assertEpochs(
        gan,
        3,
        "generator_loss",
        "discriminator_loss",
        "test_generator_loss",
        "test_discriminator_loss",
        "real_score",
        "generated_score");
    JsonObject settings = gan.getAsJsonObject("settings");
    assertEquals("[6,7]", settings.get("generator-hidden").toString());
    assertEquals(5, settings.get("latent").getAsInt());
    assertEquals(2e-4, settings.get("learning-rate").getAsDouble());
  }

  @Test
  void vaeTellsItsLossAndItsParts() {
    assertEpochs(vae, 4, "train_loss", "test_loss");
    for (JsonObject epoch : epochs(vae)) {
      for (String part : new String[] {"train", "test"}) {
        assertEquals(
            epoch.get(part + "_reconstruction").getAsDouble()
                + 2 * epoch.get(part + "_kl").getAsDouble(),
            epoch.get(part + "_loss").getAsDouble(),
            1e-9);
      }
    }
  }

  @Test
  void denoiseTellsItsLoss() {
    assertEpochs(denoise, 2, "train_loss", "test_loss");
    assertEquals("masking", denoise.getAsJsonObject("settings").get("noise-kind").getAsString());
  }

  @Test
  void everyFileIsThere() throws IOException {
    assertTrue(
        files("gan")
            .containsAll(
                List.of(
                    "result.json",
                    "report.md",
                    "epochs.csv",
                    "batches.csv",
                    "generator.safetensors",
                    "discriminator.safetensors",
                    "training-losses.png",
                    "training-losses.svg",
                    "test-losses.csv",
                    "test-beliefs.svg",
                    "latent.npy")),
        files("gan").toString());
    assertEquals(
        Set.of("grid-epoch-0.png", "grid-epoch-3.png"),
        files("gan").stream().filter(n -> n.startsWith("grid")).collect(Collectors.toSet()));
    assertTrue(files("vae").containsAll(List.of("test-loss.svg", "kl.csv", "grid-epoch-4.png")));
    assertTrue(files("denoise").containsAll(List.of("loss.png", "noisy.npy", "grid-epoch-2.png")));
    // 300 training images in batches of 50
    assertEquals(1 + 3 * 6, Files.readAllLines(out("gan").resolve("batches.csv")).size());
    String report = Files.readString(out("gan").resolve("report.md"));
    assertTrue(report.contains("](training.gif)"), report);
  }

  @Test
  void gridsAndFilmHaveTheirSizes() throws IOException {
    BufferedImage grid = ImageIO.read(out("gan").resolve("grid-epoch-3.png").toFile());
    assertEquals(348, grid.getWidth());
    assertEquals(348, grid.getHeight());
    BufferedImage pairs = ImageIO.read(out("denoise").resolve("grid-epoch-2.png").toFile());
    assertEquals(5 * 84 + 4 * 4, pairs.getWidth());
    assertEquals(2 * 84 + 4, pairs.getHeight());
    // before the training, and after each epoch
    for (Map.Entry<String, Integer> film : Map.of("gan", 4, "vae", 5, "denoise", 3).entrySet()) {
      ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
      Path gif = out(film.getKey()).resolve("training.gif");
      try (ImageInputStream in = ImageIO.createImageInputStream(gif.toFile())) {
        reader.setInput(in);
        assertEquals(film.getValue(), reader.getNumImages(true), film.getKey());
        for (int i = 0; i < film.getValue(); i++) {
          assertEquals(reader.getWidth(0), reader.read(i).getWidth());
        }
      } finally {
        reader.dispose();
      }
    }
  }

  /** The noisy images above stand in the grid as they were spoiled, the masked pixels white. */
  @Test
  void theGridOfTheAutoencoderShowsWhatWasRestored() throws IOException {
    BufferedImage grid = ImageIO.read(out("denoise").resolve("grid-epoch-2.png").toFile());
    int white = 0;
    for (int pixel = 0; pixel < 784; pixel++) {
      white += grid.getRaster().getSample(pixel % 28 * 3, pixel / 28 * 3, 0) == 255 ? 1 : 0;
    }
    // a quarter is masked, and one in 60 of the rest was black before
    assertEquals(0.25 + 0.75 / 60, white / 784.0, 0.07);
  }

  private static NumpyArray array(String command, String name) throws IOException {
    return NumpyFiles.npy(out(command).resolve(name));
  }

  @Test
  void samplesAreImages() throws IOException {
    for (String command : new String[] {"gan", "vae", "denoise"}) {
      NumpyArray samples = array(command, "samples.npy");
      assertArrayEquals(new long[] {12, 1, 28, 28}, samples.shape());
      for (float value : samples.floats()) {
        assertTrue(value >= 0 && value <= 1, command + " " + value);
      }
    }
    assertArrayEquals(new long[] {12, 1, 28, 28}, array("denoise", "noisy.npy").shape());
  }

  private static Weights weights(String command, String name) {
    return Safetensors.read(out(command).resolve(name)).weights();
  }

  /** A linear layer in doubles; weights are out x in, as PyTorch keeps them. */
  private static double[] linear(Weights weights, String name, double[] x) {
    HostTensor weight = weights.get(name + ".weight");
    float[] bias = weights.get(name + ".bias").values();
    double[] y = new double[bias.length];
    for (int i = 0; i < y.length; i++) {
      y[i] = bias[i];
      for (int j = 0; j < x.length; j++) {
        y[i] += weight.values()[i * x.length + j] * x[j];
      }
    }
    return y;
  }

  private static double[] row(NumpyArray array, int index, int width) {
    double[] row = new double[width];
    for (int j = 0; j < width; j++) {
      row[j] = array.floats()[index * width + j];
    }
    return row;
  }

  private interface Function {
    double of(double value);
  }

  private static double[] each(double[] values, Function function) {
    double[] all = values.clone();
    for (int i = 0; i < all.length; i++) {
      all[i] = function.of(all[i]);
    }
    return all;
  }

  private static double relu(double value) {
    return Math.max(0, value);
  }

  private static double sigmoid(double value) {
    return 1 / (1 + Math.exp(-value));
  }

  @Test
  void theFileOfTheVaeDecodesItsLatentPointsToItsSamples() throws IOException {
    Weights weights = weights("vae", "model.safetensors");
    NumpyArray latent = array("vae", "latent.npy");
    NumpyArray samples = array("vae", "samples.npy");
    assertArrayEquals(new long[] {12, 3}, latent.shape());
    assertArrayEquals(new long[] {11, 784}, weights.get("fc1.weight").shape());
    assertArrayEquals(new long[] {3, 11}, weights.get("logvar.weight").shape());
    for (int i = 0; i < 12; i++) {
      double[] hidden =
          each(linear(weights, "fc3", row(latent, i, 3)), GenerativeCommandsTest::relu);
      double[] image = each(linear(weights, "fc4", hidden), GenerativeCommandsTest::sigmoid);
      assertArrayEquals(image, row(samples, i, 784), 1e-5);
    }
  }

  @Test
  void theFileOfTheAutoencoderRestoresTheNoisyDigitsToItsSamples() throws IOException {
    Weights weights = weights("denoise", "model.safetensors");
    assertArrayEquals(new long[] {8, 256}, weights.get("fc2.weight").shape());
    for (int i = 0; i < 12; i++) {
      double[] x = row(array("denoise", "noisy.npy"), i, 784);
      for (String layer : new String[] {"fc1", "fc2", "fc3"}) {
        x = each(linear(weights, layer, x), GenerativeCommandsTest::relu);
      }
      x = each(linear(weights, "fc4", x), GenerativeCommandsTest::sigmoid);
      assertArrayEquals(x, row(array("denoise", "samples.npy"), i, 784), 1e-5);
    }
  }

  @Test
  void theFileOfTheGeneratorMakesItsSamplesOfTheirNoise() throws IOException {
    Weights weights = weights("gan", "generator.safetensors");
    Weights both = weights("gan", "model.safetensors");
    assertEquals(
        Set.of("fc1.weight", "fc1.bias", "fc2.weight", "fc2.bias", "fc3.weight", "fc3.bias"),
        weights.names());
    assertEquals(weights.get("fc2.weight"), both.get("generator.fc2.weight"));
    assertEquals(
        weights("gan", "discriminator.safetensors").get("fc1.bias"),
        both.get("discriminator.fc1.bias"));
    NumpyArray latent = array("gan", "latent.npy");
    for (int i = 0; i < 12; i++) {
      double[] x = row(latent, i, 5);
      for (String layer : new String[] {"fc1", "fc2"}) {
        x = each(linear(weights, layer, x), value -> value > 0 ? value : 0.2 * value);
      }
      x = each(linear(weights, "fc3", x), value -> (Math.tanh(value) + 1) / 2);
      assertArrayEquals(x, row(array("gan", "samples.npy"), i, 784), 1e-5);
    }
  }

  @Test
  void goesOnFromItsFileWithItsSizes() {
    Path file = out("vae").resolve("model.safetensors");
    JsonObject more = call("vae", "--epochs 1 --batch 50 --beta 2 --resume " + file).document();
    assertEquals(3, more.getAsJsonObject("settings").get("latent").getAsInt());
    double before = epochs(vae).get(0).get("train_loss").getAsDouble();
    double after = epochs(more).get(0).get("train_loss").getAsDouble();
    assertTrue(after < before, "it goes on where it was: " + before + ", then " + after);
    JsonObject players =
        call("gan", "--epochs 1 --resume " + out("gan").resolve("model.safetensors")).document();
    assertEquals("[9]", players.getAsJsonObject("settings").get("discriminator-hidden").toString());
  }

  @Test
  void theConvolutionalGanIsTrainedAndGoesOnAsItself() {
    Path out = folder.resolve("of-dcgan");
    String options = "--epochs 1 --batch 100 --samples 3 --channels 2 --latent 4 --network dcgan";
    JsonObject first = call("gan", options + " --out " + out).document();
    assertEpochs(first, 1, "generator_loss", "test_discriminator_loss");
    assertEquals("dcgan", first.getAsJsonObject("settings").get("network").getAsString());
    Path file = out.resolve("model.safetensors");
    JsonObject more = call("gan", "--epochs 1 --batch 100 --resume " + file).document();
    assertEquals(2, more.getAsJsonObject("settings").get("channels").getAsInt());
    String said = call("gan", "--network gan --epochs 1 --resume " + file).complaint(2);
    assertTrue(said.contains("network dcgan") && said.contains("wanted here is gan"), said);
  }

  @Test
  void theLibraryTakesThemAndTellsTheirKind() throws IOException {
    Path exported = folder.resolve("exported.safetensors");
    for (String command : new String[] {"gan", "vae", "denoise"}) {
      JsonObject model =
          Call.of(
                  "models",
                  "import",
                  out(command).resolve("model.safetensors"),
                  "--name",
                  "my-" + command)
              .results()
              .getAsJsonObject("model");
      assertEquals("generative", model.get("kind").getAsString());
    }
    Call.of("models", "export", "my-vae", exported).document();
    assertEquals(weights("vae", "model.safetensors"), Safetensors.read(exported).weights());
    // a state dict that PyTorch wrote says nothing of itself
    Path foreign = folder.resolve("foreign.safetensors");
    new Safetensors(weights("vae", "model.safetensors"), Map.of()).write(foreign);
    assertEquals(
        "vae",
        Call.of("models", "import", foreign, "--model", "vae")
            .results()
            .getAsJsonObject("model")
            .get("architecture")
            .getAsString());
    call("vae", "--epochs 1 --resume " + foreign).document();
    call("vae", "--epochs 1 --resume my-vae").document();
    Call.of("models", "delete", "my-gan").document();
    assertFalse(Call.of("models", "list").out().contains("my-gan"));
  }

  @Test
  void aFileOfAnotherKindIsRefused() {
    Path file = out("vae").resolve("model.safetensors");
    String said =
        Call.of(
                "attack",
                "--weights",
                file,
                "--index",
                0,
                "--attack",
                "fgsm",
                "--epsilon",
                ".1",
                "--data",
                data,
                "--quiet")
            .complaint(1);
    assertTrue(said.contains("network vae") && said.contains("classifier"), said);
    assertTrue(
        call("train", "--model mlp --epochs 1 --resume " + file).complaint(1).contains("vae"));
    Path player = out("gan").resolve("generator.safetensors");
    said = call("gan", "--epochs 1 --resume " + player).complaint(2);
    assertTrue(said.contains("gan-generator"), said);
    call("train", "--model mlp --epochs 1 --out " + folder.resolve("mlp")).document();
    Path classifier = folder.resolve("mlp/model.safetensors");
    JsonObject quality =
        call("vae", "--epochs 1 --latent 2 --hidden 5 --samples 40 --classifier " + classifier)
            .results()
            .getAsJsonObject("quality");
    assertEquals(40, quality.get("samples").getAsInt());
    int judged = 0;
    for (JsonElement count : quality.getAsJsonArray("class_counts")) {
      judged += count.getAsInt();
    }
    assertEquals(40, judged);
    said = call("vae", "--epochs 1 --classifier " + file).complaint(1);
    assertTrue(said.contains("classifier is wanted"), said);
    for (String command : new String[] {"gan", "vae", "denoise"}) {
      said = call(command, "--epochs 1 --resume " + classifier).complaint(2);
      assertTrue(said.contains("network mlp"), said);
    }
    said = call("denoise", "--epochs 1 --resume " + file).complaint(2);
    assertTrue(said.contains("network vae") && said.contains("denoising-autoencoder"), said);
  }

  @ParameterizedTest
  @CsvSource({
    "vae, --latent 0, latent",
    "vae, --hidden 0, hidden",
    "vae, --beta -1, beta",
    "vae, --epochs 0, epochs",
    "vae, --batch 0, batch",
    "vae, --learning-rate 0, learning rate",
    "vae, --latent x, --latent",
    "vae, --samples 0, samples",
    "vae, --epochs 5 --grids 6, epoch 6",
    "vae, --resume nowhere.safetensors, nowhere",
    "gan, --latent 0, latent",
    "gan, '--generator-hidden 0,3', generator",
    "gan, --dropout 1, dropout",
    "gan, --network vgg, gan or dcgan",
    "gan, --channels 8, no channels",
    "gan, --network dcgan --generator-hidden 9, channels instead",
    "gan, --generator-loss hinge, non-saturating or minimax",
    "gan, --discriminator-steps 0, discriminator steps",
    "denoise, --noise -1, noise",
    "denoise, --noise 1.5 --noise-kind masking, part of the pixels",
    "denoise, --noise-kind snow, salt-and-pepper",
    "denoise, --hidden 0, hidden",
    "denoise, '--hidden 9,8,9 --narrowest 8', one of the two"
  })
  void aWrongCallGetsASentence(String command, String options, String said) {
    String sentence = call(command, options).complaint(2);
    assertTrue(sentence.contains(said), sentence);
  }

  @Test
  void sizesThatContradictTheFileAreRefused() {
    Path file = out("vae").resolve("model.safetensors");
    String said = call("vae", "--latent 4 --resume " + file).complaint(2);
    assertTrue(said.contains("--latent is 4") && said.contains("has 3"), said);
  }

  @ParameterizedTest
  @CsvSource({"gan", "vae", "denoise"})
  void aTrainingThatExplodesSaysSo(String command) {
    Path out = folder.resolve("exploded");
    String said =
        call(command, "--epochs 2 --batch 10 --learning-rate 1e20 --out " + out).complaint(1);
    assertTrue(said.contains("smaller learning rate"), said);
    assertTrue(Files.notExists(out));
  }
}
