package epsilonlab.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code gaussian}, {@code membership} and {@code membership-attack} answer and refuse. */
class MembershipCommandsTest {
  @TempDir static Path folder;
  private static Path data;
  private static String homeBefore;

  @BeforeAll
  static void write() throws IOException {
    homeBefore = System.getProperty("epsilonlab.home");
    System.setProperty("epsilonlab.home", folder.resolve("home").toString());
    data = SmallData.write(folder.resolve("data"));
  }

  @AfterAll
  static void restore() {
    if (homeBefore == null) {
      System.clearProperty("epsilonlab.home");
    } else {
      System.setProperty("epsilonlab.home", homeBefore);
    }
  }

  /** Options with spaces between; {@code OUT} is a folder. */
  private static Call call(String command, String options) {
    List<Object> all =
        new ArrayList<>(List.of(command, "--data", data, "--quiet", "--threads", "2"));
    for (String option : options.split(" ")) {
      all.add(option.replace("OUT", folder.toString()));
    }
    return Call.of(all.toArray());
  }

  private static double number(JsonElement of, String key) {
    return of.getAsJsonObject().get(key).getAsDouble();
  }

  private static void exist(String out, String... files) {
    for (String file : files) {
      assertTrue(Files.exists(folder.resolve(out).resolve(file)), file);
    }
  }

  @Test
  void gaussianAgreesWithClosedForms() {
    JsonObject results =
        call(
                "gaussian",
                "--n 20 --dimensions 5,80 --variances 0,0.5 --dimension 5 --repeats 3000 --reduced"
                    + " --out OUT/gaussian")
            .results();
    JsonArray dimensions = results.getAsJsonArray("dimensions");
    assertEquals(2, dimensions.size());
    // Phi(sqrt(80 / 20) / 2) = Phi(1); a threshold from 40 people loses a little
    assertEquals(0.8413447460685429, number(dimensions.get(1), "theory"), 1e-12);
    double fresh = number(dimensions.get(1), "accuracy_fresh_data");
    assertTrue(fresh > 0.80 && fresh < 0.8413, "fresh " + fresh);
    assertTrue(number(dimensions.get(1), "accuracy_same_data") > 0.8413);
    JsonArray noise = results.getAsJsonArray("noise");
    assertEquals("inf", noise.get(0).getAsJsonObject().get("epsilon").getAsString());
    for (int i = 0; i < 2; i++) {
      // E|p| = sqrt(2 (1 / n + s^2)) Gamma(3) / Gamma(5 / 2), Gamma(5 / 2) = 3 sqrt(pi) / 4
      double expected = Math.sqrt(2 * (0.05 + 0.5 * i)) * 8 / (3 * Math.sqrt(Math.PI));
      double error = number(noise.get(i), "norm_standard_error");
      assertEquals(expected, number(noise.get(i), "norm"), 5 * error);
      assertTrue(error < 0.02 * expected);
    }
    exist("gaussian", "noise.svg", "norm.svg", "dimensions.csv", "report.md", "result.json");
  }

  @Test
  void oneRepeatClaimsNoError() {
    JsonObject results =
        call("gaussian", "--dimensions 3 --variances 0.1 --dimension 3 --repeats 1").results();
    JsonObject point = results.getAsJsonArray("noise").get(0).getAsJsonObject();
    assertTrue(point.get("standard_error").isJsonNull());
    assertTrue(number(point, "accuracy") >= 0.5);
    results =
        call(
                "membership",
                "--dataset mnist --sizes 20 --c 1 --variances 0.5 --noise-size 20 --repeats 1")
            .results();
    point = results.getAsJsonArray("noise").get(0).getAsJsonObject();
    assertTrue(point.get("standard_error").isJsonNull());
  }

  @Test
  void membershipFitsAndMeasures() {
    JsonObject results =
        call(
                "membership",
                "--dataset mnist --sizes 20,40 --c inf,0.1 --variances 0,5 --noise-size 40"
                    + " --repeats 3 --out OUT/membership")
            .results();
    JsonArray fits = results.getAsJsonArray("fits");
    assertEquals(4, fits.size());
    assertEquals("inf", fits.get(0).getAsJsonObject().get("C").getAsString());
    for (JsonElement fit : fits) {
      assertEquals(
          (number(fit, "train_accuracy") + 1 - number(fit, "test_accuracy")) / 2,
          number(fit, "attack_accuracy"),
          1e-12);
      assertEquals(1, number(fit, "train_accuracy"), "stripes are easily told apart");
    }
    assertTrue(number(fits.get(1), "weight_norm") > number(fits.get(3), "weight_norm"));
    JsonArray noise = results.getAsJsonArray("noise");
    assertEquals(4, noise.size());
    // no noise: the fit itself, without an error
    assertEquals(number(fits.get(1), "test_accuracy"), number(noise.get(0), "test_accuracy"));
    assertEquals(0, number(noise.get(0), "standard_error"));
    assertTrue(number(noise.get(3), "train_accuracy") < 1, "much noise on short weights");
    exist("membership", "fits.csv", "noise.csv", "noise-c-inf.png", "attack-accuracy.svg");
  }

  /** The numbers of a curve follow from its points. */
  private static void followsFromItsCurve(JsonObject results) {
    JsonObject roc = results.getAsJsonObject("roc");
    JsonArray fpr = roc.getAsJsonArray("fpr");
    JsonArray tpr = roc.getAsJsonArray("tpr");
    double area = 0;
    double best = 0;
    double found = 0;
    for (int i = 0; i < fpr.size(); i++) {
      double x = fpr.get(i).getAsDouble();
      double y = tpr.get(i).getAsDouble();
      best = Math.max(best, (y + 1 - x) / 2);
      found = x == 0 ? Math.max(found, y) : found;
      if (i > 0) {
        double before = fpr.get(i - 1).getAsDouble();
        area += (x - before) * (y + tpr.get(i - 1).getAsDouble()) / 2;
      }
    }
    assertEquals(area, number(results, "auc"), 1e-12);
    assertEquals(best, number(results, "balanced_accuracy"), 1e-12);
    // with fewer than a hundred others one per cent is nobody
    assertEquals(found, number(results.getAsJsonObject("tpr_at_fpr"), "0.01"), 1e-12);
    assertEquals(found, number(results.getAsJsonObject("tpr_at_fpr"), "0.001"), 1e-12);
  }

  @Test
  void aTargetOfItsOwnIsAttackedInEveryWay() {
    JsonObject results =
        call("membership-attack", "--dataset mnist --n 30 --shadows 4 --out OUT/attack").results();
    assertEquals("lira", results.get("attack").getAsString());
    assertEquals(9, results.getAsJsonArray("attacks").size());
    assertEquals(1, number(results, "member_accuracy"));
    followsFromItsCurve(results);
    exist("attack", "roc.svg", "roc-log.png", "attacks.csv", "scores-lira.svg", "roc-loss.csv");
  }

  @Test
  void aNetworkIsAttackedOnTheDataThatItLearntFrom() {
    String trained = "--dataset mnist --n 60 --batch 20 --epochs 2 --noise-multiplier 0";
    call("dpsgd", trained + " --out OUT/network").document();
    // without --dataset it is MNIST, as for all networks of the lab
    String weights = "--weights OUT/network/model.safetensors --n 30";
    JsonObject document = call("membership-attack", weights + " --attack loss,margin").document();
    assertEquals("mnist", document.getAsJsonObject("settings").get("dataset").getAsString());
    JsonObject results = document.getAsJsonObject("results");
    assertEquals("loss", results.get("attack").getAsString());
    assertFalse(results.has("shadow_models"));
    followsFromItsCurve(results);
    String sentence =
        call("membership-attack", weights + " --dataset synthetic --attack loss").complaint(1);
    assertTrue(sentence.contains("learned from mnist"), sentence);
    assertTrue(sentence.endsWith("add --dataset mnist."), sentence);
  }

  @Test
  void aDiscriminatorIsAsked() {
    call(
            "gan",
            "--dataset mnist --epochs 1 --latent 4 --generator-hidden 6 --discriminator-hidden 7"
                + " --batch 50 --out OUT/gan")
        .document();
    String weights = "--weights OUT/gan/model.safetensors --n 30";
    JsonObject results = call("membership-attack", weights).results();
    assertEquals("discriminator", results.get("attack").getAsString());
    followsFromItsCurve(results);
    String sentence = call("membership-attack", weights + " --attack lira").complaint(1);
    assertTrue(sentence.contains("leave --attack out"), sentence);
  }

  @ParameterizedTest
  @CsvSource({
    "gaussian, --variances -1, 2, variance",
    "gaussian, --n 0, 2, number of people n",
    "gaussian, --repeats 0, 2, number of repeats",
    "gaussian, --dimensions 0, 2, dimension d",
    "gaussian, --dimensions x, 2, not a dimension",
    "membership, --dataset mnist --sizes 61, 1, choose n up to 60",
    "membership, --dataset mnist --c 0, 2, regulariser C",
    "membership, --dataset mnist --c -1, 2, regulariser C",
    "membership, --dataset mnist --c nan, 2, regulariser C",
    "membership, --dataset mnist --variances -1, 2, variance",
    "membership, --dataset mnist --repeats 0, 2, number of repeats",
    "membership-attack, --dataset mnist --n 61, 1, from 2 to 60",
    "membership-attack, --dataset mnist --c 0, 2, regulariser C",
    "membership-attack, --dataset mnist --c -1, 2, regulariser C",
    "membership-attack, --dataset mnist --shadows 5, 2, even",
    "membership-attack, --dataset mnist --attack magic, 2, no membership attack",
    "membership-attack, --dataset mnist --n 60 --shadows 4 --offline --attack lira --model forest, 2, forest",
    "membership-attack, --weights OUT/none.safetensors, 1, none.safetensors",
    "membership-attack, --dataset fashion-mnist, 1, files of Fashion-MNIST"
  })
  void badInputIsOneSentence(String command, String options, int code, String words) {
    String sentence = call(command, options).complaint(code);
    assertTrue(sentence.contains(words), sentence);
  }
}
