package epsilonlab.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The commands dpsgd and membership --defences. */
class PrivacyCommandsTest {
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

  private static Call dpsgd(Object... more) {
    Object[] all = {"dpsgd", "--data", data, "--dataset", "mnist", "--quiet", "--threads", "2"};
    Object[] both = java.util.Arrays.copyOf(all, all.length + more.length);
    System.arraycopy(more, 0, both, all.length, more.length);
    return Call.of(both);
  }

  @Test
  void dpsgdStaysWithinItsBudgetAndKeepsTheWeights() {
    Path out = folder.resolve("out");
    JsonObject results =
        dpsgd(
                "--n",
                200,
                "--batch",
                40,
                "--epochs",
                3,
                "--epsilon",
                5,
                "--delta",
                1e-3,
                "--out",
                out)
            .results();
    double epsilon = results.get("epsilon").getAsDouble();
    assertTrue(epsilon <= 5 && epsilon > 4.99, "epsilon " + epsilon);
    assertEquals(1e-3, results.get("delta").getAsDouble());
    JsonArray epochs = results.getAsJsonArray("epochs");
    assertEquals(3, epochs.size());
    double before = 0;
    for (int i = 0; i < 3; i++) {
      JsonObject epoch = epochs.get(i).getAsJsonObject();
      assertEquals(5L * (i + 1), epoch.get("steps").getAsLong());
      assertTrue(epoch.get("epsilon").getAsDouble() > before, "epsilon rises");
      before = epoch.get("epsilon").getAsDouble();
      double attack =
          (epoch.get("train_accuracy").getAsDouble() + 1 - epoch.get("test_accuracy").getAsDouble())
              / 2;
      assertEquals(attack, epoch.get("attack_accuracy").getAsDouble(), 1e-12);
    }
    assertEquals(epsilon, before);
    for (String file :
        new String[] {"model.safetensors", "result.json", "report.md", "epochs.csv"}) {
      assertTrue(Files.exists(out.resolve(file)), file);
    }
    Call evaluated =
        Call.of(
            "evaluate",
            "--data",
            data,
            "--weights",
            out.resolve("model.safetensors"),
            "--quiet",
            "--threads",
            "2");
    assertEquals(
        results.get("test_accuracy").getAsDouble(),
        evaluated.results().get("test_accuracy").getAsDouble(),
        1e-12);
  }

  @Test
  void withoutNoiseEpsilonIsInfinite() {
    JsonObject results = dpsgd("--model", "mlp", "--epochs", 1, "--noise-multiplier", 0).results();
    assertEquals("inf", results.get("epsilon").getAsString());
    assertEquals(1, results.get("steps").getAsInt());
  }

  @ParameterizedTest
  @CsvSource({
    "--noise-multiplier, -1, 2",
    "--clip, 0, 2",
    "--epochs, 0, 2",
    "--delta, 1, 2",
    "--delta, 0, 2",
    "--epsilon, 0, 2",
    "--epsilon, -3, 2",
    "--n, 0, 2",
    "--n, 301, 1",
    "--batch, 0, 2",
    "--batch, 400, 1",
    "--model, forest, 2",
    "--learning-rate, 0, 2",
    "--optimizer, newton, 2"
  })
  void badInputIsOneSentence(String option, String value, int code) {
    dpsgd(option, value).complaint(code);
  }

  @Test
  void noiseAndBudgetTogetherAreTooMuch() {
    String sentence = dpsgd("--epsilon", 3, "--noise-multiplier", 1).complaint(2);
    assertTrue(sentence.contains("--noise-multiplier and --epsilon"), sentence);
  }

  @Test
  void membershipMeasuresDefences() {
    Object[] call = {
      "membership",
      "--data",
      data,
      "--dataset",
      "mnist",
      "--sizes",
      "20",
      "--c",
      "0.1",
      "--variances",
      "0",
      "--noise-size",
      "20",
      "--repeats",
      "2",
      "--splits",
      "2",
      "--quiet",
      "--threads",
      "2",
      "--out",
      folder.resolve("defences"),
      "--defences",
      "top-1,fewer-features"
    };
    JsonArray points = Call.of(call).results().getAsJsonArray("defences");
    // none, the answer only, and four sizes of blocks
    assertEquals(6, points.size());
    JsonObject none = points.get(0).getAsJsonObject();
    assertEquals("none", none.get("defence").getAsString());
    for (int i = 0; i < points.size(); i++) {
      JsonObject point = points.get(i).getAsJsonObject();
      double attack = point.get("attack_accuracy").getAsDouble();
      assertEquals(
          (point.get("train_accuracy").getAsDouble() + 1 - point.get("test_accuracy").getAsDouble())
              / 2,
          attack,
          1e-12);
      assertTrue(point.get("threshold_attack_accuracy").getAsDouble() >= 0.5);
    }
    assertTrue(Files.exists(folder.resolve("defences/defences.svg")));
    call[call.length - 1] = "magic";
    Call.of(call).complaint(2);
    call[call.length - 1] = "top-1";
    call[16] = "4";
    Call.of(call).complaint(1);
  }
}
