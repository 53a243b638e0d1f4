package epsilonlab.photo;

import epsilonlab.engine.LabException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * A TorchScript file that was read but not run: it holds code, so the user is asked first, and what
 * the user agreed to is known by its hash. The bytes that were hashed are the bytes that will run.
 *
 * @param path where it lies
 * @param bytes all of it
 * @param sha256 of the bytes, in hexadecimal
 */
public record NetworkFile(Path path, byte[] bytes, String sha256) {
  private static final long MOST_BYTES = 1_000_000_000;

  /** The one line of Python that makes such a file; {@code docs/user-guide.md} shows it too. */
  public static final String RECIPE =
      "python -c \"import torch, torchvision as tv;"
          + " m = tv.models.resnet50(weights='DEFAULT').eval();"
          + " torch.jit.trace(m, torch.rand(1, 3, 224, 224)).save('resnet50.pt')\"";

  /**
   * Reads a file and looks whether it can be a network, without running anything of it.
   *
   * @throws LabException if it is not there, too large, or no TorchScript
   */
  public static NetworkFile read(Path path) {
    byte[] bytes;
    try {
      if (Files.size(path) > MOST_BYTES) {
        throw new LabException(path + " is larger than 1 GB; choose a smaller network.");
      }
      bytes = Files.readAllBytes(path);
    } catch (IOException unreadable) {
      throw new LabException(
          "The network " + path + " cannot be read; check the path.", unreadable);
    }
    checkContents(path);
    return new NetworkFile(path, bytes, sha256(bytes));
  }

  private static void checkContents(Path path) {
    boolean weights = false;
    boolean constants = false;
    boolean code = false;
    // by the directory at its end: PyTorch's entries cannot be read one after the other
    try (ZipFile zip = new ZipFile(path.toFile())) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        weights |= entry.getName().endsWith("/data.pkl");
        constants |= entry.getName().endsWith("/constants.pkl");
        code |= entry.getName().contains("/code/");
      }
    } catch (IOException | IllegalArgumentException damaged) {
      throw noNetwork(path);
    }
    if (weights && !(constants && code)) {
      throw new LabException(
          path
              + " holds weights without a network, as torch.save writes them; save the network with"
              + " torch.jit.trace(...).save(...) instead.");
    }
    if (!weights) {
      throw noNetwork(path);
    }
  }

  /** What to say of a file that is no network. */
  static LabException noNetwork(Path path) {
    return new LabException(
        path
            + " is not a TorchScript network; save one from Python with"
            + " torch.jit.trace(...).save(...).");
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException impossible) {
      throw new AssertionError("every Java has SHA-256", impossible);
    }
  }

  /** The file's name without its folder. */
  public String name() {
    return path.getFileName().toString();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof NetworkFile that
        && path.equals(that.path)
        && sha256.equals(that.sha256);
  }

  @Override
  public int hashCode() {
    return sha256.hashCode();
  }

  @Override
  public String toString() {
    return "NetworkFile[" + path + "]";
  }
}
