package epsilonlab.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import epsilonlab.engine.HostTensor;
import epsilonlab.engine.LabException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SafetensorsTest {
  @TempDir Path temporary;

  @ParameterizedTest
  @CsvSource({"logistic,7850", "mlp,178110", "lenet,21840", "small-cnn,166406"})
  void filesOfPythonOpenAndComeOutTheSame(String model, long parameters) throws Exception {
    Path file = SharedFiles.of("reference/" + model + ".safetensors");
    Safetensors read = Safetensors.read(file);
    assertEquals(Map.of("format", "pt", "architecture", model), read.metadata());
    assertEquals(parameters, read.weights().parameterCount());

    byte[] python = Files.readAllBytes(file);
    byte[] ours = read.toBytes();
    assertEquals(python.length, ours.length);
    if (!model.equals("mlp")) {
      // Python leaves the order of the metadata to chance, and that of mlp is not sorted
      assertArrayEquals(python, ours);
    }
    assertEquals(read, Safetensors.parse(ours, "ours"));
  }

  @Test
  void valuesAreWhereTheHeaderSays() {
    byte[] file =
        file(
            "{\"b\":{\"dtype\":\"F32\",\"shape\":[2,1],\"data_offsets\":[8,16]},"
                + "\"a\":{\"dtype\":\"F64\",\"shape\":[],\"data_offsets\":[0,8]},"
                + "\"h\":{\"dtype\":\"F16\",\"shape\":[3],\"data_offsets\":[16,22]},"
                + "\"empty\":{\"dtype\":\"F32\",\"shape\":[0,5],\"data_offsets\":[22,22]}}",
            buffer(22)
                .putDouble(0.1)
                .putFloat(-3.25f)
                .putFloat(Float.MIN_VALUE)
                .putShort((short) 0xc100) // -2.5
                .putShort((short) 0x0001) // 2^-24
                .putShort((short) 0x7bff) // 65504
                .array());
    Weights weights = Safetensors.parse(file, "x").weights();
    assertEquals(new HostTensor(new float[] {0.1f}), weights.get("a"));
    assertEquals(new HostTensor(new float[] {-3.25f, Float.MIN_VALUE}, 2, 1), weights.get("b"));
    assertEquals(new HostTensor(new float[] {-2.5f, 5.9604645e-8f, 65504f}, 3), weights.get("h"));
    assertEquals(6, weights.parameterCount());
    assertThrows(IllegalArgumentException.class, () -> weights.get("c"));
  }

  @Property(tries = 100)
  void whatIsWrittenIsRead(
      @ForAll @Size(min = 1, max = 6) Map<String, float[]> tensors,
      @ForAll @Size(max = 4) Map<String, String> metadata) {
    Map<String, HostTensor> hosts = new LinkedHashMap<>();
    tensors.forEach(
        (name, values) -> {
          float[] finite = values.clone();
          for (int i = 0; i < finite.length; i++) {
            finite[i] = Float.isFinite(finite[i]) ? finite[i] : i;
          }
          hosts.put(text(name), new HostTensor(finite, 1, finite.length));
        });
    Map<String, String> texts = new LinkedHashMap<>();
    metadata.forEach((key, value) -> texts.put(text(key), text(value)));
    Safetensors original = new Safetensors(Weights.of(hosts), texts);
    byte[] bytes = original.toBytes();
    assertEquals(original, Safetensors.parse(bytes, "written"));
    assertEquals(0, ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong() % 8);
  }

  // half a surrogate pair has no UTF-8
  private static String text(String any) {
    return new String(any.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }

  @Property(tries = 300)
  void noBytesEndInAnythingButWeightsOrOneSentence(@ForAll byte[] tail, @ForAll byte cut) {
    byte[] good =
        new Safetensors(Weights.of(Map.of("w", new HostTensor(new float[4], 4))), Map.of())
            .toBytes();
    byte[] mixed = good.clone();
    int from = Math.floorMod(cut, good.length);
    System.arraycopy(tail, 0, mixed, from, Math.min(tail.length, good.length - from));
    for (byte[] bytes : new byte[][] {tail, mixed, Arrays.copyOf(good, from)}) {
      try {
        Safetensors.parse(bytes, "x");
      } catch (LabException told) {
        assertTrue(told.getMessage().startsWith("The weights file x "), told.getMessage());
      }
    }
  }

  @Test
  void theOrderOfTheMapDoesNotMatter() {
    HostTensor one = new HostTensor(new float[] {1}, 1);
    HostTensor two = new HostTensor(new float[] {2, 3}, 2);
    Map<String, HostTensor> ab = new LinkedHashMap<>();
    ab.put("a", one);
    ab.put("b", two);
    Map<String, HostTensor> ba = new LinkedHashMap<>();
    ba.put("b", two);
    ba.put("a", one);
    assertEquals(Weights.of(ab), Weights.of(ba));
    assertArrayEquals(
        new Safetensors(Weights.of(ab), Map.of()).toBytes(),
        new Safetensors(Weights.of(ba), Map.of()).toBytes());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'w':{'dtype':'BF16','shape':[4],'data_offsets':[0,8]}} | \"w\" has dtype BF16",
        "{'w':{'dtype':'I16','shape':[4],'data_offsets':[0,8]}} | \"w\" has dtype I16",
        "{'w':{'dtype':3,'shape':[2],'data_offsets':[0,8]}} | \"w\" is not described",
        "{'w':{'dtype':'F32','shape':[3],'data_offsets':[0,8]}} | needs 12 bytes by its shape",
        "{'w':{'dtype':'F32','shape':[2],'data_offsets':[-4,4]}} | data_offsets with -4",
        "{'w':{'dtype':'F32','shape':[2],'data_offsets':[0,8.0]}} | data_offsets with 8.0",
        "{'w':{'dtype':'F32','shape':[2],'data_offsets':[8,0]}} | beginning and an end",
        "{'w':{'dtype':'F32','shape':[2],'data_offsets':[0]}} | beginning and an end",
        "{'w':{'dtype':'F32','shape':[2],'data_offsets':[0,9223372036854775808]}} | data_offsets with",
        "{'w':{'dtype':'F32','shape':[2],'data_offsets':[8,16]}} | only 8 are there",
        "{'w':{'dtype':'F32','shape':[99999999999,99999999999],'data_offsets':[0,8]}} | impossible",
        "{'w':{'dtype':'F32','shape':[4611686018427387906],'data_offsets':[0,8]}} | shape with",
        "{'w':{'dtype':'F32','shape':[500000000000000002],'data_offsets':[0,8]}} | by its shape",
        "{'w':{'dtype':'F32','shape':[-2],'data_offsets':[0,8]}} | shape with -2",
        "{'w':{'dtype':'F32','shape':2,'data_offsets':[0,8]}} | has no shape",
        "{'w':{'dtype':'F32','shape':[1],'data_offsets':[4,8]}} | leaves a gap",
        "{'w':{'dtype':'F32','shape':[1],'data_offsets':[0,4]}} | 4 bytes that belong to no",
        "{'v':{'dtype':'F32','shape':[2],'data_offsets':[0,8]},'w':{'dtype':'F32','shape':[1],'data_offsets':[4,8]}} | overlaps",
        "{'w':7} | \"w\" is not described",
        "{'__metadata__':{'a':1}} | not a text",
        "{'__metadata__':[]} | not texts",
        "{'__metadata__':{'a':'b'}} | holds no weights",
        "{} | holds no weights",
        "[1,2,3] | not one JSON object",
        "{} {} | not JSON",
        "{w:1} | not JSON",
        "{'w': | not JSON"
      })
  void aBadHeaderIsOneSentence(String header, String part) {
    refused(file(header.replace('\'', '"'), new byte[8]), part);
  }

  @Test
  void badLengthsAreOneSentenceAndAllocateNothing() {
    refused(new byte[0], "is empty");
    refused("hello".getBytes(StandardCharsets.UTF_8), "not a safetensors file");
    refused("a longer text file\n".getBytes(StandardCharsets.UTF_8), "no safetensors file");
    for (long length : new long[] {1L << 62, -1, Long.MIN_VALUE, Integer.MAX_VALUE, 3, 1, 0}) {
      refused(
          buffer(10).putLong(length).put((byte) '{').put((byte) '}').array(),
          "should have " + Long.toUnsignedString(length) + " bytes");
    }
    refused(new byte[] {'P', 'K', 3, 4, 0, 0, 0, 0, 0}, "zip archive");
    byte[] noText = buffer(12).putLong(4).put(new byte[] {'{', (byte) 0xff, 0, '}'}).array();
    refused(noText, "not text");
    refused(file("{\"w\":" + "[".repeat(100_000), new byte[0]), "not JSON");
  }

  @ParameterizedTest
  @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
  void weightsThatAreNotFiniteAreRefusedBothWays(float bad) {
    String header = "{\"w\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}}";
    refused(file(header, buffer(8).putFloat(1).putFloat(bad).array()), "\"w\" holds a value");
    Weights weights = Weights.of(Map.of("w", new HostTensor(new float[] {bad}, 1)));
    assertThrows(LabException.class, () -> new Safetensors(weights, Map.of()).toBytes());
    String wide = header.replace("F32", "F64").replace("[2]", "[1]");
    refused(file(wide, buffer(8).putDouble(1e300).array()), "not finite");
  }

  @Test
  void halfAFileIsOneSentence() throws Exception {
    byte[] whole = Files.readAllBytes(SharedFiles.of("reference/lenet.safetensors"));
    for (int length : new int[] {7, 8, 300, 5000, whole.length - 1}) {
      refused(Arrays.copyOf(whole, length), "The weights file x ");
    }
    refused(Arrays.copyOf(whole, whole.length + 1), "1 bytes that belong to no weights");
  }

  @Test
  void placesThatAreNoFileAreOneSentence() {
    Path none = temporary.resolve("none.safetensors");
    assertTrue(told(none).startsWith("There is no weights file " + none));
    assertTrue(told(temporary).contains("is a folder"));
  }

  @Test
  void aFileThatCannotBeWrittenLeavesTheOldOne() throws Exception {
    Safetensors some =
        new Safetensors(Weights.of(Map.of("w", new HostTensor(new float[] {1}, 1))), Map.of());
    Path file = temporary.resolve("w.safetensors");
    some.write(file);
    Weights bad = Weights.of(Map.of("w", new HostTensor(new float[] {Float.NaN}, 1)));
    assertThrows(LabException.class, () -> new Safetensors(bad, Map.of()).write(file));
    assertEquals(some, Safetensors.read(file));
    Path nowhere = temporary.resolve("none/w.safetensors");
    assertThrows(LabException.class, () -> some.write(nowhere));
    assertFalse(Files.exists(nowhere));
    assertEquals(1, temporary.toFile().list().length);
  }

  private static String told(Path file) {
    return assertThrows(LabException.class, () -> Safetensors.read(file)).getMessage();
  }

  private static void refused(byte[] bytes, String part) {
    String told =
        assertThrows(LabException.class, () -> Safetensors.parse(bytes, "x")).getMessage();
    assertTrue(told.startsWith("The weights file x ") && told.endsWith("."), told);
    assertTrue(told.contains(part), told);
  }

  private static ByteBuffer buffer(int length) {
    return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static byte[] file(String header, byte[] data) {
    byte[] json = header.getBytes(StandardCharsets.UTF_8);
    return buffer(8 + json.length + data.length).putLong(json.length).put(json).put(data).array();
  }
}
