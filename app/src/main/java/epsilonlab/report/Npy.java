package epsilonlab.report;

import epsilonlab.engine.HostTensor;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Arrays as NumPy's {@code .npy} files: version 1.0, little-endian float32, C order.
 *
 * @see <a href="https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html">the
 *     format</a>
 */
public final class Npy {
  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0};
  private static final int ALIGNMENT = 64;

  private Npy() {}

  /** The file's bytes for an array of any shape. */
  public static byte[] bytes(HostTensor tensor) {
    long[] shape = tensor.shape();
    // a tuple of one needs a comma in Python
    String tuple =
        Arrays.stream(shape)
            .mapToObj(Long::toString)
            .collect(Collectors.joining(", ", "(", shape.length == 1 ? ",)" : ")"));
    String header = "{'descr': '<f4', 'fortran_order': False, 'shape': " + tuple + ", }";
    int start = roundUp(MAGIC.length + 2 + header.length() + 1);
    ByteBuffer bytes =
        ByteBuffer.allocate(Math.addExact(start, Math.multiplyExact(4, tensor.values().length)))
            .order(ByteOrder.LITTLE_ENDIAN);
    bytes.put(MAGIC).putShort((short) (start - MAGIC.length - 2));
    bytes.put(header.getBytes(StandardCharsets.US_ASCII));
    while (bytes.position() < start - 1) {
      bytes.put((byte) ' ');
    }
    bytes.put((byte) '\n').asFloatBuffer().put(tensor.values());
    return bytes.array();
  }

  private static int roundUp(int length) {
    return (length + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
  }
}
