package epsilonlab.report.capsule;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Zips that the lab would not write. */
public final class CapsuleZips {
  private CapsuleZips() {}

  /** A zip of texts. */
  static byte[] of(Map<String, byte[]> files) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue());
        zip.closeEntry();
      }
    }
    return bytes.toByteArray();
  }

  /** One entry of nothing but zeros: 64 MB out of 64 KB. */
  public static byte[] bomb() throws IOException {
    return of(Map.of("report/bomb.png", new byte[64 << 20]));
  }

  /** The files of a sound capsule, to be spoilt. */
  static Map<String, byte[]> sound() {
    return new LinkedHashMap<>(CapsuleZip.unpack(CapsuleFile.toBytes(small())));
  }

  /** A capsule with one picture and two numbers. */
  static Capsule small() {
    Capsule empty = Capsule.empty("1", "a test", "Small");
    return new Capsule(
        empty.lab(),
        empty.createdBy(),
        empty.title(),
        empty.experiment(),
        empty.data(),
        empty.indices(),
        empty.facts(),
        empty.lesson(),
        empty.moments(),
        java.util.List.of(
            new RecordedNumber("accuracy", 0.5), new RecordedNumber("threshold", 1e300)),
        java.util.List.of(),
        Map.of(),
        Map.of("results/result.json", "{}".getBytes(StandardCharsets.UTF_8)));
  }
}
