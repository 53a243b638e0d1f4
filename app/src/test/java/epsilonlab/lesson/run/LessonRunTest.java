package epsilonlab.lesson.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import epsilonlab.engine.LabException;
import epsilonlab.lesson.Guess;
import epsilonlab.lesson.Lesson;
import epsilonlab.lesson.LessonText;
import epsilonlab.lesson.fact.Facts;
import epsilonlab.lesson.fact.PartName;
import epsilonlab.lesson.file.LessonParser;
import epsilonlab.settings.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LessonRunTest {
  private static final Lesson LESSON =
      LessonParser.parse(
          LessonText.with(
              """
              ```setup
              attack.attack: fgsm
              ```

              ```suggest
              attack.epsilon: 0.1
              ```

              ```task
              say: Take a 7.
              when: {attack.label: 7}
              done: "No. {attack.index}."
              ```

              ```question
              ask: How much is left?
              number: {from: 0, to: 1, step: 0.1}
              truth: attack.accuracy
              tolerance: 0.05
              cover: [attack.curve]
              told: "{attack.accuracy} at {attack.smallest_epsilon}"
              ```

              ```keep
              left: attack.accuracy
              ```

              ```hints
              - First
              - Second {attack.label}
              ```

              # Two

              ```question
              ask: Better?
              options: {more: More, less: Less}
              truth:
                more: {train.test_accuracy: more than kept.left}
                less: otherwise
              ```

              ```task
              say: Train.
              when: {train.finished: changed}
              done: Trained.
              ```"""),
          "run.md");

  private static final Facts SEVEN =
      Facts.of(Map.of("attack.label", 7, "attack.index", 36, "attack.epsilon", 0.1));

  private static Guess number(double value) {
    return new Guess.Number(value);
  }

  @Test
  void theTaskComesBeforeTheGuess() {
    LessonRun run = new LessonRun(LESSON);
    run.update(Facts.of(Map.of("attack.label", 3)));
    assertEquals(LessonRun.Stage.TASK, run.stage());
    assertEquals(List.of("This digit is a 3: choose a 7."), run.missing());
    assertTrue(run.tick().isEmpty());
    assertThrows(LabException.class, () -> run.guess(number(0.5)));
    assertEquals(Set.of("attack.attack"), run.locked());
    assertEquals(Map.of("attack.attack", "fgsm", "attack.epsilon", 0.1), run.settings());

    run.update(SEVEN);
    assertEquals(LessonRun.Stage.GUESS, run.stage());
    assertEquals("No. 36.", run.tick().orElseThrow());
    // another digit before the guess, and the task is open again
    run.update(SEVEN.with("attack.label", 3));
    assertEquals(LessonRun.Stage.TASK, run.stage());
  }

  @Test
  void aGuessStaysAndTheTruthMayComeLater() {
    LessonRun run = new LessonRun(LESSON);
    run.update(SEVEN);
    assertThrows(LabException.class, () -> run.guess(number(1.5)));
    assertThrows(LabException.class, () -> run.guess(new Guess.Choice("more")));
    run.guess(number(0.8));
    assertEquals(LessonRun.Stage.WAITING, run.stage());
    assertTrue(run.covered().isEmpty());
    assertFalse(run.canGoOn());
    assertThrows(LabException.class, () -> run.guess(number(0.7)));

    run.update(SEVEN.with("attack.accuracy", 0.816));
    assertEquals(LessonRun.Stage.DONE, run.stage());
    assertTrue(run.comparison().orElseThrow().right());
    assertEquals("80.0 %", run.comparison().orElseThrow().guess());
    assertEquals("Near enough: 1.6 points too low.", run.comparison().orElseThrow().words());
    // what is still computed comes into the text, but only of the same settings
    assertEquals("81.6 % at …", run.comparison().orElseThrow().truth());
    run.update(SEVEN.with("attack.epsilon", 0.4).with("attack.smallest_epsilon", 0.9));
    assertEquals("81.6 % at …", run.comparison().orElseThrow().truth());
    run.update(SEVEN.with("attack.accuracy", 0.816).with("attack.smallest_epsilon", 0.04));
    assertEquals("81.6 % at 0.040", run.comparison().orElseThrow().truth());
    run.update(Facts.of(Map.of("attack.label", 3, "attack.accuracy", 0.1)));
    assertEquals("81.6 % at 0.040", run.comparison().orElseThrow().truth());
    assertEquals("No. 36.", run.tick().orElseThrow());
  }

  private static LessonRun inStepTwo() {
    LessonRun run = new LessonRun(LESSON);
    run.update(SEVEN.with("attack.accuracy", 0.5).with("train.finished", 4));
    run.guess(number(0.9));
    run.next();
    return run;
  }

  @Test
  void aGuessCanComeBeforeTheTask() {
    LessonRun run = inStepTwo();
    assertEquals(LessonRun.Stage.GUESS, run.stage());
    run.guess(new Guess.Choice("more"));
    assertEquals(LessonRun.Stage.TASK, run.stage());
    // what was trained before the step does not count
    run.update(SEVEN.with("train.finished", 4).with("train.test_accuracy", 0.9));
    assertEquals(LessonRun.Stage.TASK, run.stage());
    run.update(SEVEN.with("train.finished", 5).with("train.test_accuracy", 0.9));
    assertEquals(LessonRun.Stage.DONE, run.stage());
    assertTrue(run.comparison().orElseThrow().right());
    assertTrue(run.isDone());
    run.next();
    assertEquals(1, run.at());
  }

  @Test
  void goingBackShowsWhatWasAnswered() {
    LessonRun run = inStepTwo();
    run.back();
    assertEquals(0, run.at());
    assertEquals(LessonRun.Stage.DONE, run.stage());
    assertFalse(run.comparison().orElseThrow().right());
    assertEquals("You were 40.0 points too high.", run.comparison().orElseThrow().words());
    run.back();
    assertEquals(0, run.at());
  }

  private static final Lesson COVERED =
      LessonParser.parse(
          LessonText.with(
              """
              ```setup
              attack.epsilon: 0
              ```

              ```task
              say: Choose.
              when: {attack.label: 7}
              done: "No. {attack.index}."
              ```

              ```keep
              digit: attack.index
              ```

              # Two

              ```question
              ask: Fooled?
              options: {more: "Yes", less: "No"}
              truth:
                more: {attack.fooled: true}
                less: otherwise
              cover: [attack.after]
              ```

              # Three

              ```question
              ask: From where on?
              number: {from: 0, to: 1, step: 0.1}
              truth: attack.smallest_epsilon
              tolerance: 0.05
              cover: [attack.verdict]
              cover_before: [attack.smallest]
              ```"""),
          "covered.md");

  private static Set<String> covered(LessonRun run) {
    return run.covered().stream().map(PartName::name).collect(Collectors.toSet());
  }

  @Test
  void whatWouldAnswerAnOpenQuestionStaysCoveredWhereverTheStudentGoes(@TempDir Path folder) {
    LessonProgress progress = new LessonProgress(Home.of(folder));
    LessonRun run = new LessonRun(COVERED);
    assertEquals(Set.of("attack.smallest"), covered(run));
    Facts known = SEVEN.with("attack.fooled", true).with("attack.smallest_epsilon", 0.2);
    run.update(known);
    run.next();
    assertEquals(Set.of("attack.after", "attack.smallest"), covered(run));
    run.back();
    assertEquals(Set.of("attack.after", "attack.smallest"), covered(run), "step two is open");
    run.next();
    run.guess(new Guess.Choice("less"));
    assertEquals(Set.of("attack.smallest"), covered(run));
    run.next();
    run.back();
    run.back();
    assertEquals(Set.of("attack.verdict", "attack.smallest"), covered(run));
    progress.save(run);
    run = progress.load(COVERED).run();
    assertEquals(0, run.at());
    assertEquals(Set.of("attack.verdict", "attack.smallest"), covered(run), "left and come back");
    run.update(known);
    run.next();
    run.next();
    run.guess(number(0.2));
    assertEquals(Set.of(), covered(run));
    run.back();
    assertEquals(Set.of(), covered(run));
  }

  @Test
  void whatIsChosenIsWhatIsChosenWhenTheStudentGoesOn() {
    LessonRun run = new LessonRun(COVERED);
    run.update(SEVEN.with("attack.index", 0));
    assertEquals("No. 0.", run.tick().orElseThrow());
    run.update(SEVEN.with("attack.index", 17));
    assertEquals("No. 17.", run.tick().orElseThrow());
    run.update(SEVEN.with("attack.index", 18).with("attack.label", 3));
    assertEquals("No. 17.", run.tick().orElseThrow(), "no 7");
    run.leave();
    run.update(SEVEN.with("attack.index", 21));
    run.next();
    assertEquals("No. 17.", run.handIn().sections().get(0).task().orElseThrow().done());
    assertEquals(17.0, run.record(0).kept().get("kept.digit").orElseThrow());
    run.back();
    run.update(SEVEN.with("attack.index", 22));
    assertEquals("No. 17.", run.tick().orElseThrow(), "what follows is built on it");
  }

  private static final Lesson LATE =
      LessonParser.parse(
          LessonText.with(
              """
              ```task
              say: Choose.
              when: {attack.label: 7, attack.loss_after: known}
              done: "No. {attack.index}."
              ```

              ```keep
              smallest: attack.smallest_epsilon
              share: attack.epsilon / attack.l2
              ```

              # Two

              ```question
              ask: Fooled?
              options: {more: "Yes", less: "No"}
              truth:
                more: {attack.fooled: true}
                less: otherwise
              ```

              ```keep
              confidence: attack.confidence_after
              ```

              # Three

              The end."""),
          "late.md");

  // a share of nothing is no number, and never will be
  private static final Facts LOST = SEVEN.with("attack.loss_after", 2).with("attack.l2", 0);
  private static final String SMALLEST =
      "The smallest ε that fools this digit is not there yet: wait a moment.";

  @Test
  void aStepGoesOnWhenAllThatItKeepsIsKnownOfTheLastChoice() {
    LessonRun run = new LessonRun(LATE);
    run.update(LOST);
    assertTrue(run.isDone(0));
    assertFalse(run.canGoOn());
    assertEquals(List.of(SMALLEST), run.awaited());
    run.next();
    assertEquals(0, run.at());
    run.update(LOST.with("attack.smallest_epsilon", 0.2));
    assertTrue(run.canGoOn());
    assertEquals(List.of(), run.awaited());
    run.update(LOST.with("attack.index", 37));
    assertFalse(run.canGoOn(), "that was the digit before");
    run.update(LOST.with("attack.label", 3));
    assertEquals(List.of("This digit is a 3: choose a 7."), run.awaited());
    run.update(LOST.with("attack.index", 38).with("attack.loss_after", null));
    assertFalse(run.canGoOn(), "neither this one nor the one before");
    run.update(LOST.with("attack.index", 38).with("attack.smallest_epsilon", 0.3));
    assertTrue(run.canGoOn());
    run.next();
    assertEquals(0.3, run.record(0).kept().get("kept.smallest").orElseThrow());
    assertEquals("No. 38.", run.handIn().sections().get(0).task().orElseThrow().done());
  }

  @Test
  void whatIsKeptOfAnAnswerMayComeLateAsWell() {
    LessonRun run = new LessonRun(LATE);
    run.update(LOST.with("attack.smallest_epsilon", 0.2));
    run.next();
    run.guess(new Guess.Choice("more"));
    run.update(LOST.with("attack.fooled", true));
    assertTrue(run.isDone(1));
    assertFalse(run.canGoOn());
    run.update(LOST.with("attack.index", 37).with("attack.confidence_after", 0.7));
    assertFalse(run.canGoOn(), "of another digit");
    assertEquals(List.of("Digit No. 37 is in view: choose No. 36."), run.awaited());
    run.update(LOST.with("attack.confidence_after", 0.9));
    run.next();
    assertEquals(2, run.at());
    assertEquals(0.9, run.record(1).kept().get("kept.confidence").orElseThrow());
  }

  @Test
  void whatEndsInTheLabWhileTheLessonIsLeftCounts() {
    LessonRun run = inStepTwo();
    run.guess(new Guess.Choice("more"));
    LessonRun back = LessonProgress.read(LESSON, LessonProgress.text(run));
    back.resume(run);
    back.update(SEVEN.with("train.finished", 5).with("train.test_accuracy", 0.9));
    assertEquals(LessonRun.Stage.DONE, back.stage());
  }

  @Test
  void hintsOpenOneByOne() {
    LessonRun run = new LessonRun(LESSON);
    run.update(SEVEN);
    assertEquals(List.of(), run.hints());
    run.openHint();
    assertEquals(List.of("First"), run.hints());
    run.openHint();
    run.openHint();
    assertEquals(List.of("First", "Second 7"), run.hints());
    assertEquals(2, run.record(0).hintsOpened());
  }

  @Test
  void aHandInHoldsWhatIsDone() {
    LessonRun run = inStepTwo();
    run.guess(new Guess.Choice("less"));
    HandIn handIn = run.handIn();
    assertFalse(handIn.complete());
    assertEquals(1, handIn.sections().size());
    HandIn.Section section = handIn.sections().get(0);
    assertEquals("How much is left?", section.question().orElseThrow().ask());
    assertEquals(number(0.5), section.question().orElseThrow().truth());
    assertEquals("No. 36.", section.task().orElseThrow().done());
  }

  @Test
  void afterLeavingWhatWasDoneElsewhereDoesNotCountAsChanged(@TempDir Path folder) {
    LessonProgress progress = new LessonProgress(Home.of(folder));
    LessonRun run = inStepTwo();
    run.guess(new Guess.Choice("more"));
    progress.save(run);
    LessonRun back = progress.load(LESSON).run();
    assertEquals(1, back.at());
    back.update(Facts.of(Map.of("train.finished", 0, "train.test_accuracy", 0.9)));
    assertEquals(LessonRun.Stage.TASK, back.stage());
    back.update(Facts.of(Map.of("train.finished", 1, "train.test_accuracy", 0.9)));
    assertEquals(LessonRun.Stage.DONE, back.stage());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "null",
        "[]",
        "{\"version\": 1}",
        "{\"version\": 2, \"fingerprint\": \"FP\", \"at\": 0, \"steps\": []}",
        "{\"version\": 1, \"fingerprint\": \"FP\", \"at\": 7, \"steps\": [{}, {}]}",
        "{\"version\": 1, \"fingerprint\": \"FP\", \"at\": 0, \"steps\": [{}, {}]}"
      })
  void aDamagedFileIsMovedAside(String content, @TempDir Path folder) throws IOException {
    LessonProgress progress = new LessonProgress(Home.of(folder));
    progress.save(new LessonRun(LESSON));
    Path file = only(folder);
    Files.writeString(file, content.replace("FP", LESSON.fingerprint()));
    LessonProgress.Loaded loaded = progress.load(LESSON);
    assertEquals(0, loaded.run().at());
    assertTrue(loaded.notice().orElseThrow().contains("are damaged"), loaded.notice()::get);
    assertTrue(Files.exists(file.resolveSibling(file.getFileName() + ".damaged")));
    assertTrue(progress.load(LESSON).notice().isEmpty());
  }

  @Test
  void aTruncatedFileIsNeverHalfRead(@TempDir Path folder) throws IOException {
    LessonProgress progress = new LessonProgress(Home.of(folder));
    LessonRun run = inStepTwo();
    run.write("words");
    progress.save(run);
    Path file = only(folder);
    String all = Files.readString(file).strip();
    for (int length = 0; length < all.length(); length += 7) {
      Files.writeString(file, all.substring(0, length));
      assertEquals(0, progress.load(LESSON).run().at(), "cut at " + length);
    }
    Files.writeString(file, all);
    assertEquals("words", progress.load(LESSON).run().record(1).words());
  }

  @Test
  void aLessonThatHasChangedBeginsAnew(@TempDir Path folder) {
    LessonProgress progress = new LessonProgress(Home.of(folder));
    progress.save(inStepTwo());
    Lesson changed = LessonParser.parse(LessonText.with("Other text."), "run.md");
    LessonProgress.Loaded loaded = progress.load(changed);
    assertEquals(0, loaded.run().at());
    assertTrue(loaded.notice().orElseThrow().contains("has changed"), loaded.notice()::get);
    assertEquals(1, progress.load(LESSON).run().at());
    progress.forget(LESSON);
    assertEquals(0, progress.load(LESSON).run().at());
  }

  private static Path only(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("lessons"))) {
      return files.findFirst().orElseThrow();
    }
  }

  private static final Lesson DRAWN =
      LessonParser.parse(
          LessonText.with(
              """
              ```question
              ask: How does it fall?
              curve: {x: [0, 0.1, 0.2], from: 0, to: 1, x_label: x, y_label: y}
              truth: attack.curve
              tolerance: 0.1
              ```"""),
          "drawn.md");

  private static String drawn(String guess, String truth) {
    return "{\"version\": 1, \"fingerprint\": \""
        + DRAWN.fingerprint()
        + "\", \"at\": 0, \"steps\": [{\"done\": true, \"guess\": "
        + guess
        + ", \"truth\": "
        + truth
        + ", \"facts\": {}, \"kept\": {}, \"hints\": 0, \"words\": \"\"}]}";
  }

  private static final String SOUND = "[[0, 1], [0.1, 0.5], [0.2, 0]]";

  @Test
  void aDrawnGuessOfAFileIsReadBack() {
    LessonRun run = LessonProgress.read(DRAWN, drawn(SOUND, "[[0, 1.5], [0.1, 0.5], [0.2, 0]]"));
    assertFalse(run.comparison().orElseThrow().right(), "0.5 / 3 off on average is more than 0.1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "[[0, 1]]",
        "[[0, 1], [0.1, 0.5]]",
        "[[0, 1], [0.1, 0.5], [0.3, 0]]",
        "[[0, 1], [0.1, 0.5], [0.2, 0], [0.3, 0]]",
        "[[0, 1], [0.1, NaN], [0.2, 0]]",
        "[[0, 1], [0.1, Infinity], [0.2, 0]]",
        "0.5",
        "\"more\""
      })
  void aStrangersCurveOverOtherPointsIsNoAnswer(String curve) {
    assertThrows(LabException.class, () -> LessonProgress.read(DRAWN, drawn(curve, SOUND)));
    assertThrows(LabException.class, () -> LessonProgress.read(DRAWN, drawn(SOUND, curve)));
  }

  @Test
  void answersOfElsewhereLeaveOnesOwnBesideThem(@TempDir Path folder) throws IOException {
    LessonProgress progress = new LessonProgress(Home.of(folder));
    LessonRun own = inStepTwo();
    own.write("my own words");
    progress.save(own);
    String before = LessonProgress.text(own);
    for (String bad : List.of("", "{}", "[1]")) {
      assertThrows(LabException.class, () -> progress.replace(LESSON, bad));
      assertEquals("my own words", progress.load(LESSON).run().record(1).words());
    }
    String others = LessonProgress.text(new LessonRun(LESSON));
    assertEquals(before, progress.replace(LESSON, others).orElseThrow());
    assertEquals(0, progress.load(LESSON).run().at());
    try (Stream<Path> files = Files.list(folder.resolve("lessons"))) {
      Path beside =
          files.filter(file -> file.toString().endsWith(".before")).findFirst().orElseThrow();
      assertEquals(before, Files.readString(beside));
    }
  }

  @Test
  void toCountWhatIsDoneChangesNothing(@TempDir Path folder) throws IOException {
    LessonProgress progress = new LessonProgress(Home.of(folder));
    assertEquals(0, progress.stepsDone(LESSON));
    progress.save(inStepTwo());
    assertEquals(1, progress.stepsDone(LESSON));
    Path file = only(folder);
    Files.writeString(file, "{");
    assertEquals(0, progress.stepsDone(LESSON));
    assertEquals("{", Files.readString(file), "its damage is told when the lesson is opened");
  }
}
