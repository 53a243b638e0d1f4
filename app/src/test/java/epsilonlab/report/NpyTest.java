package epsilonlab.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import epsilonlab.engine.HostTensor;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class NpyTest {
  @Test
  void theBytesAreThoseOfTheFormat() {
    byte[] bytes = Npy.bytes(new HostTensor(new float[] {1, -2}, 2));
    assertArrayEquals(
        new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, 118, 0}, Arrays.copyOf(bytes, 10));
    String header = new String(bytes, 10, 118, StandardCharsets.US_ASCII);
    assertEquals("{'descr': '<f4', 'fortran_order': False, 'shape': (2,), }", header.strip());
    assertTrue(header.endsWith(" \n"));
    assertArrayEquals(
        new byte[] {0, 0, (byte) 0x80, 0x3f, 0, 0, 0, (byte) 0xc0},
        Arrays.copyOfRange(bytes, 128, bytes.length));
  }

  @Test
  void shapesAndValuesComeBack() throws Exception {
    for (long[] shape : new long[][] {{}, {6}, {0, 3}, {1, 2, 3}, {6, 1, 1, 1, 1, 1, 1, 1, 1}}) {
      float[] values = new float[(int) HostTensor.count(shape)];
      Arrays.setAll(new Object[values.length], i -> values[i] = i / 3f);
      NumpyFiles.NumpyArray read = NumpyFiles.npy(Npy.bytes(new HostTensor(values, shape)));
      assertArrayEquals(shape, read.shape());
      assertArrayEquals(values, read.floats());
    }
  }

  @Test
  void arraysThatNumpyWroteComeOutTheSame() throws Exception {
    Path file =
        Stream.of(
                Path.of(System.getProperty("epsilonlab.shared", "../shared")),
                Path.of("../../shared"))
            .map(place -> place.resolve("reference/lenet-first20.npz"))
            .filter(Files::exists)
            .findFirst()
            .orElseGet(() -> Assumptions.abort("SKIPPED: no shared/reference/lenet-first20.npz"));
    Map<String, NumpyFiles.NumpyArray> arrays = NumpyFiles.npz(file);
    assertArrayEquals(new long[] {20, 10}, arrays.get("logits").shape());
    try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        byte[] theirs = zip.readAllBytes();
        NumpyFiles.NumpyArray array = NumpyFiles.npy(theirs);
        if (array.floats() != null) {
          assertArrayEquals(theirs, Npy.bytes(new HostTensor(array.floats(), array.shape())));
        }
      }
    }
  }
}
