package epsilonlab.command;

import epsilonlab.data.DataSet;
import epsilonlab.engine.Compute;
import epsilonlab.engine.LabException;
import epsilonlab.settings.LabVersion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine.Command;

/** Says of everything that the lab needs whether it is there, or what to do. */
@Command(
    name = "doctor",
    description = "Engine, device, data, folders and versions, each with OK or what to do.")
final class DoctorCommand extends LabCommand {
  private final List<Map<String, Object>> checks = new ArrayList<>();

  @Override
  String name() {
    return "doctor";
  }

  @Override
  Optional<String> whyNoCapsule() {
    return Optional.of("doctor computes nothing that could be run again; leave --capsule out.");
  }

  @Override
  void check() {
    // nothing to give
  }

  @Override
  void run(CommandRun run) {
    look(
        "java",
        () -> System.getProperty("java.version") + ", " + System.getProperty("java.vendor"));
    look("system", () -> System.getProperty("os.name") + ", " + System.getProperty("os.arch"));
    look("version", LabVersion::current);
    look("engine", () -> run.compute().engine());
    look("device", () -> run.compute().describe());
    look("gradient", () -> selfTest(run.compute()));
    look("memory", DoctorCommand::memory);
    look("data", () -> describe(run.data()));
    look("folder", () -> writable(run.home().folder()));
    look("models", () -> run.models().library().list().size() + " in the library");
    look("display", DoctorCommand::display);
    Map<String, Object> results = new LinkedHashMap<>();
    boolean healthy = checks.stream().allMatch(check -> Boolean.TRUE.equals(check.get("ok")));
    results.put("ok", healthy);
    results.put("checks", checks);
    run.finish(results);
  }

  private void look(String what, Supplier<String> look) {
    Map<String, Object> check = new LinkedHashMap<>();
    check.put("what", what);
    try {
      String found = look.get();
      check.put("ok", true);
      check.put("found", found);
    } catch (LabException trouble) {
      check.put("ok", false);
      check.put("found", trouble.getMessage());
    }
    checks.add(check);
  }

  private static String selfTest(Compute compute) {
    double slope = compute.selfTest();
    if (Math.abs(slope - 6) > 1e-6) {
      throw new LabException(
          "PyTorch computes a wrong gradient (" + slope + " for 6); install the lab again.");
    }
    return "d(x²)/dx = 6 at 3";
  }

  private static String memory() {
    long heap = Runtime.getRuntime().maxMemory() >> 20;
    String most = "at most %,d MB of Java heap".formatted(heap);
    return Memory.peak().isPresent()
        ? most + ", %,d MB resident so far".formatted(Memory.peak().getAsLong())
        : most;
  }

  private static String describe(DataSet data) {
    return "%s, %,d + %,d images, %s"
        .formatted(data.title(), data.train().size(), data.test().size(), data.source());
  }

  private static String writable(Path folder) {
    if (!Files.isWritable(folder)) {
      throw new LabException(
          "The lab's folder "
              + folder
              + " cannot be written to; set EPSILONLAB_HOME to another folder.");
    }
    return folder.toString();
  }

  private static String display() {
    return Display.isThere() ? "there is one" : "none: the commands work, the window does not open";
  }
}
