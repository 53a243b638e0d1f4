package epsilonlab.model;

import epsilonlab.engine.LabException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * A model as a file holds it, written here or by PyTorch.
 *
 * @param card the card in the file, or what can be told of a file that has none
 * @param weights the weights, which fit the card's architecture
 * @param sha256 of the tensors' bytes in the file, in hexadecimal: a new name is no new model
 */
public record ModelFile(ModelCard card, Weights weights, String sha256) {
  /**
   * Reads a file and checks its shapes.
   *
   * @param name the model's name; null for that in the file, or else the file's own
   * @param architecture null for that in the file
   * @param validator throws a {@link LabException} if the weights do not fit the architecture of
   *     that name, or if there is none
   * @throws LabException if the file is damaged, names no architecture and none is given, names
   *     another one, or holds other shapes
   */
  public static ModelFile read(
      Path file, String name, String architecture, BiConsumer<String, Weights> validator) {
    return of(Safetensors.bytes(file), file, name, architecture, validator);
  }

  /**
   * The same with a file's bytes, which need not lie on the disk.
   *
   * @param file what the sentences call it
   * @throws LabException as {@link #read} does
   */
  static ModelFile of(
      byte[] bytes,
      Path file,
      String name,
      String architecture,
      BiConsumer<String, Weights> validator) {
    Safetensors parsed = Safetensors.parse(bytes, file.toString());
    String told = parsed.metadata().get(ModelCard.ARCHITECTURE);
    if (told == null && architecture == null) {
      throw new LabException(
          "The weights file "
              + file
              + " does not say which network it is for; name its architecture, for example"
              + " small-cnn.");
    }
    if (told != null && architecture != null && !told.equals(architecture)) {
      throw new LabException(
          "The weights file "
              + file
              + " is for the network "
              + told
              + ", not "
              + architecture
              + "; choose "
              + told
              + " or another file.");
    }
    ModelCard card = card(file, parsed.metadata(), told != null ? told : architecture);
    validator.accept(card.architecture(), parsed.weights());
    return new ModelFile(
        name == null ? card : card.withName(name), parsed.weights(), sha256(bytes));
  }

  private static ModelCard card(Path file, Map<String, String> metadata, String architecture) {
    try {
      return ModelCard.fromMetadata(metadata)
          .orElseGet(() -> foreign(file, architecture, metadata));
    } catch (LabException damaged) {
      throw new LabException(file + ": " + damaged.getMessage(), damaged);
    }
  }

  private static ModelCard foreign(Path file, String architecture, Map<String, String> metadata) {
    String name = file.getFileName().toString();
    if (name.endsWith(LibraryFolder.EXTENSION)) {
      name = name.substring(0, name.length() - LibraryFolder.EXTENSION.length());
    }
    return new ModelCard(
        name.isBlank() ? architecture : name,
        architecture,
        metadata.getOrDefault("dataset", "unknown"),
        metadata.getOrDefault("training", "imported"),
        seed(metadata),
        null,
        null,
        changed(file),
        Map.of());
  }

  /** When a file was changed; the same moment for all that lie on no disk. */
  private static Instant changed(Path file) {
    try {
      return Files.getLastModifiedTime(file).toInstant().truncatedTo(ChronoUnit.SECONDS);
    } catch (IOException nowhere) {
      return Instant.EPOCH;
    }
  }

  private static long seed(Map<String, String> metadata) {
    try {
      return Long.parseLong(metadata.getOrDefault("seed", "0"));
    } catch (NumberFormatException foreign) {
      return 0;
    }
  }

  private static String sha256(byte[] bytes) {
    int header = (int) ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong();
    int tensors = Long.BYTES + header;
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(bytes, tensors, bytes.length - tensors);
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException never) {
      throw new IllegalStateException("every Java has SHA-256", never);
    }
  }
}
