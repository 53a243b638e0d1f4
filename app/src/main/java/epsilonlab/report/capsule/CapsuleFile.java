package epsilonlab.report.capsule;

import com.google.gson.GsonBuilder;
import epsilonlab.engine.LabException;
import epsilonlab.model.Safetensors;
import epsilonlab.settings.AtomicFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A capsule's file: a zip with a {@code manifest.json} that lists everything else with its SHA-256.
 * Reading unpacks into memory and nowhere else, executes nothing, and gives either a whole and
 * sound capsule or one sentence. Not for the FX thread.
 */
public final class CapsuleFile {
  /** How a capsule's file name ends. */
  public static final String EXTENSION = ".epsilab";

  private CapsuleFile() {}

  /**
   * Reads and checks a file.
   *
   * @throws LabException if there is none, or if it is no whole, sound capsule of acceptable size
   */
  public static Capsule read(Path file) {
    byte[] bytes = bytes(file);
    try {
      return parse(bytes);
    } catch (CapsuleFault fault) {
      throw new LabException(
          "The capsule "
              + file
              + " is not opened, for it "
              + fault.getMessage()
              + "; ask whoever made it to send it again.",
          fault);
    }
  }

  private static byte[] bytes(Path file) {
    try {
      if (Files.isDirectory(file)) {
        throw new LabException(
            "The capsule " + file + " is a folder; name an " + EXTENSION + " file.");
      }
      long size = Files.size(file);
      if (size > CapsuleLimits.FILE) {
        throw new LabException(
            "The capsule "
                + file
                + " is larger than 128 MB, more than any of the lab; choose the"
                + " right file.");
      }
      return Files.readAllBytes(file);
    } catch (NoSuchFileException missing) {
      throw new LabException(
          "There is no capsule " + file + "; check the path, or make one with --capsule.", missing);
    } catch (IOException unreadable) {
      throw new LabException(
          "The capsule "
              + file
              + " cannot be read: "
              + AtomicFiles.reason(unreadable)
              + "; check the path and your rights to it.",
          unreadable);
    }
  }

  static Capsule parse(byte[] bytes) {
    Map<String, byte[]> files = CapsuleZip.unpack(bytes);
    byte[] manifest = files.remove(EntryName.MANIFEST);
    if (manifest == null) {
      throw new CapsuleFault("has no manifest.json");
    }
    Capsule capsule = ManifestReader.read(BoundedJson.object(EntryName.MANIFEST, manifest), files);
    capsule.weights().forEach((place, weights) -> Safetensors.parse(weights, place));
    byte[] result = files.get(Capsule.RESULT);
    if (result != null) {
      BoundedJson.object(Capsule.RESULT, result);
    }
    return capsule;
  }

  /**
   * Writes a capsule, atomically; the folder must exist.
   *
   * @throws LabException if it cannot be written, or would be too large to be read
   */
  public static void write(Path file, Capsule capsule) {
    byte[] bytes = toBytes(capsule);
    checkReadable(bytes);
    try {
      AtomicFiles.write(file, bytes);
    } catch (IOException impossible) {
      throw new LabException(
          "The capsule cannot be written to "
              + file
              + ": "
              + AtomicFiles.reason(impossible)
              + "; choose a folder that is there, that you may write and that has room.",
          impossible);
    }
  }

  private static void checkReadable(byte[] bytes) {
    try {
      if (bytes.length > CapsuleLimits.FILE) {
        throw new CapsuleFault("is larger than 128 MB");
      }
      CapsuleReport.read(parse(bytes));
    } catch (CapsuleFault fault) {
      throw new LabException(
          "The capsule is not written, for nobody could open it: it "
              + fault.getMessage()
              + "; take fewer images, figures or models.",
          fault);
    }
  }

  static byte[] toBytes(Capsule capsule) {
    String manifest =
        new GsonBuilder()
            .setPrettyPrinting()
            .serializeNulls()
            .disableHtmlEscaping()
            .create()
            .toJson(Manifest.of(capsule));
    Map<String, byte[]> all = new LinkedHashMap<>();
    all.put(EntryName.MANIFEST, (manifest + "\n").getBytes(StandardCharsets.UTF_8));
    all.putAll(capsule.files());
    return CapsuleZip.pack(all);
  }

  /** A name of the user's own made fit to be a file in a capsule. */
  public static String fit(String name) {
    return EntryName.fit(name);
  }
}
