package epsilonlab.lesson.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import epsilonlab.lesson.Block;
import epsilonlab.lesson.Giveaways;
import epsilonlab.lesson.Lesson;
import epsilonlab.lesson.Lessons;
import epsilonlab.lesson.Question;
import epsilonlab.lesson.Step;
import epsilonlab.lesson.fact.Condition;
import epsilonlab.lesson.fact.FactNames;
import epsilonlab.lesson.fact.Facts;
import epsilonlab.lesson.fact.PartName;
import epsilonlab.lesson.fact.Template;
import epsilonlab.settings.Home;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every lesson that comes with the lab, walked through by a scripted student. */
class ShippedLessonsTest {
  private static final List<Lesson> SHIPPED = Lessons.shipped();

  static Stream<Arguments> walks() {
    return SHIPPED.stream()
        .flatMap(
            lesson -> Stream.of(Arguments.of(lesson.id(), true), Arguments.of(lesson.id(), false)));
  }

  @ParameterizedTest(name = "{0}, guesses right: {1}")
  @MethodSource("walks")
  void aStudentCanWalkThrough(String id, boolean rightly, @TempDir Path folder) {
    Lesson lesson = SHIPPED.stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
    Student student = Student.of(id);
    LessonProgress progress = new LessonProgress(Home.of(folder));
    LessonRun run = new LessonRun(lesson);
    assertEquals(lesson.steps().size(), student.deeds().size(), "a deed a step");
    Facts facts = Facts.NONE;
    for (int i = 0; i < lesson.steps().size(); i++) {
      Step step = lesson.steps().get(i);
      Student.Deed deed = student.deeds().get(i);
      assertEquals(i, run.at());
      assertEquals(step.setup().keySet(), run.locked());
      facts = with(facts, deed.before());
      run.update(facts);
      if (step.task().isPresent() && !deed.facts().isEmpty()) {
        assertFalse(run.isTaskMet(), "the task of step " + i + " was met before it was done");
        assertFalse(run.missing().isEmpty());
      }
      boolean asks = step.question().isPresent();
      boolean early = asks && step.guessFirst();
      if (early) {
        guess(run, deed, rightly);
        run = leaveAndComeBack(progress, run);
        run.update(facts);
      }
      facts = with(facts, deed.facts());
      run.update(facts);
      List<String> missing = run.missing();
      assertTrue(run.isTaskMet(), () -> step.title() + " misses " + missing);
      if (asks && !early) {
        assertEquals(LessonRun.Stage.GUESS, run.stage());
        assertEquals(cover(lesson, i), run.covered());
        guess(run, deed, rightly);
      }
      assertEquals(LessonRun.Stage.DONE, run.stage(), step.title());
      assertEquals(coverBefore(lesson, i + 1), run.covered());
      if (asks) {
        assertEquals(rightly, run.comparison().orElseThrow().right(), step.title());
      }
      nothingIsUnknown(run, step);
      run.write("In my words " + i);
      run = leaveAndComeBack(progress, run);
      run.update(facts);
      assertEquals("In my words " + i, run.record(i).words());
      if (i < lesson.steps().size() - 1) {
        assertTrue(run.canGoOn());
        run.next();
      }
    }
    assertTrue(run.isDone());
    handsInAll(lesson, run.handIn());
  }

  private static Facts with(Facts facts, Map<String, Object> more) {
    return Facts.of(more).orElse(facts);
  }

  private static Set<PartName> cover(Lesson lesson, int step) {
    Set<PartName> all = coverBefore(lesson, step);
    all.addAll(lesson.steps().get(step).question().orElseThrow().cover());
    return all;
  }

  /** What this step's question and later ones cover from the beginning on. */
  private static Set<PartName> coverBefore(Lesson lesson, int from) {
    Set<PartName> all = new HashSet<>();
    lesson.steps().subList(from, lesson.steps().size()).stream()
        .flatMap(step -> step.question().stream())
        .forEach(question -> all.addAll(question.coverBefore()));
    return all;
  }

  @Test
  void noPartOfTheWindowGivesAnAnswerAway() {
    for (Lesson lesson : SHIPPED) {
      List<String> remarks =
          Giveaways.of(lesson).stream()
              // the classes before the attack are what the first step is about
              .filter(remark -> !remark.contains("photo.classes shows the answer in “The photo”"))
              .toList();
      assertEquals(List.of(), remarks, lesson.id());
    }
  }

  /** What stands below a task that is not met says what to do, whatever the lab says. */
  @ParameterizedTest
  @MethodSource("lessons")
  void whatIsMissingIsSaidInAWholeSentence(String id) {
    Lesson lesson = SHIPPED.stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
    List<Condition> all =
        lesson.steps().stream()
            .flatMap(step -> step.task().stream())
            .flatMap(task -> task.when().stream())
            .toList();
    assertFalse(all.isEmpty());
    for (Condition condition : all) {
      sounds(condition.missing(Facts.NONE));
      for (Object other : others(condition.name())) {
        Facts facts =
            Facts.of(Map.of(condition.name(), other, "kept.digit", 4.0, "kept.one_step", 1.0));
        if (!condition.holds(facts, Facts.NONE)) {
          sounds(condition.missing(facts));
        }
      }
    }
  }

  static Stream<String> lessons() {
    return SHIPPED.stream().map(Lesson::id);
  }

  private static List<Object> others(String name) {
    return switch (FactNames.find(name).orElseThrow().format()) {
      case TEXT -> List.of("something else");
      case TRUTH -> List.of(true, false);
      case CURVE -> List.of();
      default -> List.of(0.125, 77.0);
    };
  }

  private static void sounds(String sentence) {
    // what is so, and what to do about it
    assertTrue(
        sentence.matches("[A-ZεCn].+(: |\\. )[A-Za-z].+\\.|[nC] is .+: choose .+\\."), sentence);
    assertFalse(sentence.contains("{") || sentence.contains("should"), sentence);
    assertFalse(sentence.contains("not known") || sentence.contains("  "), sentence);
  }

  private static void guess(LessonRun run, Student.Deed deed, boolean rightly) {
    Question.Answer answer = run.step().question().orElseThrow().answer();
    run.guess(deed.guess(answer, rightly));
  }

  private static LessonRun leaveAndComeBack(LessonProgress progress, LessonRun run) {
    progress.save(run);
    LessonProgress.Loaded back = progress.load(run.lesson());
    assertTrue(back.notice().isEmpty(), () -> back.notice().orElseThrow());
    LessonRun again = back.run();
    assertEquals(run.at(), again.at());
    assertEquals(run.stage() == LessonRun.Stage.DONE, again.stage() == LessonRun.Stage.DONE);
    assertEquals(run.record(run.at()).guess(), again.record(run.at()).guess());
    assertEquals(run.comparison(), again.comparison());
    return again;
  }

  private static void nothingIsUnknown(LessonRun run, Step step) {
    List<Template> all = new ArrayList<>();
    Stream.concat(step.text().stream(), step.explanation().text().stream())
        .forEach(block -> all.addAll(templates(block)));
    step.task().ifPresent(task -> all.addAll(List.of(task.say(), task.done())));
    step.question().ifPresent(question -> all.add(question.ask()));
    step.question().flatMap(Question::told).ifPresent(all::add);
    step.words().ifPresent(all::add);
    all.addAll(step.hints());
    all.forEach(text -> assertTrue(text.isKnown(run.facts()), () -> "unknown in: " + text));
  }

  private static List<Template> templates(Block block) {
    if (block instanceof Block.Paragraph paragraph) {
      return List.of(paragraph.text());
    }
    if (block instanceof Block.Items items) {
      return items.items();
    }
    return block instanceof Block.Rows rows
        ? Stream.concat(rows.header().stream(), rows.rows().stream().flatMap(List::stream)).toList()
        : List.of();
  }

  private static void handsInAll(Lesson lesson, HandIn handIn) {
    assertTrue(handIn.complete());
    assertEquals(lesson.steps().size(), handIn.sections().size());
    for (int i = 0; i < lesson.steps().size(); i++) {
      Step step = lesson.steps().get(i);
      HandIn.Section section = handIn.sections().get(i);
      assertEquals(step.question().isPresent(), section.question().isPresent());
      assertEquals(step.words().isPresent(), section.words().isPresent());
      assertEquals(step.report().parts(), section.parts());
      assertEquals(
          step.report().facts(), section.numbers().stream().map(HandIn.Value::name).toList());
    }
  }

  @Test
  void numbersAndIdsAreDistinctAndLessonsAreShort() {
    List<Lesson> all = SHIPPED;
    assertEquals(
        IntStream.rangeClosed(1, all.size()).boxed().toList(),
        all.stream().map(Lesson::number).toList());
    assertEquals(all.size(), all.stream().map(Lesson::id).collect(Collectors.toSet()).size());
    assertTrue(all.stream().allMatch(lesson -> lesson.minutes() < 20));
  }

  /** What a lesson fixes must be on a tab that it says it uses. */
  @Test
  void lessonsStayOnTheirTabs() {
    for (Lesson lesson : SHIPPED) {
      Set<String> tabs = new HashSet<>();
      for (Step step : lesson.steps()) {
        Object tab = step.setup().get("lab.tab");
        if (tab != null) {
          tabs.add(tab.toString());
        }
      }
      assertEquals(Set.copyOf(lesson.tabs()), tabs, lesson.id());
    }
  }

  @Test
  void everyFactOfAScriptIsInTheCatalogue() {
    for (Lesson lesson : SHIPPED) {
      Student.of(lesson.id()).deeds().stream()
          .flatMap(
              deed ->
                  Stream.concat(deed.before().keySet().stream(), deed.facts().keySet().stream()))
          .forEach(name -> assertTrue(FactNames.find(name).isPresent(), name));
    }
  }
}
