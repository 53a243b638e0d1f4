package epsilonlab.report;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Reads the arrays that NumPy wrote, for tests: float32 and int64 in C order. */
public final class NumpyFiles {
  private static final Pattern HEADER =
      Pattern.compile(
          "\\{'descr': '(<f4|<i8)', 'fortran_order': False, 'shape': \\(([0-9, ]*)\\), \\} *\n");

  private NumpyFiles() {}

  /** An array: either {@code floats} or {@code longs} holds its values, the other is null. */
  public record NumpyArray(float[] floats, long[] longs, long[] shape) {}

  /** All arrays of an {@code .npz} file by name. */
  public static Map<String, NumpyArray> npz(Path file) throws IOException {
    Map<String, NumpyArray> arrays = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        arrays.put(entry.getName().replaceFirst("\\.npy$", ""), npy(zip.readAllBytes()));
      }
    }
    return arrays;
  }

  /** The array of an {@code .npy} file. */
  public static NumpyArray npy(Path file) throws IOException {
    return npy(Files.readAllBytes(file));
  }

  /** The array in the bytes of an {@code .npy} file. */
  public static NumpyArray npy(byte[] bytes) throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    byte[] magic = new byte[8];
    buffer.get(magic);
    byte[] header = new byte[buffer.getShort() & 0xffff];
    buffer.get(header);
    Matcher matcher = HEADER.matcher(new String(header, StandardCharsets.US_ASCII));
    boolean known = Arrays.equals(magic, new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0});
    if (!known || !matcher.matches()) {
      throw new IOException(
          "not an array that this reads: " + new String(header, StandardCharsets.US_ASCII));
    }
    long[] shape =
        Arrays.stream(matcher.group(2).split(","))
            .map(String::strip)
            .filter(side -> !side.isEmpty())
            .mapToLong(Long::parseLong)
            .toArray();
    int count = (int) Arrays.stream(shape).reduce(1, (a, b) -> a * b);
    boolean isFloat = matcher.group(1).equals("<f4");
    if (buffer.remaining() != count * (isFloat ? 4L : 8L)) {
      throw new IOException(buffer.remaining() + " bytes for " + Arrays.toString(shape));
    }
    float[] floats = isFloat ? new float[count] : null;
    long[] longs = isFloat ? null : new long[count];
    if (isFloat) {
      buffer.asFloatBuffer().get(floats);
    } else {
      buffer.asLongBuffer().get(longs);
    }
    return new NumpyArray(floats, longs, shape);
  }
}
