package epsilonlab.lesson;

import epsilonlab.lesson.fact.Facts;
import epsilonlab.lesson.fact.PartContents;
import epsilonlab.lesson.fact.PartName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where a lesson gives an answer away: a part of the window that shows it and is not covered when
 * the question is asked, or was not in an earlier step with the same settings; or the step's own
 * words. Answers that do not come from the lab ("Yes") cannot be found like this.
 */
public final class Giveaways {
  private Giveaways() {}

  /** A sentence for each place that gives an answer away; empty if none does. */
  public static List<String> of(Lesson lesson) {
    List<String> all = new ArrayList<>();
    for (int i = 0; i < lesson.steps().size(); i++) {
      Step step = lesson.steps().get(i);
      if (step.question().isPresent()) {
        look(lesson, i, all);
      }
    }
    return all;
  }

  private static void look(Lesson lesson, int at, List<String> all) {
    Step step = lesson.steps().get(at);
    Set<String> asked = new HashSet<>(step.question().orElseThrow().answer().facts());
    asked.removeIf(name -> name.startsWith(Facts.KEPT));
    if (asked.isEmpty()) {
      return;
    }
    asked.removeAll(said(step));
    if (asked.isEmpty()) {
      all.add("Step “" + step.title() + "”: it says the answer itself before the guess.");
    }
    for (PartName part : PartContents.showing(asked)) {
      look(lesson, at, part, all);
    }
  }

  /** What the step says before the student has guessed. */
  private static Set<String> said(Step step) {
    Set<String> said = new HashSet<>(step.question().orElseThrow().ask().names());
    step.task().ifPresent(task -> said.addAll(task.say().names()));
    step.task()
        .filter(task -> !step.guessFirst())
        .ifPresent(task -> said.addAll(task.done().names()));
    return said;
  }

  private static void look(Lesson lesson, int at, PartName part, List<String> all) {
    Step step = lesson.steps().get(at);
    String shows = "Step “" + step.title() + "”: " + part.name() + " shows the answer";
    if (!step.question().orElseThrow().cover().contains(part) && !isCovered(lesson, at, part)) {
      all.add(shows + "; name it under 'cover'.");
    }
    for (int i = 0; i < at; i++) {
      Step earlier = lesson.steps().get(i);
      if (!isCovered(lesson, i + 1, part) && isOpenIn(earlier, step, part)) {
        all.add(shows + " in “" + earlier.title() + "” already; name it under 'cover_before'.");
        return;
      }
    }
  }

  /** Whether a question from this step on keeps a part covered from the beginning. */
  private static boolean isCovered(Lesson lesson, int from, PartName part) {
    return lesson.steps().subList(from, lesson.steps().size()).stream()
        .flatMap(step -> step.question().stream())
        .anyMatch(question -> question.coverBefore().contains(part));
  }

  /**
   * Whether a part could show in an earlier step what a later one asks for: both are on the same
   * tab and the earlier one does not set anything else that the part depends on.
   */
  private static boolean isOpenIn(Step earlier, Step later, PartName part) {
    Set<String> over = PartContents.over(part);
    Map<String, Object> before = earlier.setup();
    return later.setup().entrySet().stream()
        .filter(set -> !over.contains(set.getKey()))
        .noneMatch(
            set ->
                before.containsKey(set.getKey())
                    && !before.get(set.getKey()).equals(set.getValue()));
  }
}
