package epsilonlab.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import epsilonlab.engine.LabException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultFolderTest {
  private static final String RESULT =
      new ResultDocument("train", Map.of(), Map.of(), Map.of(), 0, Map.of()).toJson();

  @TempDir Path temporary;
  Path target;

  @BeforeEach
  void place() {
    target = temporary.resolve("out/train");
  }

  private List<String> files() throws Exception {
    try (Stream<Path> all = Files.walk(temporary)) {
      return all.filter(Files::isRegularFile)
          .map(file -> temporary.relativize(file).toString())
          .sorted()
          .toList();
    }
  }

  private void result(String extra) {
    try (ResultFolder folder = ResultFolder.prepare(target)) {
      folder.write("result.json", RESULT);
      folder.write("figures/" + extra, new byte[] {1});
      folder.commit();
    }
  }

  private static String refused(Path target) {
    String told = assertThrows(LabException.class, () -> ResultFolder.prepare(target)).getMessage();
    assertTrue(told.contains(target.toString()) && told.endsWith("."), told);
    return told;
  }

  @Test
  void nothingIsSeenBeforeEverythingIsThere() throws Exception {
    try (ResultFolder folder = ResultFolder.prepare(target)) {
      folder.write("result.json", RESULT);
      assertFalse(Files.exists(target));
      folder.commit();
    }
    assertEquals(List.of("out/train/result.json"), files());
  }

  @Test
  void anAbortLeavesNoTrace() throws Exception {
    try (ResultFolder folder = ResultFolder.prepare(target)) {
      folder.write("a/b.csv", "x");
    }
    assertEquals(List.of(), files());
    assertFalse(Files.exists(temporary.resolve("out")));
    result("old.png");
    ResultFolder folder = ResultFolder.prepare(target);
    folder.write("result.json", "new");
    folder.abort();
    assertEquals(List.of("out/train/figures/old.png", "out/train/result.json"), files());
    assertThrows(IllegalStateException.class, folder::commit);
  }

  @Test
  void anEarlierResultIsReplacedOnlyAtTheEnd() throws Exception {
    result("old.png");
    try (ResultFolder folder = ResultFolder.prepare(target)) {
      folder.write("result.json", RESULT);
      folder.write("new.png", new byte[0]);
      assertTrue(Files.exists(target.resolve("figures/old.png")));
      folder.commit();
    }
    assertEquals(List.of("out/train/new.png", "out/train/result.json"), files());
  }

  @Test
  void anEmptyFolderIsTaken() throws Exception {
    Files.createDirectories(target);
    result("a.png");
    assertEquals(2, files().size());
  }

  @Test
  void aFolderWithOtherThingsIsLeftAlone() throws Exception {
    Files.createDirectories(target);
    Files.writeString(target.resolve("thesis.txt"), "x");
    refused(target);
    Files.writeString(target.resolve("result.json"), "{\"mine\": 1}");
    refused(target);
    Files.writeString(target.resolve("result.json"), RESULT);
    assertTrue(refused(target).contains("thesis.txt"));
    Files.delete(target.resolve("thesis.txt"));
    ResultFolder.prepare(target).abort();
    assertEquals(List.of("out/train/result.json"), files());
  }

  @Test
  void impossiblePlacesAreRefusedBeforeTheWork() throws Exception {
    refused(Path.of("/proc/nowhere/x"));
    refused(Path.of("/"));
    Path file = Files.writeString(temporary.resolve("file"), "x");
    refused(file);
    refused(file.resolve("below"));
    assertEquals(List.of("file"), files());
  }

  @Test
  void whatAppearsMeanwhileIsNotOverwrittenAndTheResultIsNotLost() throws Exception {
    ResultFolder folder = ResultFolder.prepare(target);
    folder.write("result.json", RESULT);
    Files.createDirectories(target);
    Files.writeString(target.resolve("thesis.txt"), "x");
    String told = assertThrows(LabException.class, folder::commit).getMessage();
    folder.close();
    assertTrue(Files.exists(target.resolve("thesis.txt")));
    Path kept = Path.of(told.replaceAll(".* stay in (.*); .*", "$1"));
    assertEquals(RESULT, Files.readString(kept.resolve("result.json")));
  }

  @Test
  void aLinkStaysALink() throws Exception {
    Path real = Files.createDirectories(temporary.resolve("disk/real"));
    Path link = Files.createSymbolicLink(temporary.resolve("link"), real);
    try (ResultFolder folder = ResultFolder.prepare(link)) {
      folder.write("result.json", RESULT);
      folder.commit();
    }
    assertTrue(Files.isSymbolicLink(link));
    assertEquals(RESULT, Files.readString(real.resolve("result.json")));
  }

  @Test
  void namesStayInside() {
    try (ResultFolder folder = ResultFolder.prepare(target)) {
      for (String bad : new String[] {"../x", "/etc/x", "", "a/../.."}) {
        assertThrows(IllegalArgumentException.class, () -> folder.file(bad), bad);
      }
    }
  }
}
