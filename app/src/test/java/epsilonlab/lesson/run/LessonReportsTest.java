package epsilonlab.lesson.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import epsilonlab.engine.LabException;
import epsilonlab.lesson.HandInPdf;
import epsilonlab.lesson.Lesson;
import epsilonlab.lesson.Lessons;
import epsilonlab.lesson.fact.Facts;
import epsilonlab.lesson.fact.PartName;
import epsilonlab.report.CurveChart;
import epsilonlab.report.capsule.Capsule;
import epsilonlab.report.capsule.CapsuleReport;
import epsilonlab.report.capsule.LessonState;
import epsilonlab.report.figure.Figure;
import epsilonlab.report.handin.Byline;
import epsilonlab.report.handin.HandInReport;
import epsilonlab.report.handin.LessonReport;
import epsilonlab.report.handin.ReportBlock;
import epsilonlab.report.handin.ReportDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The report of every shipped lesson, made of what a scripted student did, and read back. */
class LessonReportsTest {
  @TempDir Path folder;

  static Stream<String> lessons() {
    return Lessons.shipped().stream().map(Lesson::id);
  }

  @ParameterizedTest
  @MethodSource("lessons")
  void whatAStudentDidIsInTheReport(String id) throws IOException {
    HandIn handIn = played(id);
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put("seed", 0L);
    settings.put("data set", "MNIST");
    BiFunction<HandIn.Section, PartName, List<ReportBlock>> shown =
        (section, part) -> List.of(new ReportBlock.Drawing(figure(), 480, "The " + part.noun()));
    HandInPdf.of(handIn, settings, shown);
    ReportDocument report =
        LessonReport.of(handIn, HandInPdf.ADA, settings, Optional.empty(), shown);
    HandInReport.write(folder.resolve("report.html"), report);
    assertTrue(Files.readString(folder.resolve("report.html")).contains("In my words"));
    if (id.equals("robust-regression")) {
      // with formulas, a table, predictions and words
      assertComesBackFromACapsule(report);
    }
  }

  @Test
  void aLessonInACapsuleIsReportedWithoutItsWindow() {
    LessonRun run = playedRun("one-digit");
    Capsule capsule =
        Capsule.empty("1", "a test", "A lesson")
            .withLesson(new LessonState("one-digit", LessonProgress.text(run)));
    LessonRun back = LessonProgress.read(run.lesson(), capsule.lesson().orElseThrow().progress());
    assertEquals(run.handIn(), back.handIn());
    Lesson other =
        Lessons.shipped().stream().filter(one -> !one.id().equals("one-digit")).findFirst().get();
    for (String text : List.of("", "{}", "[1]", LessonProgress.text(run))) {
      LabException refused =
          assertThrows(LabException.class, () -> LessonProgress.read(other, text));
      assertTrue(refused.getMessage().contains(other.title()));
    }
  }

  private static void assertComesBackFromACapsule(ReportDocument report) {
    Capsule capsule =
        Capsule.empty("1", "a test", "A lesson").withFiles(CapsuleReport.files(report));
    ReportDocument back = CapsuleReport.of(capsule).orElseThrow();
    assertEquals(report.sections().size(), back.sections().size());
    for (int i = 0; i < back.sections().size(); i++) {
      assertEquals(report.sections().get(i).title(), back.sections().get(i).title());
      assertEquals(
          report.sections().get(i).blocks().size(), back.sections().get(i).blocks().size());
    }
  }

  private static Figure figure() {
    return CurveChart.of(
        List.of(
            new CurveChart.Line(
                "lenet, fgsm", "lenet", 0, new double[] {0, 0.3}, new double[] {0.98, 0.05})),
        0.3,
        Double.NaN,
        null);
  }

  private static HandIn played(String id) {
    return playedRun(id).handIn();
  }

  private static LessonRun playedRun(String id) {
    Lesson lesson =
        Lessons.shipped().stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
    LessonRun run = new LessonRun(lesson);
    Facts facts = Facts.NONE;
    for (Student.Deed deed : Student.of(id).deeds()) {
      facts = Facts.of(deed.before()).orElse(facts);
      run.update(facts);
      boolean asks = run.step().question().isPresent();
      boolean early = asks && run.step().guessFirst();
      if (early) {
        run.guess(deed.guess(run.step().question().orElseThrow().answer(), false));
      }
      facts = Facts.of(deed.facts()).orElse(facts);
      run.update(facts);
      if (asks && !early) {
        run.guess(deed.guess(run.step().question().orElseThrow().answer(), false));
      }
      run.write("In my words " + run.at());
      run.next();
    }
    assertTrue(run.isDone());
    return run;
  }

  @Test
  void theSettingsNameTheAttackWithItsSteps() {
    HandIn.Section section =
        new HandIn.Section(
            "Small steps",
            List.of(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            0,
            List.of(new HandIn.Value("attack.after", "answer after the attack", "9")),
            List.of(),
            Facts.of(
                Map.of(
                    "attack.attack", "iterated-fgsm", "attack.steps", 5, "attack.step_size", 0)));
    ReportDocument report =
        LessonReport.of(
            new HandIn("Steps", 3, "", "", true, List.of(section)),
            HandInPdf.ADA,
            Map.of("seed", 0L),
            Optional.empty(),
            (any, part) -> List.of());
    ReportBlock.Rows settings = (ReportBlock.Rows) report.sections().get(0).blocks().get(0);
    String attack =
        "FGSM, several steps; number of steps k: 5; size of one step α: the attack’s own choice";
    assertEquals(List.of(List.of("seed", 0L), List.of("attack", attack)), settings.table().rows());
    ReportBlock.Paragraph made = (ReportBlock.Paragraph) report.sections().get(1).blocks().get(1);
    assertEquals("Attack: " + attack + ".", made.text().words());
  }

  @Test
  void eachStepSaysWithWhatItWasMade() throws IOException {
    Lesson lesson =
        Lessons.shipped().stream().filter(one -> one.id().equals("one-digit")).findFirst().get();
    LessonRun run = new LessonRun(lesson);
    Facts facts = Facts.of(Map.of("lab.dataset", "mnist"));
    for (Student.Deed deed : Student.of("one-digit").deeds()) {
      facts = Facts.of(deed.before()).orElse(facts).with("lab.model", "net " + run.at());
      run.update(facts);
      facts = Facts.of(deed.facts()).orElse(facts);
      run.update(facts);
      if (run.stage() == LessonRun.Stage.GUESS) {
        run.guess(deed.guess(run.step().question().orElseThrow().answer(), true));
      }
      run.next();
    }
    ReportDocument report =
        LessonReport.of(
            run.handIn(), Byline.today(), Map.of(), Optional.empty(), (section, part) -> List.of());
    Path file = folder.resolve("made.md");
    HandInReport.write(file, report);
    String words = Files.readString(file);
    // the second and the third step list numbers of their own
    assertTrue(
        words.contains("Made with data set MNIST, model net 1. Attack: FGSM, one step."), words);
    assertTrue(
        words.contains("Made with data set MNIST, model net 2. Attack: FGSM, one step."), words);
  }
}
