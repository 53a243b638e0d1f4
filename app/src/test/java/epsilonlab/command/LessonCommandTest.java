package epsilonlab.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import epsilonlab.lesson.LessonText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LessonCommandTest {
  @TempDir Path folder;

  @Test
  void listsThoseOfTheLabAndOfAFolder() throws IOException {
    Files.writeString(folder.resolve("fine.md"), LessonText.with("Text."));
    Files.writeString(folder.resolve("twin.md"), LessonText.with("Text."));
    Files.writeString(folder.resolve("broken.md"), LessonText.with("{attack.none}"));
    JsonObject results = Call.of("lesson", "list", "--lessons", folder).results();
    assertEquals(19, results.getAsJsonArray("lessons").size());
    JsonObject own = results.getAsJsonArray("lessons").get(18).getAsJsonObject();
    assertEquals("small", own.get("id").getAsString());
    assertEquals("folder", own.get("source").getAsString());
    assertEquals(2, results.getAsJsonArray("faults").size());
    assertTrue(
        results.getAsJsonArray("faults").get(0).getAsString().startsWith("Line 11 of broken.md"));
  }

  @Test
  void checksAFile() throws IOException {
    Path file = Files.writeString(folder.resolve("fine.md"), LessonText.with("Text."));
    JsonObject results = Call.of("lesson", "check", file).results();
    assertEquals("small", results.get("id").getAsString());
    assertEquals(1, results.getAsJsonArray("steps").size());
    assertEquals(0, results.getAsJsonArray("remarks").size());
    String open =
        """
        ```question
        ask: Fooled?
        options: {fooled: "Yes", right: "No"}
        truth: {fooled: {attack.fooled: true}, right: otherwise}
        cover: [attack.after, attack.probabilities_after, attack.smallest, attack.strip]
        ```""";
    Path tells = Files.writeString(folder.resolve("tells.md"), LessonText.with(open));
    assertEquals(
        "Step “One”: attack.verdict shows the answer; name it under 'cover'.",
        Call.of("lesson", "check", tells).results().getAsJsonArray("remarks").get(0).getAsString());
    Path broken = Files.writeString(folder.resolve("b.md"), LessonText.with("{attack.none}"));
    String sentence = Call.of("lesson", "check", broken).complaint(1);
    assertTrue(sentence.startsWith("Line 11 of b.md: there is no fact 'attack.none'"), sentence);
  }

  @Test
  void whatCannotBeALesson() throws IOException {
    Path binary = Files.write(folder.resolve("x.md"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});
    assertTrue(Call.of("lesson", "check", binary).complaint(1).contains("UTF-8"));
    Path large = Files.write(folder.resolve("y.md"), new byte[(1 << 20) + 1]);
    assertTrue(Call.of("lesson", "check", large).complaint(1).contains("larger than 1 MB"));
    assertTrue(Call.of("lesson", "check", folder).complaint(1).contains("is a folder"));
    Call.of("lesson", "check", folder.resolve("none.md")).complaint(2);
    Call.of("lesson", "check").complaint(2);
    Call.of("lesson", "list", large).complaint(2);
    Call.of("lesson", "list", "--lessons", large).complaint(2);
    Call.of("lesson", "teach").complaint(2);
  }
}
