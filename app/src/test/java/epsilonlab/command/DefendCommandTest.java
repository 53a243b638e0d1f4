package epsilonlab.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import epsilonlab.training.TrainingMethod;
import epsilonlab.training.TrainingMethods;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DefendCommandTest {
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

  @Test
  void everyMethodFillsItsRowAndKeepsItsWeights() throws IOException {
    Path out = folder.resolve("out");
    String methods =
        TrainingMethods.ALL.stream().map(TrainingMethod::id).collect(Collectors.joining(","));
    Call call =
        Call.of(
            "defend",
            "--model",
            "mlp",
            "--methods",
            methods,
            "--epsilon",
            0.1,
            "--epochs",
            2,
            "--attack-epsilons",
            "0.1,0.2,1",
            "--steps",
            2,
            "--data",
            data,
            "--quiet",
            "--out",
            out);
    JsonObject results = call.results();
    JsonObject table = results.getAsJsonObject("table");
    assertEquals(Set.of("0.1", "0.2", "1"), table.keySet());
    for (TrainingMethod method : TrainingMethods.ALL) {
      for (String epsilon : table.keySet()) {
        JsonObject cells = table.getAsJsonObject(epsilon).getAsJsonObject(method.id());
        assertEquals(Set.of("clean", "fgsm", "pgd"), cells.keySet(), method.id());
      }
      assertEquals(2, results.getAsJsonObject("epochs").getAsJsonArray(method.id()).size());
      Path weights = out.resolve(method.id() + ".safetensors");
      assertEquals(
          table.getAsJsonObject("0.1").getAsJsonObject(method.id()).get("clean").getAsDouble(),
          Call.of("evaluate", "--weights", weights, "--data", data, "--quiet")
              .results()
              .get("test_accuracy")
              .getAsDouble(),
          method.id() + ": the file is the network of the table");
    }
    // the same attack from another command
    double pgd =
        Call.of(
                "curve",
                "--weights",
                out.resolve("fgsm.safetensors"),
                "--attack",
                "pgd",
                "--epsilons",
                "0.2",
                "--count",
                "all",
                "--data",
                data,
                "--quiet")
            .results()
            .getAsJsonArray("curves")
            .get(0)
            .getAsJsonObject()
            .getAsJsonArray("accuracy")
            .get(0)
            .getAsDouble();
    assertEquals(
        pgd, table.getAsJsonObject("0.2").getAsJsonObject("fgsm").get("pgd").getAsDouble(), 1e-12);
    try (Stream<Path> files = Files.list(out)) {
      Set<String> names =
          files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
      for (String wanted :
          new String[] {"result.json", "report.md", "race.png", "race.csv", "table.csv"}) {
        assertTrue(names.contains(wanted), wanted + " in " + names);
      }
      assertTrue(names.contains("table-0.2.svg"), names.toString());
      assertTrue(names.stream().anyMatch(name -> name.startsWith("samples-")), names.toString());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "--methods, fgms, no training method",
    "--epsilon, 2, from 0 to 1",
    "--steps, 0, attack steps",
    "--epsilon-ramp, 3, ramp",
    "--attack-epsilons, many, not an epsilon",
    "--model, vgg, vgg",
    "--count, 0, number of images",
    "--beta, 0, TRADES"
  })
  void aWrongCallGetsASentence(String option, String value, String said) {
    List<Object> call = new ArrayList<>(List.of("defend", "--data", data, "--quiet"));
    Map<String, String> options = new LinkedHashMap<>();
    options.put("--methods", "pgd");
    options.put("--epsilon", "0.1");
    options.put("--epochs", "1");
    options.put(option, value);
    options.forEach((name, text) -> call.addAll(List.of(name, text)));
    String sentence = Call.of(call.toArray()).complaint(2);
    assertTrue(sentence.contains(said), sentence);
  }
}
