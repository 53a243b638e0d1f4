package epsilonlab.model;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import epsilonlab.engine.HostTensor;
import epsilonlab.engine.LabException;
import epsilonlab.settings.AtomicFiles;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * The content of a {@code .safetensors} file: the weights, and texts about them. A file that Python
 * wrote opens here and the other way round; the same content gives the same bytes.
 *
 * @param weights finite float32 values; F16 and F64 in a file are converted
 * @param metadata texts by name, sorted
 * @see <a href="https://huggingface.co/docs/safetensors">the format</a>
 */
public record Safetensors(Weights weights, Map<String, String> metadata) {
  /** Larger files are refused, so that no file can fill the memory. */
  static final long LARGEST_FILE = 1L << 30;

  static final String METADATA = "__metadata__";

  public Safetensors {
    metadata = Collections.unmodifiableSortedMap(new TreeMap<>(metadata));
  }

  /**
   * Reads and checks a file.
   *
   * @throws LabException if there is no such file, or if it is not a whole, sound safetensors file
   *     with at least one tensor and nothing but finite values
   */
  public static Safetensors read(Path file) {
    return parse(bytes(file), file.toString());
  }

  /** The bytes of a file of acceptable size; the sentences are those of {@link #read}. */
  public static byte[] bytes(Path file) {
    try {
      if (Files.isDirectory(file)) {
        throw new LabException(
            "The weights file " + file + " is a folder; name a .safetensors file in it.");
      }
      long size = Files.size(file);
      if (size > LARGEST_FILE) {
        throw new LabException(
            "The weights file "
                + file
                + " is larger than 1 GiB, more than any network of the lab needs; choose the right"
                + " file.");
      }
      return Files.readAllBytes(file);
    } catch (NoSuchFileException missing) {
      throw new LabException(
          "There is no weights file " + file + "; check the path, or train a model first.",
          missing);
    } catch (IOException unreadable) {
      throw new LabException(
          "The weights file "
              + file
              + " cannot be read: "
              + AtomicFiles.reason(unreadable)
              + "; check the path and your rights to it.",
          unreadable);
    }
  }

  /**
   * Reads a file's bytes; the sentences are those of {@link #read}.
   *
   * @param name what the sentences call it
   */
  public static Safetensors parse(byte[] bytes, String name) {
    return new SafetensorsReader(bytes, name).read();
  }

  /**
   * Writes the file, atomically; the folder must exist.
   *
   * @throws LabException if it cannot be written, or if a value is not finite
   */
  public void write(Path file) {
    byte[] bytes = toBytes();
    try {
      AtomicFiles.write(file, bytes);
    } catch (IOException impossible) {
      throw new LabException(
          "The weights cannot be saved to "
              + file
              + ": "
              + AtomicFiles.reason(impossible)
              + "; make room there or choose another place.",
          impossible);
    }
  }

  /**
   * The file's bytes: tensors sorted by name and without gaps, as Python's safetensors does it.
   *
   * @throws LabException if a value is not finite
   */
  public byte[] toBytes() {
    Map<String, HostTensor> sorted = new TreeMap<>(weights.asMap());
    JsonObject header = new JsonObject();
    if (!metadata.isEmpty()) {
      JsonObject texts = new JsonObject();
      metadata.forEach(texts::addProperty);
      header.add(METADATA, texts);
    }
    long end = 0;
    for (Map.Entry<String, HostTensor> entry : sorted.entrySet()) {
      checkWritable(entry.getKey(), entry.getValue());
      long begin = end;
      end += 4L * entry.getValue().values().length;
      header.add(entry.getKey(), describe(entry.getValue(), begin, end));
    }
    byte[] json = header.toString().getBytes(StandardCharsets.UTF_8);
    // the data begins at a multiple of 8, so that others may map it into memory
    int padded = (json.length + 7) / 8 * 8;
    ByteBuffer bytes =
        ByteBuffer.allocate(Math.toIntExact(8 + padded + end)).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putLong(padded).put(json);
    for (int i = json.length; i < padded; i++) {
      bytes.put((byte) ' ');
    }
    for (HostTensor tensor : sorted.values()) {
      bytes.asFloatBuffer().put(tensor.values());
      bytes.position(bytes.position() + 4 * tensor.values().length);
    }
    return bytes.array();
  }

  private static JsonObject describe(HostTensor tensor, long begin, long end) {
    JsonArray shape = new JsonArray();
    for (long side : tensor.shape()) {
      shape.add(side);
    }
    JsonArray offsets = new JsonArray();
    offsets.add(begin);
    offsets.add(end);
    JsonObject description = new JsonObject();
    description.addProperty("dtype", "F32");
    description.add("shape", shape);
    description.add("data_offsets", offsets);
    return description;
  }

  private static void checkWritable(String name, HostTensor tensor) {
    if (name.equals(METADATA)) {
      throw new IllegalArgumentException(METADATA + " is no name for a tensor");
    }
    for (float value : tensor.values()) {
      if (!Float.isFinite(value)) {
        throw new LabException(
            "The weights are not saved, for "
                + name
                + " holds a value that is not finite; train again with a smaller learning rate.");
      }
    }
  }
}
