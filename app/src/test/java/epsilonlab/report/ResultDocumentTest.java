package epsilonlab.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ResultDocumentTest {
  record Epoch(int epoch, double trainLoss, Float testAccuracy, double C) {}

  private static ResultDocument document(Map<String, ?> results) {
    return new ResultDocument(
        "train", Map.of("seed", 0L), Map.of(), Map.of("name", "mnist"), 1.5, results);
  }

  @Test
  void theTextIsAsScriptsExpectIt() {
    Map<String, Object> results = new LinkedHashMap<>();
    results.put("epochs", List.of(new Epoch(1, 0.1, 0.1f, Double.POSITIVE_INFINITY)));
    results.put("confusion", new int[][] {{1, 2}, {3, 4}});
    results.put("top5", List.of(List.of("a \"<é>\"", 3, 0.5)));
    results.put("odd", Arrays.asList(Double.NEGATIVE_INFINITY, Float.NaN, null, true));
    results.put("file", Path.of("a/b"));
    results.put("none", Optional.empty());
    results.put("empty", List.of());
    assertEquals(
        """
        {
          "experiment": "train",
          "settings": {
            "seed": 0
          },
          "environment": {},
          "data": {
            "name": "mnist"
          },
          "seconds": 1.5,
          "results": {
            "epochs": [
              {
                "epoch": 1,
                "train_loss": 0.1,
                "test_accuracy": 0.1,
                "C": "inf"
              }
            ],
            "confusion": [
              [1, 2],
              [3, 4]
            ],
            "top5": [
              ["a \\"<é>\\"", 3, 0.5]
            ],
            "odd": ["-inf", null, null, true],
            "file": "a/b",
            "none": null,
            "empty": []
          }
        }
        """,
        document(results).toJson());
  }

  @Property(tries = 300)
  void numbersAndTextsComeBackAsTheyWere(
      @ForAll double number, @ForAll float small, @ForAll long whole, @ForAll String text) {
    JsonObject read =
        JsonParser.parseString(
                document(Map.of("values", new Object[] {number, small, whole, text})).toJson())
            .getAsJsonObject();
    JsonArray values = read.getAsJsonObject("results").getAsJsonArray("values");
    assertEquals(number, values.get(0).getAsDouble());
    assertEquals(small, values.get(1).getAsFloat());
    assertEquals(whole, values.get(2).getAsLong());
    assertEquals(text, values.get(3).getAsString());
    assertTrue(read.has("experiment"));
  }
}
