package epsilonlab.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import epsilonlab.engine.HostTensor;
import epsilonlab.engine.LabException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelLibraryTest {
  private static final ModelCard CARD = ModelCardTest.CARD;

  @TempDir Path temporary;
  Path folder;
  ModelLibrary library;

  /** A tiny architecture of the test: one tensor w of 2 values. */
  static void check(String architecture, Weights weights) {
    if (!architecture.equals("lenet") || weights.get("w").values().length != 2) {
      throw new LabException("The weights are not those of a " + architecture + "; choose others.");
    }
  }

  static Weights weights(float value) {
    return Weights.of(Map.of("w", new HostTensor(new float[] {value, 1}, 2)));
  }

  static ModelCard card(String name) {
    return CARD.withName(name);
  }

  @BeforeEach
  void open() {
    folder = temporary.resolve("lab/models");
    library = new ModelLibrary(folder, ModelLibraryTest::check);
  }

  private static String told(Runnable call) {
    String told = assertThrows(LabException.class, call::run).getMessage();
    assertTrue(told.endsWith("."), told);
    return told;
  }

  @Test
  void whatIsAddedIsThereForTheNextStart() throws Exception {
    assertEquals(List.of(), library.list());
    assertFalse(Files.exists(folder), "looking must leave nothing behind");
    ModelEntry added = library.add(CARD, weights(5));
    assertEquals("gro-e-3-e-1", added.id());
    ModelLibrary next = new ModelLibrary(folder, ModelLibraryTest::check);
    assertEquals(List.of(added), next.list());
    assertEquals(weights(5), next.weights(added.id()));
    assertEquals(CARD, next.find(added.id()).card());
    byte[] bytes = Files.readAllBytes(added.file());
    int header = java.nio.ByteBuffer.wrap(bytes).order(java.nio.ByteOrder.LITTLE_ENDIAN).getInt();
    byte[] tensors = java.util.Arrays.copyOfRange(bytes, 8 + header, bytes.length);
    byte[] sha = java.security.MessageDigest.getInstance("SHA-256").digest(tensors);
    assertEquals(HexFormat.of().formatHex(sha), added.sha256());
  }

  @Test
  void idsAreReadableAndNeverUsedTwice() {
    assertEquals("my-cnn-1", library.add(card("My CNN!"), weights(1)).id());
    assertEquals("my-cnn-2", library.add(card("my  cnn"), weights(2)).id());
    library.delete("my-cnn-1");
    assertEquals("my-cnn-3", library.add(card("My-CNN"), weights(3)).id());
    assertEquals("model-1", library.add(card("../.."), weights(4)).id());
    assertEquals("ete-1", library.add(card("été"), weights(4)).id());
  }

  @Test
  void aModelIsFoundByIdOrByItsOnlyName() {
    assertTrue(told(() -> library.find("x")).contains("is empty"));
    ModelEntry a = library.add(card("A"), weights(1));
    library.add(card("twice"), weights(2));
    library.add(card("twice"), weights(3));
    assertEquals(a, library.find("A"));
    assertEquals(a, library.find("a-1"));
    assertTrue(told(() -> library.find("twice")).contains("twice-1 (twice), twice-2 (twice)"));
    assertTrue(told(() -> library.find("b")).contains("a-1 (A), twice-1 (twice)"));
    for (String outside : new String[] {"../models/a-1", "", ".", "a\0b", "/etc/passwd"}) {
      told(() -> library.find(outside));
      told(() -> library.delete(outside));
      told(() -> library.restore(outside));
    }
  }

  @Test
  void changesKeepTheWeights() {
    String id = library.add(card("A"), weights(1)).id();
    ModelEntry renamed = library.update(id, card("B").withAccuracies(0.5, 0.25));
    assertEquals(id, renamed.id());
    ModelEntry copy = library.duplicate(id, "C");
    assertEquals("c-1", copy.id());
    assertEquals(card("C").withAccuracies(0.5, 0.25), copy.card());
    assertEquals(weights(1), library.weights(id));
    assertEquals(weights(1), library.weights("c-1"));
    assertEquals(List.of(renamed, copy), library.list());
    assertEquals(renamed.sha256(), copy.sha256(), "a new name is no new model");
  }

  @Test
  void deletingIsUndone() {
    ModelEntry entry = library.add(card("A"), weights(1));
    library.delete("a-1");
    assertEquals(List.of(), library.list());
    told(() -> library.weights("a-1"));
    told(() -> library.delete("a-1"));
    assertEquals(entry, library.restore("a-1"));
    assertEquals(List.of(entry), library.list());
    told(() -> library.restore("a-1"));
  }

  @Test
  void anExportedModelIsImportedAgain() throws Exception {
    ModelEntry entry = library.add(card("A"), weights(1));
    Path exported = library.export("a-1", temporary);
    assertEquals(temporary.toAbsolutePath().resolve("a-1.safetensors"), exported);
    assertArrayEquals(Files.readAllBytes(entry.file()), Files.readAllBytes(exported));
    ModelEntry back = library.importFile(exported, null, null);
    assertEquals("a-2", back.id());
    assertEquals(entry.card(), back.card());
    assertEquals("other-1", library.importFile(exported, "other", "lenet").id());
    assertTrue(told(() -> library.importFile(exported, null, "mlp")).contains("lenet, not mlp"));
    told(() -> library.export("a-1", folder.resolve("a-2.safetensors")));
    told(() -> library.export("a-1", temporary.resolve("none/a.safetensors")));
    told(() -> library.export("a-1", Path.of("/proc/nowhere/x")));
  }

  @Test
  void aFileOfAnotherProgramNeedsAnArchitecture() throws Exception {
    Path file = temporary.resolve("from torch.safetensors");
    new Safetensors(weights(1), Map.of("format", "pt")).write(file);
    Files.setLastModifiedTime(
        file, java.nio.file.attribute.FileTime.from(Instant.parse("2025-05-05T05:05:05.5Z")));
    assertTrue(told(() -> library.importFile(file, null, null)).contains("architecture"));
    assertTrue(told(() -> library.importFile(file, null, "mlp")).contains("not those of a mlp"));
    ModelEntry entry = library.importFile(file, null, "lenet");
    assertEquals("from torch", entry.card().name());
    assertEquals(Instant.parse("2025-05-05T05:05:05Z"), entry.card().created());
    assertEquals(null, entry.card().cleanAccuracy());
    assertEquals(1, library.list().size());
  }

  @Test
  void damagedFilesAreLeftOutAndTold() throws Exception {
    ModelEntry good = library.add(card("A"), weights(1));
    Files.write(folder.resolve("half.safetensors"), new byte[] {1, 2, 3});
    new Safetensors(Weights.of(Map.of("w", new HostTensor(new float[3], 3))), CARD.toMetadata())
        .write(folder.resolve("shape.safetensors"));
    new Safetensors(weights(1), Map.of("architecture", "lenet", "card", "{"))
        .write(folder.resolve("card.safetensors"));
    Files.writeString(folder.resolve("notes.txt"), "mine");
    assertEquals(List.of(good), library.list());
    assertEquals(3, library.notices().size());
    assertTrue(library.notices().get(0).contains("card.safetensors"));
    assertTrue(library.notices().get(1).contains("half.safetensors"));
    told(() -> library.find("half"));
    Files.delete(folder.resolve("half.safetensors"));
    library.list();
    assertEquals(2, library.notices().size());
  }

  @Test
  void weightsThatDoNotFitAreNeverKept() {
    told(() -> library.add(card("A"), Weights.of(Map.of("w", new HostTensor(new float[3], 3)))));
    told(() -> library.add(card("A"), weights(Float.NaN)));
    assertEquals(List.of(), library.list());
    assertEquals(List.of(), library.notices());
  }

  @Test
  void aFileThatAnotherProcessReplacedIsReadAgain() {
    ModelEntry entry = library.add(card("A"), weights(1));
    library.list();
    new ModelLibrary(folder, ModelLibraryTest::check).update(entry.id(), card("B"));
    assertEquals("B", library.list().get(0).card().name());
  }

  @Test
  void listenersHearOfEveryChangeAndMayUseTheLibrary() {
    AtomicInteger heard = new AtomicInteger();
    library.onChange(
        () -> {
          library.list();
          heard.incrementAndGet();
        });
    library.add(card("A"), weights(1));
    library.update("a-1", card("B"));
    library.duplicate("a-1", "C");
    library.delete("a-1");
    library.restore("a-1");
    told(() -> library.delete("none"));
    assertEquals(5, heard.get());
  }

  @Test
  void aLibraryThatCannotBeWrittenIsOneSentence() {
    ModelLibrary nowhere = new ModelLibrary(Path.of("/proc/nowhere"), ModelLibraryTest::check);
    assertTrue(told(() -> nowhere.add(CARD, weights(1))).contains("/proc/nowhere"));
    assertEquals(List.of(), nowhere.list());
  }

  /** What {@link #twoProcessesLoseNothing} starts in another JVM. */
  public static final class Other {
    private Other() {}

    public static void main(String[] arguments) {
      addMany(Path.of(arguments[0]));
    }
  }

  private static void addMany(Path folder) {
    ModelLibrary own = new ModelLibrary(folder, ModelLibraryTest::check);
    IntStream.range(0, 25)
        .parallel()
        .forEach(
            i -> {
              String id = own.add(card("same"), weights(i)).id();
              own.update(id, card("renamed"));
            });
  }

  @Test
  void twoProcessesLoseNothing() throws Exception {
    Process other =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Other.class.getName(),
                folder.toString())
            .inheritIO()
            .start();
    addMany(folder);
    assertTrue(other.waitFor(120, TimeUnit.SECONDS));
    assertEquals(0, other.exitValue());
    List<ModelEntry> all = library.list();
    assertEquals(50, all.size());
    assertEquals(List.of(), library.notices());
    HashSet<Weights> different = new HashSet<>();
    all.forEach(entry -> different.add(library.weights(entry.id())));
    assertEquals(25, different.size());
    assertTrue(all.stream().allMatch(entry -> entry.card().name().equals("renamed")));
  }
}
