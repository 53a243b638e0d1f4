package epsilonlab.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import epsilonlab.engine.LabException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeTest {
  @TempDir Path temporary;

  @Test
  void theVariableGoesBeforeThePropertyBeforeTheUsersFolder() {
    assertEquals("/a", Home.choose("/a", "/b", "/u").toString());
    assertEquals("/b", Home.choose(" ", "/b", "/u").toString());
    assertEquals("/u/.epsilonlab", Home.choose(null, null, "/u").toString());
    assertThrows(LabException.class, () -> Home.choose("a\0b", null, "/u"));
  }

  @Test
  void foldersAreMadeOnlyWhenAskedFor() {
    Home home = Home.of(temporary.resolve("new/lab"));
    Path settings = home.settingsFile();
    assertFalse(Files.exists(temporary.resolve("new")));
    assertTrue(Files.isDirectory(home.models()));
    assertEquals(home.folder(), settings.getParent());
    assertFalse(Files.exists(home.folder().resolve("downloads")));
  }

  @Test
  void anImpossibleFolderIsOneSentence() throws Exception {
    Path file = Files.writeString(temporary.resolve("file"), "x");
    for (Path bad : new Path[] {file, file.resolve("below"), Path.of("/proc/nowhere/x")}) {
      LabException told = assertThrows(LabException.class, () -> Home.of(bad).logs());
      assertTrue(told.getMessage().contains(bad.toString()), told.getMessage());
      assertTrue(told.getMessage().contains("EPSILONLAB_HOME"), told.getMessage());
    }
  }
}
