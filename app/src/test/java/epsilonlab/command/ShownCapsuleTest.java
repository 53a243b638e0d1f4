package epsilonlab.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import epsilonlab.report.capsule.Capsule;
import epsilonlab.report.capsule.CapsuleFile;
import epsilonlab.report.capsule.DataUsed;
import epsilonlab.report.capsule.Experiment;
import epsilonlab.report.capsule.RecordedNumber;
import epsilonlab.report.capsule.ShownResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What verify says of results that the window showed, and of those who change them. */
class ShownCapsuleTest {
  @TempDir static Path folder;
  private static Capsule command;
  private final Path file = folder.resolve("shown.epsilab");

  @BeforeAll
  static void make() {
    Path made = folder.resolve("made.epsilab");
    Call.of(
            "gaussian",
            "--dimensions",
            "5,9",
            "--variances",
            "0,1",
            "--repeats",
            20,
            "--quiet",
            "--capsule",
            made)
        .results();
    command = CapsuleFile.read(made);
  }

  /** As if the window had shown these numbers, by the command's experiment. */
  private Call verify(List<RecordedNumber> numbers, String... compared) {
    return verify(command.experiment().orElseThrow(), numbers, compared);
  }

  private Call verify(Experiment experiment, List<RecordedNumber> numbers, String... compared) {
    ShownResult shown =
        new ShownResult(
            experiment,
            new DataUsed("mnist", "MNIST", "nowhere", "ab".repeat(32)),
            numbers,
            List.of(compared));
    CapsuleFile.write(
        file,
        new Capsule(
            "1",
            "window",
            "Shown",
            Optional.empty(),
            Optional.empty(),
            List.of(),
            command.facts(),
            Optional.empty(),
            List.of(),
            List.of(),
            List.of(shown),
            command.environment(),
            Map.of()));
    return Call.of("verify", file, "--quiet");
  }

  private static JsonObject results(Call call) {
    return JsonParser.parseString(call.out()).getAsJsonObject().getAsJsonObject("results");
  }

  private static void assertNames(String words, Call call) {
    assertEquals(1, call.code(), call.err());
    assertEquals(1, call.err().strip().lines().count(), call.err());
    assertTrue(call.err().contains(words), call.err());
  }

  private static List<RecordedNumber> without(String start) {
    return command.numbers().stream().filter(one -> !one.name().startsWith(start)).toList();
  }

  @Test
  void whatWasShownAsAWholeAgreesAsAWhole() {
    Call call = verify(command.numbers());
    assertEquals(0, call.code(), call.err());
    assertEquals("", call.err());
    assertEquals(command.numbers().size(), results(call).get("agree").getAsInt());
    assertEquals(0, results(call).get("not_compared").getAsInt());
  }

  @Test
  void aChangedNumberIsNamed() {
    List<RecordedNumber> numbers = new ArrayList<>(command.numbers());
    numbers.replaceAll(
        one ->
            one.name().equals("dimensions[1].accuracy_fresh_data")
                ? new RecordedNumber(one.name(), one.value() + 1e-9)
                : one);
    Call call = verify(numbers);
    assertNames("dimensions[1].accuracy_fresh_data was ", call);
    assertEquals(1, results(call).get("differ").getAsInt());
  }

  @Test
  void aDeletedNumberIsNamed() {
    assertNames(
        "1 of "
            + command.numbers().size()
            + " numbers differ: noise[1].accuracy is missing in the capsule",
        verify(without("noise[1].accuracy")));
  }

  @Test
  void anEmptyListIsNamed() {
    assertNames("is missing in the capsule, and more", verify(List.of()));
    assertNames("nothing vouches for it", verify(List.of(), "no-such-key"));
  }

  /** A stranger's experiments, each with words of the sentence that refuses it. */
  @ParameterizedTest
  @CsvSource({
    "models, repeats, 1, none that this lab runs again",
    "sh, repeats, 1, none that this lab runs again",
    "gaussian, out, stranger-was-here, out",
    "gaussian, data, /etc, data",
    "evaluate, weights, weights/none.safetensors, weights that are not in it",
    "evaluate, weights, /etc/passwd, weights that are not in it",
  })
  void aStrangersExperimentIsRefused(String name, String option, String value, String words) {
    Experiment stranger =
        new Experiment(name, Map.of(option, List.of(value)), Map.of(), 0, "mnist");
    String sentence = verify(stranger, command.numbers()).complaint(1);
    assertTrue(sentence.contains(words), sentence);
    assertFalse(Files.exists(Path.of("stranger-was-here")), "nothing is written");
  }

  @Test
  void whatWasShownInPartIsSaid() {
    long left = command.numbers().stream().filter(one -> one.name().startsWith("noise")).count();
    Call call = verify(without("noise"), "dimensions", "delta");
    assertEquals(0, call.code(), call.err());
    assertEquals(
        left
            + " numbers were not compared, for the capsule holds only dimensions, delta of"
            + " gaussian.",
        call.err().strip());
    assertEquals(left, results(call).get("not_compared").getAsLong());
    // a number of a part that was shown is missed all the same
    List<RecordedNumber> fewer =
        without("noise").stream().filter(one -> !one.name().equals("delta")).toList();
    Call less = verify(fewer, "dimensions", "delta");
    assertEquals(1, less.code());
    assertTrue(less.err().contains("delta is missing"), less.err());
  }
}
