package epsilonlab.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code diagnose} answers and writes. */
class DiagnoseCommandTest {
  @TempDir static Path folder;
  private static Path data;
  private static Path weights;

  @BeforeAll
  static void train() throws IOException {
    data = SmallData.write(folder.resolve("data"));
    weights = folder.resolve("trained/model.safetensors");
    Call.of(
            "train",
            "--model",
            "logistic",
            "--epochs",
            3,
            "--batch",
            32,
            "--data",
            data,
            "--quiet",
            "--out",
            folder.resolve("trained"))
        .document();
  }

  private static Call diagnose(Object... more) {
    Object[] all = new Object[more.length + 6];
    Object[] common = {"diagnose", "--weights", weights, "--data", data, "--quiet"};
    System.arraycopy(common, 0, all, 0, 6);
    System.arraycopy(more, 0, all, 6, more.length);
    return Call.of(all);
  }

  @Test
  void tellsWhyAndShowsIt() throws IOException {
    Path out = folder.resolve("why");
    JsonObject results =
        diagnose(
                "--index",
                3,
                "--attack",
                "pgd",
                "--steps",
                4,
                "--step-size",
                0.001,
                "--no-random-start",
                "--epsilon",
                0.5,
                "--out",
                out)
            .results();
    assertEquals("step too small", results.get("verdict").getAsString());
    assertEquals(3, results.get("label").getAsInt());
    assertFalse(results.get("success").getAsBoolean());
    JsonArray steps = results.getAsJsonArray("steps");
    assertEquals(5, steps.size(), "the original and four steps");
    assertEquals(
        Set.of(
            "step",
            "loss",
            "margin",
            "gradient_norm",
            "zero_gradient",
            "at_ball",
            "at_range",
            "size",
            "answer",
            "fooled"),
        steps.get(0).getAsJsonObject().keySet());
    assertEquals(0.004, steps.get(4).getAsJsonObject().get("size").getAsDouble(), 1e-6);
    JsonArray checks = results.getAsJsonArray("checks");
    assertTrue(checks.size() >= 6);
    for (var check : checks) {
      assertEquals(Set.of("name", "passed", "value"), check.getAsJsonObject().keySet());
    }
    JsonObject slice = results.getAsJsonObject("slice");
    assertEquals(25, slice.getAsJsonArray("loss").size());
    assertEquals(5, slice.getAsJsonArray("path_along").size());
    for (String file :
        List.of(
            "checks.csv",
            "steps.csv",
            "loss.png",
            "loss.svg",
            "gradient.png",
            "shares.png",
            "slice.png",
            "slice.svg",
            "report.md")) {
      assertTrue(Files.size(out.resolve(file)) > 0, file);
    }
  }

  @Test
  void saysWhatIsWrongWithTheCall() {
    String complaint = diagnose("--index", 60, "--attack", "fgsm", "--epsilon", 0.1).complaint(1);
    assertTrue(complaint.contains("from 0 to 59"), complaint);
    complaint = diagnose("--index", 3, "--attack", "fgsm", "--epsilon", 1.5).complaint(2);
    assertTrue(complaint.contains("from 0 to 1"), complaint);
    complaint =
        diagnose("--index", 3, "--attack", "fgsm", "--epsilon", 0.1, "--target", 3).complaint(1);
    assertTrue(complaint.contains("true class"), complaint);
  }
}
