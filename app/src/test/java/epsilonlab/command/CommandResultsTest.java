package epsilonlab.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import epsilonlab.attack.Attack;
import epsilonlab.attack.Attacks;
import epsilonlab.attack.Parameter;
import epsilonlab.report.NumpyFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the commands answer: the document's keys, the files, the library, the help. */
class CommandResultsTest {
  @TempDir static Path folder;
  private static Path data;
  private static Path trained;
  private static JsonObject training;
  private static String homeBefore;

  @BeforeAll
  static void train() throws IOException {
    homeBefore = System.getProperty("epsilonlab.home");
    System.setProperty("epsilonlab.home", folder.resolve("home").toString());
    data = SmallData.write(folder.resolve("data"));
    training = train("first", 0).document();
    trained = folder.resolve("first/model.safetensors");
  }

  @AfterAll
  static void restore() {
    if (homeBefore == null) {
      System.clearProperty("epsilonlab.home");
    } else {
      System.setProperty("epsilonlab.home", homeBefore);
    }
  }

  private static Call train(String out, long seed) {
    return Call.of(
        "train",
        "--model",
        "mlp",
        "--epochs",
        3,
        "--batch",
        32,
        "--seed",
        seed,
        "--data",
        data,
        "--quiet",
        "--out",
        folder.resolve(out));
  }

  private static Set<String> files(String out) throws IOException {
    try (Stream<Path> list = Files.list(folder.resolve(out))) {
      return list.map(file -> file.getFileName().toString())
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  private static void assertHolds(Set<String> all, String... some) {
    assertTrue(all.containsAll(List.of(some)), all.toString());
  }

  private static void assertDocument(JsonObject document, String experiment) {
    assertEquals(
        Set.of("experiment", "settings", "environment", "data", "seconds", "results"),
        document.keySet());
    assertEquals(experiment, document.get("experiment").getAsString());
    assertHolds(
        document.getAsJsonObject("environment").keySet(),
        "version",
        "device",
        "engine",
        "threads",
        "java",
        "os");
    assertHolds(document.getAsJsonObject("data").keySet(), "name", "source", "sha256");
    assertHolds(
        document.getAsJsonObject("settings").keySet(),
        "data",
        "dataset",
        "seed",
        "out",
        "device",
        "threads");
    assertTrue(document.get("seconds").getAsDouble() > 0);
  }

  private static void assertPrintedIsWritten(Call call, String out) throws IOException {
    assertEquals(
        call.document(),
        JsonParser.parseString(Files.readString(folder.resolve(out).resolve("result.json"))));
  }

  @Test
  void trainTellsAndKeepsWhatItDid() throws IOException {
    assertDocument(training, "train");
    assertHolds(
        training.getAsJsonObject("settings").keySet(),
        "model",
        "epochs",
        "optimizer",
        "learning-rate",
        "momentum",
        "weight-decay",
        "batch",
        "schedule",
        "resume",
        "weights-out");
    JsonObject results = training.getAsJsonObject("results");
    assertEquals("mlp", results.get("architecture").getAsString());
    assertEquals(178110, results.get("parameters").getAsInt());
    assertEquals(1, results.get("test_accuracy").getAsDouble(), "stripes are easy");
    assertEquals(1, results.get("train_accuracy").getAsDouble());
    JsonArray epochs = results.getAsJsonArray("epochs");
    assertEquals(3, epochs.size());
    assertEquals(
        Set.of("epoch", "train_loss", "train_accuracy", "test_loss", "test_accuracy", "seconds"),
        epochs.get(0).getAsJsonObject().keySet());
    assertHolds(
        files("first"),
        "result.json",
        "report.md",
        "model.safetensors",
        "epochs.csv",
        "loss.png",
        "loss.svg",
        "accuracy.png",
        "accuracy.svg",
        "confusion.png",
        "confusion.svg");
    assertEquals(4, Files.readAllLines(folder.resolve("first/epochs.csv")).size());
  }

  @Test
  void theSameSeedGivesTheSameFile() throws IOException {
    Call again = train("again", 0);
    assertEquals(0, again.code());
    assertPrintedIsWritten(again, "again");
    byte[] first = Files.readAllBytes(trained);
    assertArrayEquals(first, Files.readAllBytes(folder.resolve("again/model.safetensors")));
    assertEquals(0, train("other", 1).code());
    assertFalse(
        java.util.Arrays.equals(
            first, Files.readAllBytes(folder.resolve("other/model.safetensors"))));
  }

  @Test
  void aResumedTrainingGoesOnFromTheWeights() {
    JsonObject results =
        Call.of(
                "train",
                "--model",
                "mlp",
                "--epochs",
                1,
                "--batch",
                32,
                "--data",
                data,
                "--quiet",
                "--resume",
                trained,
                "--weights-out",
                folder.resolve("resumed.safetensors"))
            .results();
    double before =
        training
            .getAsJsonObject("results")
            .getAsJsonArray("epochs")
            .get(0)
            .getAsJsonObject()
            .get("train_loss")
            .getAsDouble();
    double after =
        results.getAsJsonArray("epochs").get(0).getAsJsonObject().get("train_loss").getAsDouble();
    assertTrue(after < before / 2, before + ", " + after);
    assertTrue(Files.exists(folder.resolve("resumed.safetensors")));
  }

  @Test
  void evaluateGivesTheAccuracyThatTrainingGave() throws IOException {
    Call call =
        Call.of(
            "evaluate",
            "--weights",
            trained,
            "--data",
            data,
            "--quiet",
            "--out",
            folder.resolve("evaluated"));
    assertDocument(call.document(), "evaluate");
    assertPrintedIsWritten(call, "evaluated");
    JsonObject results = call.results();
    assertEquals(
        training.getAsJsonObject("results").get("test_accuracy"), results.get("test_accuracy"));
    JsonArray confusion = results.getAsJsonArray("confusion");
    assertEquals(10, confusion.size());
    int all = 0;
    for (int row = 0; row < 10; row++) {
      assertEquals(10, confusion.get(row).getAsJsonArray().size());
      for (int column = 0; column < 10; column++) {
        all += confusion.get(row).getAsJsonArray().get(column).getAsInt();
      }
    }
    assertEquals(SmallData.TEST, all);
    assertHolds(files("evaluated"), "result.json", "report.md", "confusion.png", "confusion.svg");
  }

  @Test
  void attackOneDigit() throws IOException {
    Call call =
        Call.of(
            "attack",
            "--weights",
            trained,
            "--data",
            data,
            "--digit",
            7,
            "--attack",
            "fgsm",
            "--epsilon",
            "51/255",
            "--quiet",
            "--out",
            folder.resolve("seven"));
    assertDocument(call.document(), "attack");
    assertPrintedIsWritten(call, "seven");
    JsonObject results = call.results();
    assertHolds(
        results.keySet(),
        "index",
        "label",
        "predicted_before",
        "predicted_after",
        "probabilities_before",
        "probabilities_after",
        "success",
        "linf",
        "l2");
    assertEquals(7, results.get("index").getAsInt(), "test digit 7 is the first 7");
    assertEquals(7, results.get("label").getAsInt());
    assertEquals(7, results.get("predicted_before").getAsInt());
    assertEquals(
        results.get("predicted_after").getAsInt() != 7, results.get("success").getAsBoolean());
    assertEquals(0.2, results.get("linf").getAsDouble(), 1e-6);
    for (String when : List.of("probabilities_before", "probabilities_after")) {
      double sum = 0;
      for (var p : results.getAsJsonArray(when)) {
        sum += p.getAsDouble();
      }
      assertEquals(1, sum, 1e-4);
    }
    assertHolds(
        files("seven"),
        "result.json",
        "report.md",
        "original.png",
        "perturbation.png",
        "adversarial.png",
        "adversarial.npy",
        "attacked.csv");
    var array = NumpyFiles.npy(folder.resolve("seven/adversarial.npy"));
    assertArrayEquals(new long[] {1, 1, 28, 28}, array.shape());
  }

  @Test
  void attackARangeOfDigits() throws IOException {
    JsonObject results =
        Call.of(
                "attack",
                "--weights",
                trained,
                "--data",
                data,
                "--indices",
                "12-15",
                "--attack",
                "pgd",
                "--steps",
                3,
                "--no-random-start",
                "--epsilon",
                0.1,
                "--target",
                "next",
                "--quiet",
                "--out",
                folder.resolve("range"))
            .results();
    assertEquals("[12,13,14,15]", results.get("index").toString());
    assertEquals("[2,3,4,5]", results.get("label").toString());
    assertEquals(4, results.getAsJsonArray("probabilities_after").size());
    var array = NumpyFiles.npy(folder.resolve("range/adversarial.npy"));
    assertArrayEquals(new long[] {4, 1, 28, 28}, array.shape());
    JsonObject settings =
        JsonParser.parseString(Files.readString(folder.resolve("range/result.json")))
            .getAsJsonObject()
            .getAsJsonObject("settings");
    assertFalse(settings.get("random-start").getAsBoolean());
    assertEquals(3, settings.get("steps").getAsInt());
    assertEquals(1, settings.get("restarts").getAsInt(), "defaults included");
  }

  @Test
  void curvesOfSeveralModelsAndAttacks() throws IOException {
    Call call =
        Call.of(
            "curve",
            "--weights",
            trained,
            trained,
            "--attack",
            "fgsm,iterated-fgsm",
            "--epsilons",
            "0,0.1,0.5",
            "--count",
            "all",
            "--data",
            data,
            "--quiet",
            "--out",
            folder.resolve("curve"));
    assertDocument(call.document(), "curve");
    assertPrintedIsWritten(call, "curve");
    JsonArray curves = call.results().getAsJsonArray("curves");
    assertEquals(4, curves.size());
    for (var each : curves) {
      JsonObject curve = each.getAsJsonObject();
      assertEquals(Set.of("model", "attack", "epsilon", "accuracy"), curve.keySet());
      assertEquals("[0.0,0.1,0.5]", curve.get("epsilon").toString());
      JsonArray accuracy = curve.getAsJsonArray("accuracy");
      assertEquals(1, accuracy.get(0).getAsDouble());
      assertTrue(accuracy.get(2).getAsDouble() < 0.5, curve.toString());
    }
    Set<String> files = files("curve");
    assertHolds(files, "result.json", "report.md", "curves.png", "curves.svg", "curves.csv");
    assertTrue(files.stream().anyMatch(name -> name.startsWith("samples")), files.toString());
    assertEquals(13, Files.readAllLines(folder.resolve("curve/curves.csv")).size());
  }

  @Test
  void evaluateSaysUnderWhichAttacksItIsRobust() throws IOException {
    Call call =
        Call.of(
            "evaluate",
            "--weights",
            trained,
            "--robust",
            "--epsilon",
            0.15,
            "--count",
            20,
            "--data",
            data,
            "--quiet",
            "--out",
            folder.resolve("robust"));
    assertPrintedIsWritten(call, "robust");
    JsonObject results = call.results();
    assertEquals(1, results.get("test_accuracy").getAsDouble());
    assertEquals(
        "[\"fgsm\",\"pgd\",\"apgd-ce\",\"apgd-dlr\",\"square\"]",
        results.get("robust_under").toString());
    assertEquals(0.15, results.get("robust_epsilon").getAsDouble());
    assertEquals(20, results.get("robust_count").getAsInt());
    double robust = results.get("robust_accuracy").getAsDouble();
    double pgd =
        Call.of(
                "curve",
                "--weights",
                trained,
                "--attack",
                "pgd",
                "--epsilons",
                0.15,
                "--count",
                20,
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
    assertTrue(robust <= pgd, robust + ", PGD " + pgd);
    assertTrue(call.document().getAsJsonObject("settings").has("queries"), "settings");
    String said =
        Call.of("evaluate", "--weights", trained, "--epsilon", 0.1, "--data", data).complaint(2);
    assertTrue(said.contains("--robust"), said);
  }

  @Test
  void theTransferMatrixHasRowsOfWhereItWasCrafted() throws IOException {
    Path other = folder.resolve("other-net");
    Call.of(
            "train",
            "--model",
            "logistic",
            "--epochs",
            3,
            "--data",
            data,
            "--quiet",
            "--out",
            other)
        .document();
    Path second = other.resolve("model.safetensors");
    Call call =
        Call.of(
            "transfer",
            "--weights",
            trained,
            second,
            "--attack",
            "pgd",
            "--steps",
            5,
            "--epsilon",
            0.3,
            "--count",
            30,
            "--data",
            data,
            "--quiet",
            "--out",
            folder.resolve("transfer"));
    assertDocument(call.document(), "transfer");
    assertPrintedIsWritten(call, "transfer");
    JsonObject results = call.results();
    assertEquals(2, results.getAsJsonArray("models").size());
    JsonArray matrix = results.getAsJsonArray("matrix");
    assertEquals(2, matrix.size());
    assertHolds(
        files("transfer"),
        "result.json",
        "report.md",
        "transfer.csv",
        "transfer.png",
        "transfer.svg");
    assertEquals(5, Files.readAllLines(folder.resolve("transfer/transfer.csv")).size());
    // row 0, column 1: crafted on the first, tried on the second, as the attack transfer does it
    for (int crafted = 0; crafted < 2; crafted++) {
      Object source = crafted == 0 ? trained : second;
      Object victim = crafted == 0 ? second : trained;
      double expected =
          Call.of(
                  "curve",
                  "--weights",
                  victim,
                  "--attack",
                  "transfer",
                  "--source",
                  source,
                  "--steps",
                  5,
                  "--epsilons",
                  0.3,
                  "--count",
                  30,
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
      assertEquals(expected, matrix.get(crafted).getAsJsonArray().get(1 - crafted).getAsDouble());
    }
  }

  @Test
  void theGalleryTellsWhatADefenceIsWorth() throws IOException {
    Call call =
        Call.of(
            "gallery",
            "logit-scaling",
            "--weights",
            trained,
            "--data",
            data,
            "--epsilon",
            0.5,
            "--count",
            20,
            "--quiet",
            "--out",
            folder.resolve("gallery"));
    assertDocument(call.document(), "gallery");
    assertPrintedIsWritten(call, "gallery");
    JsonObject results = call.results();
    assertEquals(20, results.get("count").getAsInt());
    assertEquals(1, results.getAsJsonObject("undefended").get("clean").getAsDouble());
    JsonArray defences = results.getAsJsonArray("defences");
    assertEquals(1, defences.size());
    JsonObject row = defences.get(0).getAsJsonObject();
    assertHolds(
        row.keySet(),
        "name",
        "clean",
        "plain",
        "plain_attack",
        "zero_gradients",
        "adaptive",
        "adaptive_attack",
        "verdict",
        "why",
        "paper");
    assertEquals("logit-scaling", row.get("name").getAsString());
    assertEquals(1, row.get("clean").getAsDouble());
    assertEquals("PGD on the margin loss", row.get("adaptive_attack").getAsString());
    assertEquals(
        results.getAsJsonObject("undefended").get("plain").getAsDouble(),
        row.get("adaptive").getAsDouble(),
        0.2,
        "without its mask the network is as weak as before");
    assertHolds(
        files("gallery"), "result.json", "report.md", "gallery.csv", "gallery.png", "samples.png");
    assertEquals(3, Files.readAllLines(folder.resolve("gallery/gallery.csv")).size());
  }

  @Test
  void certifyBoundsTheAccuracyFromBothSides() throws IOException {
    Call call =
        Call.of(
            "certify",
            "--weights",
            trained,
            "--epsilons",
            "0.001,0,0.5",
            "--count",
            30,
            "--samples",
            50,
            "--alpha",
            0.01,
            "--data",
            data,
            "--quiet",
            "--out",
            folder.resolve("certify"));
    assertDocument(call.document(), "certify");
    assertPrintedIsWritten(call, "certify");
    JsonObject results = call.results();
    JsonArray bounds = results.getAsJsonArray("bounds");
    assertEquals(3, bounds.size());
    double[] epsilons = {0, 0.001, 0.5};
    for (int i = 0; i < 3; i++) {
      JsonObject bound = bounds.get(i).getAsJsonObject();
      assertEquals(Set.of("epsilon", "certified", "strongest_attack"), bound.keySet());
      assertEquals(epsilons[i], bound.get("epsilon").getAsDouble());
    }
    // stripes are easy where the pixels may hardly change, and lost where they may change by half
    assertEquals(1, bounds.get(0).getAsJsonObject().get("certified").getAsDouble());
    assertEquals(1, bounds.get(1).getAsJsonObject().get("certified").getAsDouble());
    assertEquals(0, bounds.get(2).getAsJsonObject().get("certified").getAsDouble());
    assertTrue(bounds.get(2).getAsJsonObject().get("strongest_attack").getAsDouble() < 0.5);
    JsonArray smoothing = results.getAsJsonArray("smoothing");
    assertEquals(Set.of("radius", "certified"), smoothing.get(0).getAsJsonObject().keySet());
    assertEquals(0.25, results.get("sigma").getAsDouble());
    assertEquals(0.99, results.get("confidence").getAsDouble());
    assertEquals(50, results.get("samples").getAsInt());
    assertTrue(results.get("abstained").getAsDouble() < 1);
    Set<String> files = files("certify");
    assertHolds(files, "bounds.png", "bounds.svg", "bounds.csv", "smoothing.png", "smoothing.csv");
  }

  @Test
  void certifyWithoutSamplesLeavesSmoothingOut() {
    JsonObject results =
        Call.of(
                "certify",
                "--weights",
                trained,
                "--epsilons",
                "0",
                "--count",
                10,
                "--samples",
                0,
                "--data",
                data,
                "--quiet")
            .results();
    assertFalse(results.has("smoothing"));
    assertTrue(results.has("bounds"));
  }

  @Test
  void theLibraryKeepsDeletesAndBringsBack() throws IOException {
    JsonObject imported =
        Call.of("models", "import", trained, "--name", "Stripes")
            .results()
            .getAsJsonObject("model");
    assertEquals("Stripes", imported.get("name").getAsString());
    assertEquals("mlp", imported.get("architecture").getAsString());
    Path kept = Path.of(imported.get("file").getAsString());
    assertTrue(kept.startsWith(folder.resolve("home")), "inside the lab's folder: " + kept);
    JsonArray listed = Call.of("models", "list").results().getAsJsonArray("models");
    assertEquals(1, listed.size());
    assertEquals(imported, listed.get(0));

    Path exported = folder.resolve("exported.safetensors");
    Call.of("models", "export", "Stripes", exported).document();
    JsonObject byFile =
        Call.of("evaluate", "--weights", exported, "--data", data, "--quiet").results();
    JsonObject byName =
        Call.of("evaluate", "--weights", "Stripes", "--data", data, "--quiet").results();
    assertEquals(byFile, byName);

    String id = imported.get("id").getAsString();
    Call.of("models", "delete", "Stripes").document();
    assertEquals(0, Call.of("models", "list").results().getAsJsonArray("models").size());
    Call.of("evaluate", "--weights", "Stripes", "--data", data, "--quiet").complaint(1);
    Call.of("models", "restore", id).document();
    assertEquals(imported, Call.of("models", "list").results().getAsJsonArray("models").get(0));
    Call.of("models", "delete", "nobody").complaint(1);
    Call.of("models", "paint").complaint(2);
    Call.of("models", "export", "Stripes").complaint(2);
  }

  @Test
  void helpTellsEveryParameterOfEveryAttack() {
    for (String command : List.of("attack", "curve")) {
      Call help = Call.of(command, "--help");
      assertEquals(0, help.code());
      String text = help.out().replaceAll("\\s+", " ");
      for (Attack attack : Attacks.ALL) {
        for (Parameter parameter : attack.parameters()) {
          assertTrue(
              text.contains("--" + parameter.name()) || text.contains("--[no-]" + parameter.name()),
              parameter.name());
          assertTrue(text.contains(parameter.sentence()), parameter.name());
        }
      }
    }
    String all = Call.of("--help").out();
    for (String name : Commands.names()) {
      assertTrue(all.contains(name), name);
      assertEquals(0, Call.of(name, "--help").code());
    }
  }

  @Test
  void verboseAloneShowsStackTraces() {
    Call call =
        Call.of(
            "evaluate",
            "--weights",
            folder.resolve("none.safetensors"),
            "--data",
            data,
            "--verbose");
    assertEquals(1, call.code());
    assertTrue(call.err().contains("\tat "), call.err());
    assertNotEquals("", call.err());
  }
}
