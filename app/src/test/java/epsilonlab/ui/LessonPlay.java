package epsilonlab.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import epsilonlab.lesson.Guess;
import epsilonlab.lesson.HandInPdf;
import epsilonlab.lesson.Lesson;
import epsilonlab.lesson.Lessons;
import epsilonlab.lesson.Question;
import epsilonlab.lesson.Step;
import epsilonlab.lesson.fact.Facts;
import epsilonlab.lesson.file.LessonParser;
import epsilonlab.lesson.run.LessonProgress;
import epsilonlab.lesson.run.LessonRun;
import epsilonlab.settings.Home;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;

/**
 * A student who walks through a lesson on a real tab. What the tab does not know (what stands in
 * the frame) is remembered here.
 */
public final class LessonPlay {
  private final LessonProgress progress;
  private final Supplier<TabFacts> tab;
  private final Map<String, Object> frame = new TreeMap<>();
  private LessonRun run;

  /**
   * @param tab asked before every look, as the lesson panel does
   */
  public LessonPlay(Lesson lesson, Home home, Supplier<TabFacts> tab) {
    this.progress = new LessonProgress(home);
    this.tab = tab;
    this.run = new LessonRun(lesson);
    begin();
  }

  /** A lesson that comes with the lab. */
  public static Lesson shipped(String id) {
    return Lessons.shipped().stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
  }

  /**
   * The same in small numbers, for a test.
   *
   * @param file its name among the resources
   * @param changes what is replaced, wherever it stands, pair by pair
   */
  public static Lesson shortened(String file, String... changes) {
    try (var in = LessonPlay.class.getResourceAsStream("/epsilonlab/lessons/" + file)) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      for (int i = 0; i < changes.length; i += 2) {
        assertTrue(text.contains(changes[i]), changes[i]);
        text = text.replace(changes[i], changes[i + 1]);
      }
      return LessonParser.parse(text, file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** The lesson as far as it is. */
  public LessonRun run() {
    return run;
  }

  // as the lesson panel does it: first all that is set, then the first look
  private void begin() {
    run.settings().forEach(this::set);
    look();
  }

  private void set(String name, Object value) {
    if (name.startsWith("lab.")) {
      frame.put(name, value);
      return;
    }
    TabFacts now = tab.get();
    assertTrue(now.settable().contains(name), "the tab cannot set " + name);
    now.take(name, value);
    if (run.locked().contains(name)) {
      assertEquals(Optional.of(value), tab.get().now().get(name), name);
    }
  }

  /** A number that a tab tells. */
  public static double number(TabFacts tab, String fact) {
    return (Double)
        tab.now().get(fact).orElseThrow(() -> new AssertionError(fact + " is not told"));
  }

  /**
   * Waits for the end of what was started on a tab.
   *
   * @param tick what the tab's timer does
   * @param finished how often anything has ended there
   */
  public static void untilFinished(
      QueuedFx fx, Runnable tick, IntSupplier finished, ObservableValue<Phase> phase)
      throws Exception {
    int before = finished.getAsInt();
    fx.until(
        "the end",
        () -> {
          tick.run();
          return phase.getValue() == Phase.IDLE && finished.getAsInt() > before;
        });
  }

  /** Waits until the task is met. */
  public void untilTaskMet(QueuedFx fx) throws Exception {
    fx.until("the task of " + step().title(), this::isTaskMet);
  }

  /** Tells the lesson what the lab is like now. */
  public void look() {
    run.update(Facts.of(frame).orElse(tab.get().now()));
  }

  /** Whether the student has done what the step asks for. */
  public boolean isTaskMet() {
    look();
    return run.isTaskMet();
  }

  /** Guesses what may be right or not; the lab does not say yet. */
  public void guess(Guess guess) {
    look();
    assertEquals(LessonRun.Stage.GUESS, run.stage(), () -> run.missing().toString());
    assertEquals(Optional.empty(), run.comparison());
    run.guess(guess);
    leaveAndComeBack();
  }

  /** Guesses by what the lab says, or against it. */
  public void guess(boolean rightly) {
    look();
    Question.Answer answer = run.step().question().orElseThrow().answer();
    Guess truth = answer.truth(run.facts()).orElseThrow(() -> new AssertionError("no truth yet"));
    guess(rightly ? near(answer, truth) : wrong(answer, truth));
  }

  private static Guess near(Question.Answer answer, Guess truth) {
    return answer instanceof Question.Slider slider
        ? new Guess.Number(
            Math.max(slider.from(), Math.min(slider.to(), ((Guess.Number) truth).value())))
        : truth;
  }

  private static Guess wrong(Question.Answer answer, Guess truth) {
    if (answer instanceof Question.Slider slider) {
      double value = ((Guess.Number) truth).value();
      boolean low = value - slider.from() < slider.to() - value;
      return new Guess.Number(low ? slider.to() : slider.from());
    }
    return ((Question.Options) answer)
        .options().keySet().stream()
            .map(option -> (Guess) new Guess.Choice(option))
            .filter(option -> !option.equals(truth))
            .findFirst()
            .orElseThrow();
  }

  /**
   * The step is done; the student leaves, comes back, and goes on if there is more.
   *
   * @param rightly how the guess was; of no meaning in a step without a question
   */
  public void goOn(boolean rightly) {
    look();
    assertEquals(LessonRun.Stage.DONE, run.stage(), () -> step().title() + run.missing());
    if (step().question().isPresent()) {
      assertEquals(rightly, run.comparison().orElseThrow().right(), step().title());
    }
    for (var text : step().task().map(task -> task.done()).stream().toList()) {
      assertTrue(text.isKnown(run.facts()), () -> "unknown in: " + text);
    }
    step()
        .question()
        .flatMap(Question::told)
        .ifPresent(told -> assertTrue(told.isKnown(run.facts()), () -> "unknown in: " + told));
    for (String fact : step().report().facts()) {
      assertTrue(run.facts().get(fact).isPresent(), () -> step().title() + " misses " + fact);
    }
    run.write("In my words, " + step().title());
    leaveAndComeBack();
    if (run.canGoOn()) {
      run.next();
      begin();
    } else {
      assertTrue(run.isDone());
      assertTrue(run.handIn().complete());
      report();
    }
  }

  /** What is handed in, made and read back: all that was asked, guessed, found out and written. */
  public HandInPdf report() {
    return HandInPdf.of(run.handIn());
  }

  private Step step() {
    return run.step();
  }

  private void leaveAndComeBack() {
    boolean done = run.isDone(run.at());
    progress.save(run);
    LessonProgress.Loaded back = progress.load(run.lesson());
    assertEquals(Optional.empty(), back.notice());
    assertEquals(run.at(), back.run().at());
    assertEquals(run.comparison(), back.run().comparison());
    back.run().resume(run);
    run = back.run();
    assertEquals(done, run.isDone(run.at()));
    look();
  }
}
