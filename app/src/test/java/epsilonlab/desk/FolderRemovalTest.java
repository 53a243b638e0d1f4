package epsilonlab.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody writes a file whenever its folder is about to go. */
class FolderRemovalTest {
  @TempDir Path temporary;
  private Path folder;
  private int writes;

  @BeforeEach
  void aFolderWithAFile() throws IOException {
    folder = temporary.resolve("visitors");
    Files.writeString(Files.createDirectories(folder.resolve("1")).resolve("settings.json"), "a");
  }

  private FolderRemoval whileSomebodyWrites(int times) {
    return new FolderRemoval(
        file -> {
          if (Files.isDirectory(file) && writes < times) {
            writes++;
            Files.writeString(file.resolve("late.json"), "b");
          }
          Files.deleteIfExists(file);
        },
        1);
  }

  @Test
  void whatComesWhileItGoesGoesToo() throws IOException {
    whileSomebodyWrites(3).remove(folder);
    assertEquals(3, writes);
    assertFalse(Files.exists(folder));
  }

  @Test
  void itEndsThoughSomebodyWritesForEver() {
    IOException told =
        assertThrows(
            IOException.class, () -> whileSomebodyWrites(Integer.MAX_VALUE).remove(folder));
    assertEquals("files were still being written there", told.getMessage());
  }

  @Test
  void whatIsForbiddenIsNotTriedAgain() {
    FolderRemoval forbidden =
        new FolderRemoval(
            file -> {
              writes++;
              throw new AccessDeniedException(file.toString());
            },
            1);
    assertThrows(AccessDeniedException.class, () -> forbidden.remove(folder));
    assertEquals(1, writes);
  }

  @Test
  void aFolderThatIsNotThereIsGone() throws IOException {
    new FolderRemoval().remove(folder.resolve("none"));
  }
}
