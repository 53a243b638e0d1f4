package epsilonlab.ui.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import epsilonlab.lesson.Lesson;
import epsilonlab.lesson.LessonText;
import epsilonlab.lesson.fact.Facts;
import epsilonlab.lesson.fact.PartName;
import epsilonlab.lesson.fact.PartNames;
import epsilonlab.lesson.file.LessonParser;
import epsilonlab.lesson.run.LessonRun;
import epsilonlab.report.Table;
import epsilonlab.report.handin.ReportBlock;
import epsilonlab.ui.TabParts;
import java.util.Map;
import javafx.scene.layout.Pane;
import org.junit.jupiter.api.Test;

class StepFiguresTest {
  private static final PartName STRONGER = PartNames.find("defend.stronger").orElseThrow();
  private static final Lesson LESSON =
      LessonParser.parse(
          LessonText.with(
              """
              ```task
              say: Take a 7.
              when: {attack.label: 7}
              done: Done.
              ```

              ```report
              show: [defend.stronger]
              ```"""),
          "run.md");

  private final StepFigures figures = new StepFigures();

  private static LessonRun done() {
    LessonRun run = new LessonRun(LESSON);
    run.update(Facts.of(Map.of("attack.label", 7)));
    return run;
  }

  private static TabParts showing(double number) {
    return new TabParts().table("defend.stronger", new Pane(), () -> new Table("a").add(number));
  }

  private Object taken() {
    return ((ReportBlock.Rows) figures.of(0).get(STRONGER)).table().rows().get(0).get(0);
  }

  @Test
  void aStepIsTakenOnceWhenItIsDone() {
    LessonRun run = new LessonRun(LESSON);
    figures.follow(run);
    assertFalse(figures.look(run, () -> showing(1)));
    run.update(Facts.of(Map.of("attack.label", 7)));
    assertTrue(figures.look(run, () -> showing(2)));
    assertFalse(figures.look(run, () -> showing(3)));
    assertEquals(2.0, taken());
  }

  private static Facts seven(int index) {
    return Facts.of(Map.of("attack.label", 7, "attack.index", index));
  }

  private LessonRun chosen(int index) {
    LessonRun run = new LessonRun(LESSON);
    figures.follow(run);
    run.update(seven(index));
    assertTrue(figures.look(run, () -> showing(index)));
    return run;
  }

  @Test
  void theFiguresAreThoseOfTheLastChoice() {
    LessonRun run = chosen(1);
    run.update(seven(2));
    assertTrue(figures.look(run, () -> showing(2)));
    run.update(seven(3).with("attack.label", 5));
    assertFalse(figures.look(run, () -> showing(3)), "no 7");
    assertFalse(figures.take(run, showing(3)));
    assertEquals(2.0, taken());
  }

  @Test
  void whatWasNotSeenOfTheLastChoiceIsNotThatOfTheOneBefore() {
    LessonRun run = chosen(1);
    // between two looks
    run.update(seven(2));
    run.update(seven(3).with("attack.label", 5));
    assertTrue(figures.look(run, () -> showing(3)), "it is gone");
    assertTrue(figures.of(0).isEmpty());
    run = chosen(1);
    run.update(seven(2));
    assertTrue(figures.take(run, new TabParts()), "a figure that is not drawn yet");
    assertTrue(figures.of(0).isEmpty());
  }

  @Test
  void aLessonThatBeginsAnewForgetsAndTakesAgain() {
    LessonRun first = new LessonRun(LESSON);
    figures.follow(first);
    first.update(Facts.of(Map.of("attack.label", 7)));
    figures.look(first, () -> showing(1));
    LessonRun again = new LessonRun(LESSON);
    figures.follow(again);
    assertTrue(figures.all().shown().isEmpty());
    again.update(Facts.of(Map.of("attack.label", 7)));
    assertTrue(figures.look(again, () -> showing(2)));
    assertEquals(2.0, taken());
  }

  @Test
  void aLessonThatIsOnlyLeftKeepsWhatItShowed() {
    LessonRun run = new LessonRun(LESSON);
    figures.follow(run);
    run.update(Facts.of(Map.of("attack.label", 7)));
    figures.look(run, () -> showing(1));
    LessonRun readBack = done();
    figures.follow(readBack);
    assertFalse(figures.look(readBack, () -> showing(2)));
    assertEquals(1.0, taken());
  }
}
