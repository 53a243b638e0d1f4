package epsilonlab.command;

import epsilonlab.data.DataSets;
import epsilonlab.engine.Compute;
import epsilonlab.engine.DeviceChoice;
import epsilonlab.engine.LabException;
import epsilonlab.report.capsule.CapsuleFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import picocli.CommandLine.Option;

/** The options that every command takes. */
final class CommonOptions {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      description =
          "Folder that holds mnist/ and fashion-mnist/ (standard IDX files, .gz or not), or the"
              + " four files themselves.")
  Path data;

  @Option(
      names = "--dataset",
      paramLabel = "NAME",
      description =
          "mnist, fashion-mnist or synthetic (default: mnist; membership, and membership-attack"
              + " without --weights: fashion-mnist).")
  String dataset;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Seed of everything random (default: ${DEFAULT-VALUE}).",
      defaultValue = "0")
  long seed;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where results, tables, figures and a report go; complete or not at all.")
  Path out;

  @Option(
      names = "--capsule",
      paramLabel = "FILE",
      description =
          "Also keeps settings, weights, results and report in one file, name.epsilab, which verify"
              + " runs again and report makes a hand-in of.")
  Path capsule;

  @Option(
      names = "--device",
      paramLabel = "D",
      description = "auto, cpu or gpu (default: ${DEFAULT-VALUE}).",
      defaultValue = "auto")
  String device;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Number of compute threads (default: one a core).",
      defaultValue = "0",
      hideParamSyntax = true)
  int threads;

  @Option(names = "--quiet", description = "No progress on stderr.")
  boolean quiet;

  @Option(names = "--verbose", description = "Stack traces on stderr.")
  boolean verbose;

  /** Uses a data set where the call names none. */
  void fallBackTo(String other) {
    if (dataset == null) {
      dataset = other;
    }
  }

  /** Checks what picocli cannot. */
  void check() {
    deviceChoice();
    if (threads < 0 || threads > Compute.MOST_THREADS) {
      throw new LabException(
          "The number of threads is %d, but must be from 1 to %d."
              .formatted(threads, Compute.MOST_THREADS));
    }
    DataSets.title(dataset);
    if (capsule != null) {
      checkCapsule();
    }
  }

  private void checkCapsule() {
    if (!capsule.toString().endsWith(CapsuleFile.EXTENSION)) {
      throw new LabException(
          "A capsule is called name" + CapsuleFile.EXTENSION + ", not " + capsule + "; rename it.");
    }
    Path folder = capsule.toAbsolutePath().getParent();
    if (Files.isDirectory(capsule) || !Files.isWritable(folder)) {
      throw new LabException(
          "The capsule cannot be written to "
              + capsule
              + "; name a new file in a folder that is there and that you may write.");
    }
  }

  /** The device, as the engine wants it. */
  DeviceChoice deviceChoice() {
    try {
      return DeviceChoice.valueOf(device.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException unknown) {
      throw new LabException("There is no device '" + device + "'; choose auto, cpu or gpu.");
    }
  }
}
