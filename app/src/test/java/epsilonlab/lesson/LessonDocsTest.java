package epsilonlab.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import epsilonlab.lesson.fact.FactName;
import epsilonlab.lesson.fact.FactNames;
import epsilonlab.lesson.fact.PartName;
import epsilonlab.lesson.fact.PartNames;
import epsilonlab.lesson.file.LessonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the documents say of lessons is what the lab takes. */
class LessonDocsTest {
  private static final Path DOCS = Path.of("../docs");

  private static String read(String file) throws IOException {
    return Files.readString(DOCS.resolve(file));
  }

  @Test
  void everyNameIsExplained() throws IOException {
    String doc = read("writing-lessons.md");
    for (FactName fact : FactNames.ALL) {
      String row = "| `" + fact.name() + "` | " + (fact.settable() ? "yes" : "") + " |";
      assertTrue(doc.contains(row), row);
    }
    for (PartName part : PartNames.ALL) {
      assertTrue(doc.contains("| `" + part.name() + "` |"), part.name());
    }
  }

  @Test
  void theExampleIsALesson() throws IOException {
    String example =
        read("writing-lessons.md")
            .lines()
            .dropWhile(line -> !line.equals("## An example"))
            .skip(2)
            .takeWhile(line -> line.isEmpty() || line.startsWith("    "))
            .map(line -> line.isEmpty() ? line : line.substring(4))
            .collect(Collectors.joining("\n"));
    Lesson lesson = LessonParser.parse(example, "example.md");
    assertEquals("will-it-fool", lesson.id());
    Step step = lesson.steps().get(0);
    assertTrue(step.question().isPresent() && step.task().isPresent());
    assertFalse(step.hints().isEmpty() || step.explanation().text().isEmpty());
  }

  @Test
  void everyStepOfTheTableExists() throws IOException {
    List<String> rows =
        read("lessons-and-exercises.md")
            .lines()
            // the table before the next heading
            .takeWhile(line -> !line.startsWith("## What stands in every section"))
            .filter(line -> line.startsWith("| "))
            .skip(2)
            .toList();
    assertTrue(rows.size() > 40);
    for (String row : rows) {
      String[] cells = row.split("\\|");
      int number = Integer.parseInt(cells[2].strip().split(" ")[0]);
      List<String> titles =
          Lessons.shipped().get(number - 1).steps().stream().map(Step::title).toList();
      for (String section : cells[3].replaceAll("\\(.*\\)", "").split(";")) {
        assertTrue(titles.contains(section.strip()), () -> section + " of " + row);
      }
    }
  }
}
