package epsilonlab.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import epsilonlab.model.Architectures;
import epsilonlab.model.Safetensors;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ctrl+C in a process of its own. */
class CtrlCTest {
  @TempDir Path folder;

  @Test
  void whatWasTrainedSoFarIsKept() throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/bin/kill")), "SKIPPED: there is no /bin/kill");
    Path data = SmallData.write(folder.resolve("data"));
    Path out = folder.resolve("out");
    Path err = folder.resolve("err.txt");
    Path stdout = folder.resolve("out.json");
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx512m",
            "-cp",
            System.getProperty("java.class.path"),
            "epsilonlab.Main",
            "train",
            "--model",
            "small-cnn",
            "--epochs",
            "10000",
            "--data",
            data.toString(),
            "--threads",
            "1",
            "--out",
            out.toString());
    builder.environment().put("EPSILONLAB_HOME", folder.resolve("home").toString());
    // not unpacked again for this test
    builder
        .environment()
        .putIfAbsent(
            "DJL_CACHE_DIR",
            System.getProperty("DJL_CACHE_DIR", System.getProperty("user.home") + "/.djl.ai"));
    Process process = builder.redirectError(err.toFile()).redirectOutput(stdout.toFile()).start();
    try {
      // progress comes every five seconds; then some epochs are done
      while (process.isAlive() && !Files.readString(err).contains("%")) {
        Thread.sleep(100);
      }
      assertTrue(process.isAlive(), () -> "ended by itself: " + read(err));
      assertTrue(Files.notExists(out), "complete or not at all");
      new ProcessBuilder("/bin/kill", "-INT", String.valueOf(process.pid())).start().waitFor();
      assertTrue(process.waitFor(60, TimeUnit.SECONDS), "it ends");
      assertEquals(130, process.exitValue(), read(err));
    } finally {
      process.destroyForcibly();
    }
    Safetensors kept = Safetensors.read(out.resolve("model.safetensors"));
    Architectures.validate("small-cnn", kept.weights());
    assertEquals("small-cnn", kept.metadata().get("architecture"));
    JsonObject document = JsonParser.parseString(Files.readString(stdout)).getAsJsonObject();
    JsonObject results = document.getAsJsonObject("results");
    assertTrue(results.get("stopped").getAsBoolean());
    int epochs = results.getAsJsonArray("epochs").size();
    assertTrue(epochs < 10_000, epochs + " epochs");
    assertEquals(document, JsonParser.parseString(Files.readString(out.resolve("result.json"))));
    assertTrue(!read(err).contains("Exception"), read(err));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (java.io.IOException gone) {
      return gone.toString();
    }
  }
}
