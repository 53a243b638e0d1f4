package epsilonlab.report.capsule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import epsilonlab.engine.LabException;
import epsilonlab.report.PngFiles;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Capsules of a stranger: each gets one sentence, and nothing is left on the disk. */
class HostileCapsulesTest {
  private static final String MANIFEST = EntryName.MANIFEST;

  @TempDir Path folder;

  /** A capsule's bytes, and words that the sentence must have. */
  private record Hostile(String name, byte[] bytes, String words) {}

  @TestFactory
  Stream<DynamicTest> eachGetsOneSentence() throws IOException {
    return hostile().stream()
        .map(each -> dynamicTest(each.name(), () -> assertRefused(each.bytes(), each.words())));
  }

  private void assertRefused(byte[] bytes, String words) throws IOException {
    Path file = Files.write(folder.resolve("hostile.epsilab"), bytes);
    LabException refused = assertThrows(LabException.class, () -> CapsuleFile.read(file));
    String sentence = refused.getMessage();
    assertTrue(sentence.contains(words), sentence);
    assertTrue(sentence.endsWith("."), sentence);
    assertFalse(sentence.contains("\n") || sentence.contains("Exception"), sentence);
    assertTrue(sentence.length() < 500, sentence);
    try (Stream<Path> left = Files.walk(folder)) {
      assertEquals(List.of(folder, file), left.sorted().toList());
    }
  }

  private static List<Hostile> hostile() throws IOException {
    byte[] sound = CapsuleFile.toBytes(CapsuleZips.small());
    return List.of(
        new Hostile("empty", new byte[0], "is empty"),
        new Hostile("not a zip", "hello, world".getBytes(StandardCharsets.UTF_8), "is no zip"),
        new Hostile("truncated", Arrays.copyOf(sound, sound.length / 2), "cut off or damaged"),
        new Hostile("without its end", Arrays.copyOf(sound, sound.length - 10), "cut off"),
        new Hostile("header alone", new byte[] {'P', 'K', 3, 4}, "cut off"),
        new Hostile("zip bomb", CapsuleZips.bomb(), "200 times its size"),
        new Hostile("many bombs", bombs(), "unpacks to more"),
        new Hostile("zip in a zip", entry("report/inner.zip", sound), "belongs to no capsule"),
        new Hostile("parent folder", entry("../evil.json", "{}"), "leads out of its folder"),
        new Hostile("parent folder inside", entry("report/../../evil.json", "{}"), "leads out"),
        new Hostile("absolute path", entry("/etc/evil.json", "{}"), "absolute path"),
        new Hostile("drive", entry("C:/evil.json", "{}"), "absolute path"),
        new Hostile("backslashes", entry("report\\evil.json", "{}"), "backslash"),
        new Hostile("program", entry("weights/model.pt", "x"), "belongs to no capsule"),
        new Hostile("script", entry("report/run.sh", "x"), "belongs to no capsule"),
        new Hostile("hidden file", entry("report/.profile", "x"), "belongs to no capsule"),
        new Hostile("device name", entry("report/con.json", "x"), "belongs to no capsule"),
        new Hostile(
            "long name",
            entry("report/" + "x".repeat(300) + ".json", "x"),
            "more than 120 letters"),
        new Hostile("control characters", entry("report/\u001b[31m.json", "x"), "?[31m"),
        new Hostile("the same entry twice", twice("results/result.json"), "twice"),
        new Hostile("the same but for case", cased(), "belongs to no capsule"),
        new Hostile("link", link(), "is a link"),
        new Hostile("too many entries", many(), "more than 1,000 entries"),
        new Hostile("no manifest", without(MANIFEST), "has no manifest.json"),
        new Hostile("entry missing", without("results/result.json"), "lacks its entry"),
        new Hostile("entry not listed", with("report/more.json", "{}"), "does not list"),
        new Hostile("entry changed", with("results/result.json", "[]"), "changed since"),
        new Hostile("manifest empty", with(MANIFEST, ""), "not JSON"),
        new Hostile("manifest an array", with(MANIFEST, "[]"), "not one JSON object"),
        new Hostile("manifest not closed", with(MANIFEST, "{\"a\": [1, "), "not JSON"),
        new Hostile("two manifests in one", with(MANIFEST, "{} {}"), "not JSON"),
        new Hostile(
            "manifest no text", with(MANIFEST, new byte[] {'{', (byte) 0xff, '}'}), "UTF-8"),
        new Hostile(
            "deep JSON",
            with(MANIFEST, "{\"a\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}"),
            "nests too deeply"),
        new Hostile("a key twice", with(MANIFEST, "{\"a\": 1, \"a\": 2}"), "says 'a' twice"),
        new Hostile("huge number", with(MANIFEST, "{\"a\": 1e999999999}"), "too large"),
        new Hostile("long number", with(MANIFEST, "{\"a\": " + "9".repeat(900) + "}"), "too long"),
        new Hostile("NaN as JSON", with(MANIFEST, "{\"a\": NaN}"), "not JSON"),
        new Hostile("Infinity as JSON", with(MANIFEST, "{\"a\": -Infinity}"), "not JSON"),
        new Hostile("other format", manifest("format", "docx"), "another program"),
        new Hostile("later version", manifest("version", 2), "has version 2"),
        new Hostile("negative version", manifest("version", -1), "version -1"),
        new Hostile("unknown key", manifest("execute", "rm"), "unknown 'execute'"),
        new Hostile("title no text", manifest("title", 7), "title"),
        new Hostile("title too long", manifest("title", "x".repeat(5_000)), "title"),
        new Hostile("NaN as text", number("NaN"), "'NaN'"),
        new Hostile("negative size", changed(root -> entryOf(root).addProperty("bytes", -2)), "-2"),
        new Hostile(
            "size with a fraction",
            changed(root -> entryOf(root).addProperty("bytes", 2.5)),
            "2.5"),
        new Hostile(
            "huge size",
            changed(root -> entryOf(root).addProperty("bytes", 999_999_999_999_999L)),
            "too large"),
        new Hostile(
            "wrong hash",
            changed(root -> entryOf(root).addProperty("sha256", "0".repeat(64))),
            "changed since"),
        new Hostile(
            "entry listed twice",
            changed(root -> root.getAsJsonArray("entries").add(entryOf(root).deepCopy())),
            "lists the entry"),
        new Hostile(
            "too many moments", changed(HostileCapsulesTest::manyMoments), "has 501 moments"),
        new Hostile(
            "too many indices", changed(HostileCapsulesTest::manyIndices), "has 1001 indices"),
        new Hostile("unknown fact in a moment", moment("lab.shell", "rm"), "sets 'lab.shell'"),
        new Hostile("fact that is only seen", moment("attack.label", 3), "cannot be set"),
        new Hostile("fact with a wrong kind", moment("attack.epsilon", "big"), "is a number"),
        new Hostile(
            "fact that is no number",
            changed(root -> root.getAsJsonArray("moments").add(noNumber())),
            "is a number"),
        new Hostile("fact with a wrong choice", moment("lab.tab", "shell"), "is one of"),
        new Hostile(
            "facts of a wrong kind",
            changed(root -> root.getAsJsonObject("facts").addProperty("attack.epsilon", "big")),
            "values that they cannot have"),
        new Hostile(
            "lesson that is a path",
            changed(root -> root.add("lesson", json("{\"id\":\"../x\",\"progress\":\"\"}"))),
            "an id that is none"),
        new Hostile(
            "option with a dash",
            changed(root -> root.add("experiment", experiment("\"--out\": [\"/tmp\"]"))),
            "that is none"),
        new Hostile(
            "option with a line end",
            changed(root -> root.add("experiment", experiment("\"steps\": [\"1\\n2\"]"))),
            "control characters"),
        new Hostile("too many results", shown(51, 0), "has 51 shown, more than 50"),
        new Hostile("too many numbers in all", shown(3, 200_000), "more than 500,000 numbers"),
        new Hostile(
            "a result without its data",
            changed(root -> root.add("shown", results(1, 1, result -> result.remove("data")))),
            "the lab did not write"),
        new Hostile(
            "a result without its numbers",
            changed(root -> root.add("shown", results(1, 1, result -> result.remove("numbers")))),
            "the lab did not write"),
        new Hostile("weights that lie", weights(lyingWeights()), "weights/w.safetensors"),
        new Hostile("weights that are a pickle", weights("PK\3\4xxxxxxxx"), "zip archive"));
  }

  private static byte[] entry(String name, String text) throws IOException {
    return entry(name, text.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] entry(String name, byte[] bytes) throws IOException {
    return CapsuleZips.of(Map.of(name, bytes));
  }

  private static byte[] without(String name) throws IOException {
    Map<String, byte[]> files = CapsuleZips.sound();
    files.remove(name);
    return CapsuleZips.of(files);
  }

  private static byte[] with(String name, String text) throws IOException {
    return with(name, text.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] with(String name, byte[] bytes) throws IOException {
    Map<String, byte[]> files = CapsuleZips.sound();
    files.put(name, bytes);
    return CapsuleZips.of(files);
  }

  /** A capsule whose manifest was changed, with everything else as it was. */
  private static byte[] changed(Consumer<JsonObject> change) throws IOException {
    byte[] manifest = CapsuleZips.sound().get(MANIFEST);
    JsonObject root = json(new String(manifest, StandardCharsets.UTF_8));
    change.accept(root);
    return with(MANIFEST, root.toString());
  }

  private static JsonObject json(String text) {
    return JsonParser.parseString(text).getAsJsonObject();
  }

  private static byte[] manifest(String key, Object value) throws IOException {
    return changed(root -> root.add(key, primitive(value)));
  }

  private static JsonPrimitive primitive(Object value) {
    return value instanceof Number number
        ? new JsonPrimitive(number)
        : new JsonPrimitive(value.toString());
  }

  private static JsonObject entryOf(JsonObject root) {
    return root.getAsJsonArray("entries").get(0).getAsJsonObject();
  }

  private static byte[] number(String value) throws IOException {
    return changed(
        root ->
            root.getAsJsonArray("numbers").get(0).getAsJsonObject().addProperty("value", value));
  }

  private static void manyMoments(JsonObject root) {
    for (int i = 0; i < 501; i++) {
      root.getAsJsonArray("moments").add(new JsonObject());
    }
  }

  private static void manyIndices(JsonObject root) {
    for (int i = 0; i < 1_001; i++) {
      root.getAsJsonArray("indices").add("" + i);
    }
  }

  private static byte[] moment(String fact, Object value) throws IOException {
    JsonObject moment = json("{\"title\":\"t\",\"say\":\"s\",\"settings\":{},\"covered\":[]}");
    moment.getAsJsonObject("settings").add(fact, primitive(value));
    return changed(root -> root.getAsJsonArray("moments").add(moment));
  }

  private static JsonObject noNumber() {
    return json(
        "{\"title\":\"t\",\"say\":\"s\",\"covered\":[],"
            + "\"settings\":{\"pca.components\":{\"inf\":0}}}");
  }

  private static JsonObject experiment(String option) {
    return json(
        "{\"command\":\"attack\",\"options\":{"
            + option
            + "},\"settings\":{},\"seed\":0,\"dataset\":\"mnist\"}");
  }

  private static byte[] shown(int count, int numbers) throws IOException {
    return changed(root -> root.add("shown", results(count, numbers, result -> {})));
  }

  private static JsonArray results(int count, int numbers, Consumer<JsonObject> change) {
    JsonArray all = new JsonArray();
    for (int i = 0; i < count; i++) {
      JsonObject result = new JsonObject();
      result.add("experiment", experiment(""));
      result.add(
          "data",
          json(
              "{\"id\":\"mnist\",\"name\":\"MNIST\",\"source\":\"s\",\"sha256\":\""
                  + "ab".repeat(32)
                  + "\"}"));
      JsonArray list = new JsonArray();
      for (int n = 0; n < numbers; n++) {
        list.add(json("{\"name\":\"a\",\"value\":1}"));
      }
      result.add("numbers", list);
      change.accept(result);
      all.add(result);
    }
    return all;
  }

  private static byte[] weights(String bytes) throws IOException {
    return weights(bytes.getBytes(StandardCharsets.ISO_8859_1));
  }

  private static byte[] weights(byte[] bytes) {
    return CapsuleFile.toBytes(
        CapsuleZips.small().withFiles(Map.of("weights/w.safetensors", bytes)));
  }

  /** A header that promises a tensor of a terabyte. */
  private static byte[] lyingWeights() {
    byte[] header =
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[250000000000],\"data_offsets\":[0,1000000000000]}}"
            .getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(8 + header.length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putLong(header.length)
        .put(header)
        .array();
  }

  /** Five times the same packed 60 MB, each with enough noise to be below the ratio. */
  private static byte[] bombs() throws IOException {
    byte[] noise = new byte[1 << 20];
    new java.util.Random(1).nextBytes(noise);
    byte[] large = Arrays.copyOf(noise, 60 << 20);
    java.util.zip.CRC32 crc = new java.util.zip.CRC32();
    crc.update(large);
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    java.util.zip.Deflater fast = new java.util.zip.Deflater(1, true);
    try (var deflater = new java.util.zip.DeflaterOutputStream(packed, fast)) {
      deflater.write(large);
    }
    fast.end();
    return written(
        out -> {
          for (int i = 0; i < 5; i++) {
            ZipArchiveEntry entry = new ZipArchiveEntry("report/" + i + ".png");
            entry.setMethod(ZipArchiveEntry.DEFLATED);
            entry.setSize(large.length);
            entry.setCompressedSize(packed.size());
            entry.setCrc(crc.getValue());
            out.addRawArchiveEntry(entry, new java.io.ByteArrayInputStream(packed.toByteArray()));
          }
        });
  }

  private static byte[] many() throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    for (int i = 0; i < 1_100; i++) {
      files.put("report/" + i + ".json", new byte[0]);
    }
    return CapsuleZips.of(files);
  }

  private static byte[] cased() throws IOException {
    return with("RESULTS/result.json", "{}");
  }

  /** Java's own writer refuses two entries of one name. */
  private static byte[] twice(String name) throws IOException {
    return written(
        out -> {
          for (String text : List.of("{}", "{\"other\": 1}")) {
            ZipArchiveEntry entry = new ZipArchiveEntry(name);
            out.putArchiveEntry(entry);
            out.write(text.getBytes(StandardCharsets.UTF_8));
            out.closeArchiveEntry();
          }
        });
  }

  private static byte[] link() throws IOException {
    return written(
        out -> {
          ZipArchiveEntry entry = new ZipArchiveEntry("results/result.json");
          entry.setUnixMode(0120777);
          out.putArchiveEntry(entry);
          out.write("/etc/passwd".getBytes(StandardCharsets.UTF_8));
          out.closeArchiveEntry();
        });
  }

  private interface Entries {
    void into(ZipArchiveOutputStream out) throws IOException;
  }

  private static byte[] written(Entries entries) throws IOException {
    SeekableInMemoryByteChannel channel = new SeekableInMemoryByteChannel();
    try (ZipArchiveOutputStream out = new ZipArchiveOutputStream(channel)) {
      entries.into(out);
    }
    return Arrays.copyOf(channel.array(), (int) channel.size());
  }

  @Test
  void whatIsNoFile() throws IOException {
    Path none = folder.resolve("none.epsilab");
    assertTrue(message(none).contains("There is no capsule"));
    assertTrue(message(folder).contains("is a folder"));
    Path large = folder.resolve("large.epsilab");
    try (var file = new java.io.RandomAccessFile(large.toFile(), "rw")) {
      file.setLength(CapsuleLimits.FILE + 1);
    }
    assertTrue(message(large).contains("larger than 128 MB"));
  }

  private static String message(Path file) {
    return assertThrows(LabException.class, () -> CapsuleFile.read(file)).getMessage();
  }

  @Test
  void whatZipProgramsAddIsFine() throws IOException {
    Map<String, byte[]> files = CapsuleZips.sound();
    files.put("results/", new byte[0]);
    assertEquals(CapsuleZips.small().numbers(), CapsuleFile.parse(CapsuleZips.of(files)).numbers());
  }

  @Test
  void picturesOfAReportAreBounded() {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    png.writeBytes(
        ByteBuffer.allocate(24)
            .putLong(0x89504e470d0a1a0aL)
            .putInt(13)
            .putInt(0x49484452)
            .putInt(60_000)
            .putInt(60_000)
            .array());
    String report =
        "{\"title\":\"t\",\"summary\":\"\",\"sections\":[{\"title\":\"s\",\"blocks\":[{\"picture\":"
            + "{\"file\":\"%s\",\"width\":10,\"caption\":\"\",\"description\":\"\"}}]}]}";
    for (String name : List.of("huge.png", "missing.png", "../results/result.json")) {
      Capsule capsule =
          CapsuleZips.small()
              .withFiles(
                  Map.of(
                      "report/huge.png",
                      png.toByteArray(),
                      "report/report.json",
                      report.formatted(name).getBytes(StandardCharsets.UTF_8)));
      String sentence =
          assertThrows(LabException.class, () -> CapsuleReport.of(capsule)).getMessage();
      assertTrue(sentence.startsWith("The report in the capsule cannot be used"), sentence);
    }
    for (String text : List.of("{}", "[]", "{\"sections\":[{\"blocks\":[{}]}]}", "nonsense")) {
      Capsule capsule =
          CapsuleZips.small()
              .withFiles(Map.of("report/report.json", text.getBytes(StandardCharsets.UTF_8)));
      assertThrows(LabException.class, () -> CapsuleReport.of(capsule), text);
    }
  }

  private static byte[] digit() {
    return PngFiles.digit(new float[784], 2, PngFiles.Ink.LIGHT_ON_DARK);
  }

  @Test
  void aPictureOfASoundHeaderAndNothingBehindItIsDamaged() {
    byte[] sound = digit();
    for (int length = 24; length < sound.length - 20; length += 10) {
      Capsule capsule =
          CapsuleZips.small().withFiles(Map.of("report/a.png", Arrays.copyOf(sound, length)));
      ReportPictures pictures = new ReportPictures(capsule, 1_000_000);
      CapsuleFault fault = assertThrows(CapsuleFault.class, () -> pictures.png("a.png"));
      assertTrue(fault.getMessage().endsWith("is damaged"), fault.getMessage());
    }
  }

  @Test
  void aPictureCannotBeShownWithoutEnd() {
    Capsule capsule = CapsuleZips.small().withFiles(Map.of("report/a.png", digit()));
    ReportPictures pictures = new ReportPictures(capsule, 3L * 56 * 56);
    for (int i = 0; i < 3; i++) {
      assertEquals(digit().length, pictures.png("a.png").length);
    }
    CapsuleFault fault = assertThrows(CapsuleFault.class, () -> pictures.png("a.png"));
    assertTrue(fault.getMessage().contains("more pictures"), fault.getMessage());
  }
}
