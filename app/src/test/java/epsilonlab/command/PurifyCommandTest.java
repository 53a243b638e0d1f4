package epsilonlab.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import epsilonlab.engine.Seed;
import epsilonlab.generative.DenoisingAutoencoder;
import epsilonlab.generative.FullyConnectedGan;
import epsilonlab.model.LayeredNetwork;
import epsilonlab.model.Safetensors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What {@code purify} answers and writes. */
class PurifyCommandTest {
  @TempDir static Path folder;
  private static Path data;
  private static Path weights;
  private static Path gan;
  private static Path unnamed;
  private static String homeBefore;

  @BeforeAll
  static void train() throws IOException {
    homeBefore = System.getProperty("epsilonlab.home");
    System.setProperty("epsilonlab.home", folder.resolve("home").toString());
    data = SmallData.write(folder.resolve("data"));
    weights = folder.resolve("trained/model.safetensors");
    Object[] call = {"train", "--model", "logistic", "--epochs", 6, "--batch", 32, "--data", data};
    Call.of(join(call, "--quiet", "--out", folder.resolve("trained"))).document();
    gan =
        write(
            "gan",
            new FullyConnectedGan(4, List.of(5), List.of(5), 0.3),
            Map.of("architecture", FullyConnectedGan.ID));
    unnamed = write("unnamed", new DenoisingAutoencoder(List.of(6)), Map.of());
  }

  @AfterAll
  static void restore() {
    if (homeBefore == null) {
      System.clearProperty("epsilonlab.home");
    } else {
      System.setProperty("epsilonlab.home", homeBefore);
    }
  }

  private static Path write(String name, LayeredNetwork network, Map<String, String> metadata) {
    Path file = folder.resolve(name + ".safetensors");
    new Safetensors(network.initialWeights(Seed.of(0)), metadata).write(file);
    return file;
  }

  private static Object[] join(Object[] first, Object... more) {
    return Stream.concat(Stream.of(first), Stream.of(more)).toArray();
  }

  private static Call purify(Object... more) {
    Object[] common = {"purify", "--weights", weights, "--data", data, "--quiet", "--steps", 5};
    return Call.of(join(common, more));
  }

  private static double accuracy(JsonObject results, String setting, double epsilon) {
    for (var entry : results.getAsJsonArray("curves")) {
      JsonObject point = entry.getAsJsonObject();
      if (point.get("setting").getAsString().equals(setting)
          && point.get("epsilon").getAsDouble() == epsilon) {
        return point.get("accuracy").getAsDouble();
      }
    }
    throw new AssertionError("no " + setting + " at " + epsilon);
  }

  @Test
  void trainsAttacksAndShowsIt() throws IOException {
    Path out = folder.resolve("shown");
    JsonObject document =
        purify("--epochs", 2, "--noise", 0.3, "--epsilons", "0.3,0", "--count", "all", "--out", out)
            .document();
    JsonObject results = document.getAsJsonObject("results");
    double clean =
        Call.of("evaluate", "--weights", weights, "--data", data, "--quiet")
            .results()
            .get("test_accuracy")
            .getAsDouble();
    assertEquals(clean, results.get("clean_accuracy").getAsDouble());
    assertEquals(clean, accuracy(results, "undefended", 0));
    double purified = results.get("purified_clean_accuracy").getAsDouble();
    assertEquals(purified, accuracy(results, "plain", 0));
    assertEquals(purified, accuracy(results, "adaptive", 0));
    assertEquals(6, results.getAsJsonArray("curves").size());
    assertEquals(SmallData.TEST, results.get("count").getAsInt());
    JsonArray epochs = results.getAsJsonArray("purifier_epochs");
    assertEquals(2, epochs.size());
    assertTrue(epochs.get(1).getAsJsonObject().get("test_loss").getAsDouble() > 0);
    JsonObject settings = document.getAsJsonObject("settings");
    assertEquals(0.3, settings.getAsJsonObject("purifier-training").get("noise").getAsDouble());
    assertEquals(5, settings.get("steps").getAsInt());
    for (String name :
        List.of(
            "curves.csv",
            "curves.png",
            "curves.svg",
            "samples.png",
            "samples.svg",
            "purifier.safetensors",
            "report.md",
            "result.json")) {
      assertTrue(Files.size(out.resolve(name)) > 0, name);
    }
    assertEquals(7, Files.readAllLines(out.resolve("curves.csv")).size());

    // the purifier that was saved is the one that was measured
    JsonObject again =
        purify(
                "--purifier",
                out.resolve("purifier.safetensors"),
                "--epsilons",
                "0,0.3",
                "--count",
                "all")
            .results();
    assertEquals(results.get("curves"), again.get("curves"));
  }

  @Test
  void aVaeAndAnotherAttack() {
    JsonObject document =
        Call.of(
                "purify",
                "--weights",
                weights,
                "--data",
                data,
                "--quiet",
                "--kind",
                "vae",
                "--epochs",
                1,
                "--attack",
                "mi-fgsm",
                "--gradient",
                "identity",
                "--epsilons",
                "0.1",
                "--count",
                10)
            .document();
    JsonObject results = document.getAsJsonObject("results");
    assertEquals("VAE", results.get("purifier").getAsString());
    assertTrue(
        results
            .getAsJsonArray("purifier_epochs")
            .get(0)
            .getAsJsonObject()
            .has("test_reconstruction"));
    JsonObject settings = document.getAsJsonObject("settings");
    assertEquals("mi-fgsm", settings.get("attack").getAsString());
    assertEquals("identity", settings.get("gradient").getAsString());
    assertEquals(3, results.getAsJsonArray("curves").size());
  }

  @Test
  void aFileWithoutAName() {
    for (List<Object> kind : List.of(List.<Object>of(), List.<Object>of("--kind", "denoise"))) {
      Object[] call = {"--purifier", unnamed, "--epsilons", "0.1", "--count", 5};
      JsonObject results = purify(join(call, kind.toArray())).results();
      assertEquals("Denoising autoencoder", results.get("purifier").getAsString());
    }
  }

  private static DynamicTest wrong(String name, String says, Object... more) {
    return DynamicTest.dynamicTest(
        name,
        () -> {
          Call call = purify(more);
          String said = call.complaint(2);
          assertTrue(said.contains(says), said);
        });
  }

  @TestFactory
  Stream<DynamicTest> badInput() {
    return Stream.of(
        wrong("a GAN restores nothing", "gan", "--purifier", gan),
        wrong("nor does a classifier", "logistic", "--purifier", weights),
        wrong("a file of the other kind", "no vae", "--purifier", unnamed, "--kind", "vae"),
        wrong("negative epsilon", "-0.1", "--epsilons", "-0.1"),
        wrong("epsilon above 1", "1.5", "--epsilons", "0,1.5"),
        wrong("no digits", "'0'", "--count", 0),
        wrong("negative noise", "-1", "--noise", -1),
        wrong("no epochs", "-3", "--epochs", -3),
        wrong("unknown kind", "'gan'", "--kind", "gan"),
        wrong("unknown gradient", "'none'", "--gradient", "none"),
        wrong("an attack in l2", "pgd-l2", "--attack", "pgd-l2"),
        wrong("training a trained one", "--purifier", "--purifier", unnamed, "--epochs", 3),
        wrong("noise for a VAE", "VAE", "--kind", "vae", "--noise", 0.2));
  }

  @Test
  void aGenerativeModelIsNoClassifier() {
    String said =
        Call.of("purify", "--weights", gan, "--purifier", unnamed, "--data", data, "--quiet")
            .complaint(1);
    assertTrue(said.contains("classifier"), said);
  }
}
