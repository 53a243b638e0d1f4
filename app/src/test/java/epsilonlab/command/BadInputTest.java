package epsilonlab.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import epsilonlab.engine.Seed;
import epsilonlab.model.Architectures;
import epsilonlab.model.Safetensors;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Every case of shared/checks/bad-input: the exit code, one sentence, and nothing left behind. */
class BadInputTest {
  @TempDir static Path folder;
  private static Path data;
  private static Path weights;
  private static String homeBefore;

  @BeforeAll
  static void write() throws IOException {
    homeBefore = System.getProperty("epsilonlab.home");
    System.setProperty("epsilonlab.home", folder.resolve("home").toString());
    data = SmallData.write(folder.resolve("data"));
    weights = folder.resolve("lenet.safetensors");
    new Safetensors(
            Architectures.get("lenet").initialWeights(Seed.of(0)), Map.of("architecture", "lenet"))
        .write(weights);
  }

  @AfterAll
  static void restore() {
    if (homeBefore == null) {
      System.clearProperty("epsilonlab.home");
    } else {
      System.setProperty("epsilonlab.home", homeBefore);
    }
  }

  /** Changes the test images (or the labels beside them). */
  private interface Damage {
    void to(Path images) throws IOException;
  }

  private static byte[] raw(Path file) throws IOException {
    try (var in = new GZIPInputStream(Files.newInputStream(file))) {
      return in.readAllBytes();
    }
  }

  private static byte[] header(int... numbers) {
    ByteBuffer header = ByteBuffer.allocate(4 * numbers.length);
    Arrays.stream(numbers).forEach(header::putInt);
    return header.array();
  }

  private static byte[] join(byte[] a, byte[] b) {
    return ByteBuffer.allocate(a.length + b.length).put(a).put(b).array();
  }

  private static Path labelsOf(Path images) {
    return images.resolveSibling("t10k-labels-idx1-ubyte.gz");
  }

  @TestFactory
  Stream<DynamicTest> damagedData() {
    byte[] seventySeven = new byte[SmallData.TEST];
    Arrays.fill(seventySeven, (byte) 77);
    Map<String, Damage> damages =
        Map.of(
            "cut", images -> SmallData.gzip(images, Arrays.copyOf(raw(images), 10_000)),
            "swollen", images -> SmallData.gzip(images, header(2051, Integer.MAX_VALUE, 28, 28)),
            "shape",
                images -> {
                  byte[] whole = raw(images);
                  byte[] pixels = Arrays.copyOfRange(whole, 16, whole.length);
                  SmallData.gzip(images, join(header(2051, SmallData.TEST, 14, 56), pixels));
                },
            "labels",
                images ->
                    SmallData.gzip(labelsOf(images), join(header(2049, 3), new byte[] {1, 2, 3})),
            "label 77",
                images ->
                    SmallData.gzip(
                        labelsOf(images), join(header(2049, SmallData.TEST), seventySeven)),
            "gone", Files::delete,
            "torn",
                images -> {
                  byte[] packed = Files.readAllBytes(images);
                  Files.write(images, Arrays.copyOf(packed, packed.length / 2));
                },
            "empty", images -> Files.write(images, new byte[0]));
    return damages.entrySet().stream()
        .map(
            damage ->
                DynamicTest.dynamicTest(
                    damage.getKey(),
                    () -> {
                      Path own = SmallData.write(folder.resolve("damaged " + damage.getKey()));
                      damage.getValue().to(own.resolve("mnist/t10k-images-idx3-ubyte.gz"));
                      String said = complain(1, "evaluate", "--weights", weights, "--data", own);
                      assertTrue(said.contains("t10k"), said);
                    }));
  }

  /** The complaint, and that the call left no result folder or part of one. */
  private static String complain(int code, Object... arguments) throws IOException {
    Path parent = Files.createTempDirectory(folder, "out");
    Object[] all = Arrays.copyOf(arguments, arguments.length + 3);
    all[arguments.length] = "--quiet";
    all[arguments.length + 1] = "--out";
    all[arguments.length + 2] = parent.resolve("deep/result");
    String said = Call.of(all).complaint(code);
    try (Stream<Path> left = Files.list(parent)) {
      assertEquals(List.of(), left.toList());
    }
    return said;
  }

  @TestFactory
  Stream<DynamicTest> damagedWeights() throws IOException {
    byte[] bf16 =
        "{\"fc.weight\":{\"dtype\":\"BF16\",\"shape\":[10,784],\"data_offsets\":[0,15680]}}"
            .getBytes(StandardCharsets.US_ASCII);
    byte[] half = Arrays.copyOf(Files.readAllBytes(weights), 5000);
    Map<String, byte[]> files =
        Map.of(
            "junk", join(length(1L << 62), "{}".getBytes(StandardCharsets.US_ASCII)),
            "half", half,
            "text", "hello".getBytes(StandardCharsets.US_ASCII),
            "bf16", join(join(length(bf16.length), bf16), new byte[15680]),
            "none", new byte[0]);
    return files.entrySet().stream()
        .map(
            file ->
                DynamicTest.dynamicTest(
                    file.getKey(),
                    () -> {
                      Path own = folder.resolve(file.getKey() + ".safetensors");
                      Files.write(own, file.getValue());
                      String said =
                          complain(
                              1,
                              "evaluate",
                              "--model",
                              "logistic",
                              "--weights",
                              own,
                              "--data",
                              data);
                      assertTrue(said.contains(file.getKey() + ".safetensors"), said);
                    }));
  }

  private static byte[] length(long value) {
    return ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(value).array();
  }

  private static Object[] attack(Object... more) {
    List<Object> all =
        new java.util.ArrayList<>(
            List.of("attack", "--weights", weights, "--data", data, "--index"));
    all.addAll(List.of(more));
    return all.toArray();
  }

  private static DynamicTest wrong(String name, int code, String part, Object... arguments) {
    return DynamicTest.dynamicTest(
        name,
        () -> {
          String said = complain(code, arguments);
          assertTrue(said.contains(part), said);
        });
  }

  private static Object[] certify(Object... more) {
    Object[] start = {"certify", "--weights", weights, "--data", data};
    return Stream.concat(Arrays.stream(start), Arrays.stream(more)).toArray();
  }

  @TestFactory
  List<DynamicTest> wrongCalls() {
    Path none = folder.resolve("nowhere.safetensors");
    return List.of(
        wrong(
            "other net",
            1,
            "mlp",
            "evaluate",
            "--weights",
            weights,
            "--model",
            "mlp",
            "--data",
            data),
        wrong("no file", 1, "nowhere", "evaluate", "--weights", none, "--data", data),
        wrong("no data", 1, "no folder", "evaluate", "--weights", weights, "--data", none),
        wrong("eps -1", 2, "-1", attack("0", "--attack", "fgsm", "--epsilon", "-1")),
        wrong("eps 2", 2, "2", attack("0", "--attack", "fgsm", "--epsilon", "2")),
        wrong("eps NaN", 2, "NaN", attack("0", "--attack", "fgsm", "--epsilon", "NaN")),
        wrong("eps abc", 2, "'abc'", attack("0", "--attack", "fgsm", "--epsilon", "abc")),
        wrong("no eps", 2, "--epsilon", attack("0", "--attack", "fgsm")),
        wrong("index", 1, "999999", attack("999999", "--attack", "fgsm", "--epsilon", ".1")),
        wrong("index -1", 2, "-1", attack("-1", "--attack", "fgsm", "--epsilon", ".1")),
        wrong("attack", 2, "'nonsense'", attack("0", "--attack", "nonsense", "--epsilon", ".1")),
        wrong(
            "steps",
            2,
            "--steps",
            attack("0", "--attack", "pgd", "--epsilon", ".1", "--steps", "0")),
        wrong(
            "no steps",
            2,
            "--steps",
            attack("0", "--attack", "fgsm", "--epsilon", ".1", "--steps", "3")),
        wrong(
            "own target",
            1,
            "true class",
            attack("3", "--attack", "fgsm", "--epsilon", ".1", "--target", "3")),
        wrong(
            "target",
            2,
            "'12'",
            attack("3", "--attack", "fgsm", "--epsilon", ".1", "--target", "12")),
        wrong("no source", 2, "--source", attack("3", "--attack", "transfer", "--epsilon", ".1")),
        wrong(
            "other source",
            2,
            "--source",
            attack("3", "--attack", "pgd", "--epsilon", ".1", "--source", weights)),
        wrong(
            "aim of hopskipjump",
            2,
            "cannot aim",
            attack("3", "--attack", "hopskipjump", "--target", "next")),
        wrong(
            "mi-fgsm without steps",
            2,
            "--steps",
            attack("3", "--attack", "mi-fgsm", "--epsilon", ".1", "--steps", "0")),
        wrong(
            "no queries",
            2,
            "--queries",
            attack("3", "--attack", "square", "--epsilon", ".1", "--queries", "0")),
        wrong(
            "set",
            2,
            "standard or quick",
            attack("3", "--attack", "strongest", "--epsilon", ".1", "--set", "all")),
        wrong(
            "one model",
            2,
            "two models",
            "transfer",
            "--attack",
            "pgd",
            "--epsilon",
            ".1",
            "--data",
            data,
            "--weights",
            weights),
        wrong(
            "transfer of transfer",
            2,
            "choose another",
            "transfer",
            "--attack",
            "transfer",
            "--source",
            weights,
            "--epsilon",
            ".1",
            "--data",
            data,
            "--weights",
            weights,
            weights),
        wrong("epochs", 2, "epochs", "train", "--model", "mlp", "--epochs", "0", "--data", data),
        wrong(
            "epochs x", 2, "--epochs", "train", "--model", "mlp", "--epochs", "x", "--data", data),
        wrong("no model", 2, "--model", "train", "--epochs", "1", "--data", data),
        wrong("certify eps", 2, "2", certify("--epsilons", "0,2")),
        wrong("no epsilons", 2, "--epsilons", certify()),
        wrong("sigma", 2, "Sigma", certify("--epsilons", "0", "--sigma", "0")),
        wrong("samples", 2, "-1", certify("--epsilons", "0", "--samples", "-1")),
        wrong("alpha", 2, "Alpha", certify("--epsilons", "0", "--alpha", "0.7")),
        wrong("network", 2, "'resnet'", "train", "--model", "resnet", "--epochs", "1"),
        wrong("device", 2, "'tpu'", "evaluate", "--weights", weights, "--device", "tpu"),
        wrong("threads", 2, "-2", "evaluate", "--weights", weights, "--threads", "-2"),
        wrong(
            "explodes",
            1,
            "smaller learning rate",
            "train",
            "--model",
            "mlp",
            "--epochs",
            "1",
            "--learning-rate",
            "1e20",
            "--batch",
            "32",
            "--data",
            data),
        wrong("defence", 2, "'armour'", "gallery", "armour", "--weights", weights),
        wrong("gallery eps", 2, "2", "gallery", "--weights", weights, "--epsilon", "2"),
        wrong("gallery 0", 2, "'0'", "gallery", "--weights", weights, "--count", "0"),
        wrong("option", 2, "--colour", "evaluate", "--weights", weights, "--colour", "red"));
  }

  @Test
  void aCommandThatIsNotThere() {
    assertTrue(Call.of("nonsense").complaint(2).contains("nonsense"));
  }

  @Test
  void aPlaceThatCannotBeWritten() {
    Call call =
        Call.of(
            "train",
            "--model",
            "logistic",
            "--epochs",
            "1",
            "--data",
            data,
            "--quiet",
            "--out",
            "/proc/nowhere/x");
    assertTrue(call.complaint(1).contains("/proc/nowhere/x"));
  }

  @Test
  void anotherPersonsFolderStaysAsItIs() throws IOException {
    Path thesis = Files.createDirectory(folder.resolve("thesis"));
    Files.writeString(thesis.resolve("chapter.txt"), "years of work");
    Call call =
        Call.of("evaluate", "--weights", weights, "--data", data, "--quiet", "--out", thesis);
    call.complaint(1);
    assertEquals("years of work", Files.readString(thesis.resolve("chapter.txt")));
    assertFalse(Files.exists(thesis.resolve("result.json")));
  }
}
