package epsilonlab.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import epsilonlab.lesson.LessonSettings;
import epsilonlab.settings.CommonSettings;
import epsilonlab.settings.Home;
import epsilonlab.settings.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResetCommandTest {
  @TempDir Path folder;
  private String before;

  @BeforeEach
  void aHomeOfItsOwn() {
    // the variable would win, and the home that it names is somebody's
    Assumptions.assumeTrue(System.getenv(Home.VARIABLE) == null);
    before = System.getProperty(Home.PROPERTY);
    System.setProperty(Home.PROPERTY, folder.toString());
    Settings settings = Settings.load(Home.current());
    settings.set(CommonSettings.SEED, 7L);
    settings.save();
  }

  @AfterEach
  void theHomeOfTheTests() {
    if (before == null) {
      System.clearProperty(Home.PROPERTY);
    } else {
      System.setProperty(Home.PROPERTY, before);
    }
  }

  private static long seed() {
    return Settings.load(Home.current()).get(CommonSettings.SEED);
  }

  @Test
  void nothingHappensWithoutYes() {
    assertTrue(Call.of("reset").complaint(2).contains("add --yes"));
    assertEquals(7, seed());
  }

  @Test
  void resetsAndBringsBack() {
    JsonObject results = Call.of("reset", "--lesson", "one-digit", "--yes").results();
    assertEquals(0, seed());
    assertEquals("one-digit", Settings.load(Home.current()).get(LessonSettings.OPEN));
    assertTrue(Files.exists(Path.of(results.get("aside").getAsString()).resolve("settings.json")));
    assertEquals(0, results.getAsJsonArray("models").size());
    Call.of("reset", "--undo").results();
    assertEquals(7, seed());
  }

  @Test
  void whatIsWrongGetsASentence() {
    String noCapsule =
        Call.of("reset", "--open", folder.resolve("none.epsilab"), "--yes").complaint(1);
    assertTrue(noCapsule.startsWith("There is no capsule"), noCapsule);
    assertTrue(Call.of("reset", "--lesson", "none", "--yes").complaint(1).contains("one-digit"));
    Call.of("reset", "--undo", "--lesson", "one-digit").complaint(2);
    assertTrue(Call.of("reset", "--undo").complaint(1).startsWith("Nothing was moved aside"));
    assertEquals(7, seed());
    assertFalse(Files.exists(folder.resolve("aside")));
  }
}
