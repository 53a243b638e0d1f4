package epsilonlab.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import epsilonlab.lesson.Lesson;
import epsilonlab.lesson.Lessons;
import epsilonlab.lesson.fact.Facts;
import epsilonlab.lesson.run.LessonProgress;
import epsilonlab.lesson.run.LessonRun;
import epsilonlab.report.capsule.Capsule;
import epsilonlab.report.capsule.CapsuleFile;
import epsilonlab.report.capsule.CapsuleZips;
import epsilonlab.report.capsule.Experiment;
import epsilonlab.report.capsule.LessonState;
import epsilonlab.report.capsule.RecordedNumber;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.Model.OptionSpec;

/** {@code --capsule}, {@code verify} and {@code report}. */
class CapsuleCommandsTest {
  @TempDir static Path folder;
  private static Path data;
  private static Path weights;
  private static Path attack;
  private static String homeBefore;

  @BeforeAll
  static void make() throws IOException {
    homeBefore = System.getProperty("epsilonlab.home");
    System.setProperty("epsilonlab.home", folder.resolve("home").toString());
    data = SmallData.write(folder.resolve("data"));
    Path trained = folder.resolve("train.epsilab");
    capsule(trained, "train", "--model", "mlp", "--epochs", 2, "--batch", 32);
    weights =
        Files.write(
            folder.resolve("net.safetensors"),
            CapsuleFile.read(trained).weights().get("weights/model.safetensors"));
    attack = folder.resolve("attack.epsilab");
    capsule(
        attack,
        "attack",
        "--weights",
        weights,
        "--indices",
        "3-5",
        "--attack",
        "pgd",
        "--epsilon",
        "0.3",
        "--no-random-start",
        "--steps",
        "4");
  }

  @AfterAll
  static void restore() {
    if (homeBefore == null) {
      System.clearProperty("epsilonlab.home");
    } else {
      System.setProperty("epsilonlab.home", homeBefore);
    }
  }

  private static JsonObject capsule(Path file, Object... call) {
    List<Object> all = new ArrayList<>(List.of(call));
    all.addAll(List.of("--data", data, "--quiet", "--threads", 2, "--capsule", file));
    return Call.of(all.toArray()).results();
  }

  private static Call verify(Path file) {
    return Call.of("verify", file, "--data", data, "--quiet", "--threads", 2);
  }

  private static void assertAgrees(Path file) {
    Call call = verify(file);
    JsonObject results = call.results();
    assertEquals(0, results.get("differ").getAsInt());
    assertEquals(
        results.getAsJsonArray("numbers").size(), results.get("agree").getAsInt(), call.out());
    assertEquals("", call.err());
  }

  @Test
  void aCapsuleHoldsWhatItTakesToRunItAgain() {
    Capsule capsule = CapsuleFile.read(attack);
    assertEquals("epsilonlab attack", capsule.createdBy());
    Experiment experiment = capsule.experiment().orElseThrow();
    assertEquals("attack", experiment.command());
    assertEquals(
        Map.of(
            "weights",
            List.of("weights/net.safetensors"),
            "indices",
            List.of("3-5"),
            "attack",
            List.of("pgd"),
            "epsilon",
            List.of("0.3"),
            "random-start",
            List.of("false"),
            "steps",
            List.of("4")),
        experiment.options());
    // defaults too
    assertTrue(experiment.settings().containsKey("restarts"), experiment.settings().toString());
    assertEquals(List.of("3-5"), capsule.indices());
    assertEquals("mnist", capsule.data().orElseThrow().id());
    assertEquals(64, capsule.data().orElseThrow().sha256().length());
    Set<String> names = Set.copyOf(capsule.numbers().stream().map(RecordedNumber::name).toList());
    assertTrue(names.contains("probabilities_after[2][9]") && names.contains("linf[0]"));
    String everything = new String(capsule.files().get(Capsule.RESULT));
    assertFalse(everything.contains(folder.toString()), "no path of this machine");
  }

  @Test
  void anAttackVerifiesAndOneNumberChangedByHandIsNamed() throws IOException {
    assertAgrees(attack);
    Capsule capsule = CapsuleFile.read(attack);
    List<RecordedNumber> numbers = new ArrayList<>();
    for (RecordedNumber number : capsule.numbers()) {
      boolean hit = number.name().equals("probabilities_after[1][4]");
      numbers.add(hit ? new RecordedNumber(number.name(), number.value() + 1e-9) : number);
    }
    Path changed = folder.resolve("changed.epsilab");
    CapsuleFile.write(changed, with(capsule, capsule.experiment().orElseThrow(), numbers));
    Call call = verify(changed);
    assertEquals(1, call.code());
    assertTrue(call.err().startsWith("1 of "), call.err());
    assertTrue(call.err().contains("probabilities_after[1][4] was "), call.err());
    JsonObject results =
        JsonParser.parseString(call.out()).getAsJsonObject().getAsJsonObject("results");
    assertEquals(1, results.get("differ").getAsInt());
    List<String> different = new ArrayList<>();
    for (JsonElement number : results.getAsJsonArray("numbers")) {
      if (!number.getAsJsonObject().get("agrees").getAsBoolean()) {
        different.add(number.getAsJsonObject().get("name").getAsString());
      }
    }
    assertEquals(List.of("probabilities_after[1][4]"), different);
  }

  @Test
  void aResultDocumentChangedByHandIsNamed() {
    Capsule capsule = CapsuleFile.read(attack);
    JsonObject document =
        JsonParser.parseString(new String(capsule.files().get(Capsule.RESULT), UTF_8))
            .getAsJsonObject();
    document.getAsJsonObject("results").getAsJsonArray("linf").set(0, new JsonPrimitive(9));
    Map<String, byte[]> files = new LinkedHashMap<>(capsule.files());
    files.put(Capsule.RESULT, document.toString().getBytes(UTF_8));
    Path changed = folder.resolve("document.epsilab");
    CapsuleFile.write(changed, capsule.withFiles(files));
    Call call = verify(changed);
    assertEquals(1, call.code());
    assertTrue(call.err().contains("contradicts itself"), call.err());
    assertTrue(call.err().contains("linf[0]"), call.err());
  }

  private static Capsule with(Capsule from, Experiment experiment, List<RecordedNumber> numbers) {
    return new Capsule(
        from.lab(),
        from.createdBy(),
        from.title(),
        Optional.of(experiment),
        from.data(),
        from.indices(),
        from.facts(),
        from.lesson(),
        from.moments(),
        numbers,
        from.shown(),
        from.environment(),
        from.files());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "curve --weights NET --attack fgsm,noise --epsilons 0,0.2 --count 8",
        "evaluate --weights NET",
        "gaussian --dimensions 5 --variances 0,1 --repeats 20",
        "theory perceptron --instances 3",
        "train --model mlp --epochs 1 --batch 64 --resume NET",
      })
  void everyExperimentVerifies(String call) {
    assertVerifies(call);
  }

  @Tag("full")
  @ParameterizedTest
  @ValueSource(
      strings = {
        "evaluate --weights NET --robust --count 6",
        "diagnose --weights NET --index 4 --attack fgsm --epsilon 0.2",
        "gallery bit-depth --weights NET --count 4",
        "transfer --weights NET NET --attack fgsm --epsilon 0.2 --count 6",
        "defend --model logistic --epsilon 0.1 --epochs 1 --methods standard,fgsm --count 20",
        "membership --dataset mnist --sizes 20 --c inf,0.1 --noise-size 20 --variances 1 --repeats 2",
        "dpsgd --dataset mnist --n 100 --epochs 1",
        "membership-attack --dataset mnist --attack loss,margin --n 30",
        "gan --epochs 1 --generator-hidden 8 --discriminator-hidden 8 --samples 4",
        "vae --epochs 1 --hidden 8 --latent 2 --samples 4 --classifier NET",
        "denoise --epochs 1 --hidden 8 --samples 4",
        "certify --weights NET --epsilons 0,0.01 --count 5 --samples 20",
        "purify --weights NET --epochs 1 --epsilons 0,0.1 --count 5 --steps 3",
      })
  void theSlowExperimentsVerify(String call) {
    assertVerifies(call);
  }

  private static void assertVerifies(String call) {
    Path file = folder.resolve(call.split(" ")[0] + "-again.epsilab");
    Object[] arguments =
        java.util.Arrays.stream(call.split(" "))
            .map(word -> word.equals("NET") ? weights.toString() : word)
            .toArray();
    capsule(file, arguments);
    assertAgrees(file);
  }

  @Test
  void whatCannotBeRunAgainSaysSo() {
    Path file = folder.resolve("none.epsilab");
    for (String call : List.of("doctor", "lesson list", "models list", "bench fgsm-mlp")) {
      List<Object> all = new ArrayList<>(List.of(call.split(" ")));
      all.addAll(List.of("--capsule", file));
      String sentence = Call.of(all.toArray()).complaint(2);
      assertTrue(sentence.contains("leave --capsule out"), sentence);
    }
    Call.of("verify", attack, "--capsule", file).complaint(2);
    Call.of("theory", "pca", "--capsule", folder.resolve("x.zip")).complaint(2);
    Call.of("theory", "pca", "--capsule", folder.resolve("no/x.epsilab")).complaint(2);
    assertFalse(Files.exists(file));
  }

  @Test
  void otherDataAndNoDataAreSaid() throws IOException {
    Call none = Call.of("verify", attack, "--quiet");
    String sentence = none.complaint(1);
    assertTrue(sentence.contains("MNIST") && sentence.contains("--data"), sentence);
    Path other = folder.resolve("other");
    Files.createDirectories(other.resolve("mnist"));
    for (Path file : Files.list(data.resolve("mnist")).toList()) {
      Files.copy(file, other.resolve("mnist").resolve(file.getFileName()));
    }
    byte[] labels = new byte[8 + SmallData.TRAIN];
    java.nio.ByteBuffer.wrap(labels).putInt(2049).putInt(SmallData.TRAIN);
    SmallData.gzip(other.resolve("mnist/train-labels-idx1-ubyte.gz"), labels);
    String wrong = Call.of("verify", attack, "--data", other, "--quiet").complaint(1);
    assertTrue(wrong.contains("SHA-256"), wrong);
    Call.of("verify", attack, "--data", folder.resolve("nowhere")).complaint(1);
    Call.of("verify", attack, "--seed", 1).complaint(2);
    Call.of("verify", attack, "--dataset", "mnist").complaint(2);
    Call.of("verify", folder.resolve("nowhere.epsilab")).complaint(1);
  }

  @Test
  void aCapsuleWithoutAnExperimentOrAReportSaysSo() {
    Path file = folder.resolve("lecture.epsilab");
    CapsuleFile.write(file, Capsule.empty("1", "window", "A lecture"));
    String nothing = verify(file).complaint(1);
    assertTrue(nothing.contains("no experiment") && nothing.contains("no numbers"), nothing);
    CapsuleFile.write(
        file,
        Capsule.empty("1", "window", "A GAN").withFacts(Facts.of(Map.of("lab.tab", "generate"))));
    String gan = verify(file).complaint(1);
    assertTrue(gan.contains("is not run again") && gan.contains("epsilonlab gan"), gan);
    assertTrue(Call.of("report", file).complaint(1).contains("no report"));
  }

  /** Settings that a stranger could write into a manifest. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "out=stranger-was-here",
        "capsule=stranger-was-here",
        "data=/etc",
        "weights-out=stranger-was-here",
        "weights=/etc/passwd",
        "weights=../net.safetensors",
        "source=/etc/passwd",
        "device=gpu",
        "help=true",
        "epsilon=@/etc/passwd",
        "epsilon=0.2 --out=stranger-was-here",
        "indices=--out=stranger-was-here",
        "random-start=maybe",
        "no-such=1",
        "steps=99999999999999",
        "attack=fgsm,pgd",
      })
  void aStrangersSettingsAreRefused(String setting) {
    Capsule capsule = CapsuleFile.read(attack);
    Experiment before = capsule.experiment().orElseThrow();
    Map<String, List<String>> options = new LinkedHashMap<>(before.options());
    int equals = setting.indexOf('=');
    options.put(setting.substring(0, equals), List.of(setting.substring(equals + 1)));
    Path file = folder.resolve("stranger.epsilab");
    CapsuleFile.write(
        file,
        with(
            capsule,
            new Experiment(
                before.command(), options, before.settings(), before.seed(), before.dataset()),
            capsule.numbers()));
    verify(file).complaint(1);
    assertFalse(Files.exists(Path.of("stranger-was-here")), "nothing is written");
  }

  @ParameterizedTest
  @ValueSource(strings = {"models", "photo", "doctor", "verify", "sh", "", "attack --out"})
  void aStrangersCommandIsRefused(String command) {
    Capsule capsule = CapsuleFile.read(attack);
    Experiment before = capsule.experiment().orElseThrow();
    Path file = folder.resolve("command.epsilab");
    CapsuleFile.write(
        file,
        with(
            capsule,
            new Experiment(
                command, before.options(), before.settings(), before.seed(), before.dataset()),
            capsule.numbers()));
    String sentence = verify(file).complaint(1);
    assertTrue(sentence.contains("none that this lab runs again"), sentence);
  }

  @Test
  void everyOptionThatNamesAFileIsKnownToTheCapsules() {
    for (var supplier : Commands.ALL) {
      LabCommand command = supplier.get();
      if (command.whyNoCapsule().isPresent()) {
        continue;
      }
      for (OptionSpec option : EpsilonLabCommand.line(command).getCommandSpec().options()) {
        String name = ExperimentOptions.name(option);
        boolean file =
            option.type() == Path.class
                || option.paramLabel().matches("FILE|DIR")
                || option.paramLabel().contains("FILE");
        assertTrue(
            !file
                || ExperimentOptions.OF_THE_MACHINE.contains(name)
                || ExperimentOptions.OF_WEIGHTS.contains(name),
            command.name() + " --" + name);
      }
    }
  }

  @Test
  void aReportIsMadeOfACapsule() throws IOException {
    Path out = folder.resolve("handed-in");
    JsonObject results = Call.of("report", attack, "--out", out).results();
    assertEquals(3, results.get("figures").getAsInt());
    for (String name : List.of("report.pdf", "report.html", "report.md", "result.json")) {
      assertTrue(Files.size(out.resolve(name)) > 500, name);
    }
    String html = Files.readString(out.resolve("report.html"));
    assertTrue(html.contains("confidence_after"), "a table");
    assertTrue(Files.readString(out.resolve("report.md")).contains("# Experiment: attack"));
    // again over it, and without --out beside the capsule
    Call.of("report", attack, "--out", out).results();
    Call.of("report", attack).results();
    assertTrue(Files.exists(folder.resolve("attack-report/report.pdf")));
  }

  @Test
  void aLessonsReportIsNotHandedInByTheOneWhoMakesIt() throws IOException {
    Lesson lesson = Lessons.shipped().get(0);
    Path file = folder.resolve("lesson.epsilab");
    CapsuleFile.write(
        file,
        Capsule.empty("1", "window", "A lesson")
            .withLesson(new LessonState(lesson.id(), LessonProgress.text(new LessonRun(lesson)))));
    Path out = folder.resolve("lesson-report");
    Call.of("report", file, "--out", out).results();
    String text = Files.readString(out.resolve("report.md"));
    assertTrue(text.contains(lesson.title()), text);
    assertFalse(text.contains("" + java.time.Year.now()), text);
  }

  @Test
  void aHostileCapsuleGetsOneSentenceFromBothCommands() throws IOException {
    Path file = folder.resolve("bomb.epsilab");
    Files.write(file, CapsuleZips.bomb());
    assertTrue(verify(file).complaint(1).contains("is not opened"));
    assertTrue(Call.of("report", file).complaint(1).contains("is not opened"));
    assertFalse(Files.exists(folder.resolve("bomb-report")));
  }
}
