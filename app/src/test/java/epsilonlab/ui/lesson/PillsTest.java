package epsilonlab.ui.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;

import epsilonlab.lesson.LessonText;
import epsilonlab.lesson.fact.Facts;
import epsilonlab.lesson.file.LessonParser;
import epsilonlab.lesson.run.LessonRun;
import java.util.List;
import org.junit.jupiter.api.Test;

class PillsTest {
  @Test
  void theLastStepIsTickedWhenItsWordsAreWritten() {
    LessonRun run =
        new LessonRun(
            LessonParser.parse(
                LessonText.with(
                    """
                    Read this.

                    # The end

                    ```words
                    Why?
                    ```"""),
                "run.md"));
    run.update(Facts.NONE);
    assertEquals(List.of("now", "to-come"), Pills.states(run), "a later step is to come");
    run.next();
    assertEquals(List.of("done", "now"), Pills.states(run), "nothing is written yet");
    run.write("So.");
    assertEquals(List.of("done", "done"), Pills.states(run));
  }
}
