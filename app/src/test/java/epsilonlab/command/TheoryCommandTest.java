package epsilonlab.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import epsilonlab.theory.Theorems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The command theory. */
class TheoryCommandTest {
  @TempDir static Path folder;
  private static final Map<String, JsonObject> FOUND = new HashMap<>();
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

  private static JsonObject results(String topic, Object... more) {
    Object[] all = {"theory", topic, "--data", data, "--instances", 20, "--quiet", "--threads", 2};
    Object[] both = java.util.Arrays.copyOf(all, all.length + more.length);
    System.arraycopy(more, 0, both, all.length, more.length);
    return Call.of(both).results();
  }

  // once for all tests
  private static JsonObject found(String topic) {
    return FOUND.computeIfAbsent(topic, TheoryCommandTest::results);
  }

  static List<String> topics() {
    return Theorems.ids();
  }

  @ParameterizedTest
  @MethodSource("topics")
  void everyTopicHoldsAndNamesItsLargestDifference(String topic) {
    JsonObject results = found(topic);
    assertEquals(20, results.get("instances").getAsInt());
    assertTrue(results.get("holds").getAsBoolean());
    double largest = 0;
    for (JsonElement claim : results.getAsJsonArray("claims")) {
      JsonObject one = claim.getAsJsonObject();
      double difference = one.get("largest_difference").getAsDouble();
      assertTrue(difference <= one.get("tolerance").getAsDouble());
      largest = Math.max(largest, difference);
    }
    assertEquals(largest, results.get("largest_difference").getAsDouble());
  }

  @Test
  void whatATopicShowsIsThere() {
    JsonObject digits = found("linear-adversary").getAsJsonObject("digits");
    assertEquals(12, digits.get("tested").getAsInt());
    JsonObject linf = digits.getAsJsonObject("linf");
    assertEquals(0, linf.get("fooled_at_0.99").getAsDouble());
    assertEquals(1, linf.get("fooled_at_1.01").getAsDouble());
    assertEquals(
        linf.get("median_score").getAsDouble(),
        linf.get("median_smallest_budget").getAsDouble() * linf.get("dual_norm").getAsDouble(),
        1e-9);
    JsonObject perceptron = found("perceptron");
    assertEquals(
        perceptron.get("unit_vectors_bound").getAsDouble(),
        perceptron.get("unit_vectors_mistakes").getAsDouble(),
        1e-9);
    JsonObject discriminator = found("discriminator");
    double best = discriminator.get("best_value").getAsDouble();
    double trained = discriminator.get("trained_value").getAsDouble();
    assertTrue(trained <= best && trained > best - 0.03, trained + " and " + best);
    assertEquals(
        best, 2 * discriminator.get("jensen_shannon_divergence").getAsDouble() - Math.log(4), 1e-9);
  }

  @Test
  void seedsDrawOtherInstances() {
    double zero = found("svm").get("largest_difference").getAsDouble();
    assertEquals(zero, results("svm").get("largest_difference").getAsDouble());
    assertTrue(zero != results("svm", "--seed", 5).get("largest_difference").getAsDouble());
  }

  @Test
  void theFolderHasTheClaims() throws IOException {
    Path out = folder.resolve("out");
    results("perceptron", "--out", out);
    String table = Files.readString(out.resolve("claims.csv"));
    assertEquals(1 + Theorems.get("perceptron").claims().size(), table.lines().count());
    assertTrue(Files.readString(out.resolve("report.md")).contains("Perceptron bound"));
  }

  @Test
  void wrongCallsSayWhatIsWrong() {
    String topic = Call.of("theory", "nonsense", "--quiet").complaint(2);
    assertTrue(topic.contains("linear-adversary") && topic.contains("uniform"), topic);
    String few = Call.of("theory", "svm", "--instances", 0, "--quiet").complaint(2);
    assertTrue(few.contains("from 1 to"), few);
    Call.of("theory", "--quiet").complaint(2);
  }
}
