package epsilonlab.report.handin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import epsilonlab.lesson.Guess;
import epsilonlab.lesson.fact.Curve;
import epsilonlab.lesson.fact.Facts;
import epsilonlab.lesson.file.LessonParser;
import epsilonlab.lesson.run.LessonRun;
import epsilonlab.report.Table;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LessonReportTest {
  private static final String TEXT =
      """
      ---
      id: curves
      number: 2
      title: Curves
      minutes: 5
      tabs: [attack]
      summary: Accuracy against ε.
      ---

      # Draw

      With $ε$ = {attack.epsilon|three}.

      ```question
      ask: Draw the curve.
      curve: {x: [0, 0.5], from: 0, to: 1, x_label: ε, y_label: Accuracy}
      tolerance: 0.1
      truth: attack.curve
      ```

      ```words
      Why?
      ```

      ```report
      show: [attack.curve, attack.strip]
      numbers: [attack.epsilon]
      ```

      # Later

      ```task
      say: Choose a 7.
      when:
        attack.label: 7
      done: "It is a {attack.label}."
      ```
      """;

  private static Curve line(double first, double last) {
    return Curve.of(new double[] {0, 0.5}, new double[] {first, last});
  }

  @Test
  void aStepIsASectionWithGuessFiguresNumbersAndWords() {
    LessonRun run = new LessonRun(LessonParser.parse(TEXT, "curves.md"));
    run.update(
        Facts.of(Map.of("lab.seed", 3, "attack.epsilon", 0.1, "attack.curve", line(1.0, 0.2))));
    run.guess(new Guess.Line(line(1.0, 0.8)));
    run.write("Because.");
    Table strip = new Table("digit").add(7);
    ReportDocument report =
        LessonReport.of(
            run.handIn(),
            (section, part) ->
                section == 0 && part.name().equals("attack.strip")
                    ? Optional.of(new ReportBlock.Rows(strip))
                    : Optional.empty());
    assertEquals("Lesson 2: Curves", report.title());
    assertTrue(report.summary().endsWith("Not all of its steps are done yet."));
    assertEquals(
        List.of("Draw", "Settings"), report.sections().stream().map(ReportSection::title).toList());
    List<ReportBlock> blocks = report.sections().get(0).blocks();
    assertEquals("With ε = 0.100.", ((ReportBlock.Paragraph) blocks.get(0)).text().words());
    ReportBlock.Prediction guess = (ReportBlock.Prediction) blocks.get(1);
    assertEquals("Draw the curve.", guess.ask());
    // off by 0 and by 60 points
    assertTrue(guess.words().startsWith("30.0 points off on average"), guess.words());
    ReportBlock.Drawing both = (ReportBlock.Drawing) blocks.get(2);
    assertEquals(
        List.of("ε", "your guess", "the truth"), both.figure().toTable().header(), "both lines");
    assertEquals(strip, ((ReportBlock.Rows) blocks.get(3)).table());
    assertEquals(
        List.of(List.of("largest change of a pixel ε", "0.10")),
        ((ReportBlock.Rows) blocks.get(4)).table().rows());
    assertEquals("Because.", ((ReportBlock.OwnWords) blocks.get(5)).answer());
    assertEquals(6, blocks.size());
  }
}
