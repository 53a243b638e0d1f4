package epsilonlab.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import epsilonlab.engine.Seed;
import epsilonlab.generative.DenoisingAutoencoder;
import epsilonlab.generative.GenerativeModels;
import epsilonlab.model.Architectures;
import epsilonlab.model.Safetensors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ctrl+C in a process of its own. */
class CtrlCTest {
  @TempDir Path folder;

  // children inherit it
  private static boolean ignoresInterrupts() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.exists(status)) {
      return false;
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("SigIgn:"))
        .anyMatch(line -> (Long.parseUnsignedLong(line.substring(7).strip(), 16) & 2) != 0);
  }

  /** Interrupts a command when stderr says this; it ends with 130. */
  private String interrupted(String when, Object... call) throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/bin/kill")), "SKIPPED: there is no /bin/kill");
    assumeFalse(ignoresInterrupts(), "SKIPPED: what a shell starts with & ignores interrupts");
    Path data = SmallData.write(folder.resolve("data"));
    Path err = folder.resolve("err.txt");
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path"),
                "epsilonlab.Main"));
    Stream.of(call).map(Object::toString).forEach(command::add);
    command.addAll(List.of("--data", data.toString(), "--threads", "1"));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("EPSILONLAB_HOME", home().toString());
    // not unpacked again for this test
    builder
        .environment()
        .putIfAbsent(
            "DJL_CACHE_DIR",
            System.getProperty("DJL_CACHE_DIR", System.getProperty("user.home") + "/.djl.ai"));
    Process process = builder.redirectError(err.toFile()).redirectOutput(stdout().toFile()).start();
    try {
      // progress comes every five seconds; then some epochs are done
      while (process.isAlive() && !Files.readString(err).contains(when)) {
        Thread.sleep(100);
      }
      assertTrue(process.isAlive(), () -> "ended by itself: " + read(err));
      assertTrue(Files.notExists(out()), "complete or not at all");
      new ProcessBuilder("/bin/kill", "-INT", String.valueOf(process.pid())).start().waitFor();
      assertTrue(process.waitFor(120, TimeUnit.SECONDS), "it ends");
      assertEquals(130, process.exitValue(), read(err));
    } finally {
      process.destroyForcibly();
    }
    assertTrue(!read(err).contains("Exception"), read(err));
    return read(err);
  }

  private Path home() {
    return folder.resolve("home");
  }

  private Path out() {
    return folder.resolve("out");
  }

  private Path stdout() {
    return folder.resolve("out.json");
  }

  private void assertStoppedWithWhatThereIs() throws Exception {
    JsonObject document = JsonParser.parseString(Files.readString(stdout())).getAsJsonObject();
    JsonObject results = document.getAsJsonObject("results");
    assertTrue(results.get("stopped").getAsBoolean());
    int epochs = results.getAsJsonArray("epochs").size();
    assertTrue(epochs < 10_000, epochs + " epochs");
    assertEquals(document, JsonParser.parseString(Files.readString(out().resolve("result.json"))));
  }

  @Test
  void whatWasTrainedSoFarIsKept() throws Exception {
    interrupted("%", "train", "--model", "small-cnn", "--epochs", 10_000, "--out", out());
    Safetensors kept = Safetensors.read(out().resolve("model.safetensors"));
    Architectures.validate("small-cnn", kept.weights());
    assertEquals("small-cnn", kept.metadata().get("architecture"));
    assertStoppedWithWhatThereIs();
  }

  @ParameterizedTest
  @ValueSource(strings = {"gan", "vae", "denoise"})
  @Tag("full")
  void soIsAGenerativeModel(String command) throws Exception {
    interrupted("%", command, "--epochs", 10_000, "--out", out());
    Safetensors kept = Safetensors.read(out().resolve("model.safetensors"));
    GenerativeModels.validate(kept.metadata().get("architecture"), kept.weights());
    for (String name : List.of("samples.npy", "training.gif", "grid-stopped.png", "report.md")) {
      assertTrue(Files.size(out().resolve(name)) > 0, name);
    }
    assertStoppedWithWhatThereIs();
  }

  @Test
  void thePurifierIsKeptWhenTheAttacksAreInterrupted() throws Exception {
    Path classifier = folder.resolve("classifier.safetensors");
    new Safetensors(
            Architectures.get("logistic").initialWeights(Seed.of(0)),
            Map.of("architecture", "logistic"))
        .write(classifier);
    Object[] call = {
      "purify", "--weights", classifier, "--epochs", 1, "--steps", 10_000, "--out", out()
    };
    String said = interrupted("as a defence", call);
    assertTrue(said.contains("What was trained so far is kept in " + home()), said);
    try (Stream<Path> files = Files.list(home().resolve("rescued"))) {
      Safetensors kept = Safetensors.read(files.findFirst().orElseThrow());
      GenerativeModels.validate(DenoisingAutoencoder.ID, kept.weights());
      assertEquals(DenoisingAutoencoder.ID, kept.metadata().get("architecture"));
    }
    assertTrue(Files.notExists(out()), "complete or not at all");
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (java.io.IOException gone) {
      return gone.toString();
    }
  }
}
