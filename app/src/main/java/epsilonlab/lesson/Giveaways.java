package epsilonlab.lesson;

import epsilonlab.lesson.fact.PartContents;
import epsilonlab.lesson.fact.PartName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where a lesson gives an answer away: a part of the window that shows it and is not covered when
 * the question is asked, or was not in an earlier step with the same settings. Answers that do not
 * come from the lab ("Yes") cannot be found like this.
 */
public final class Giveaways {
  private Giveaways() {}

  /** A sentence for each part that gives an answer away; empty if none does. */
  public static List<String> of(Lesson lesson) {
    List<String> all = new ArrayList<>();
    for (int i = 0; i < lesson.steps().size(); i++) {
      Step step = lesson.steps().get(i);
      if (step.question().isPresent()) {
        Set<String> asked = asked(step, step.question().get());
        for (PartName part : PartContents.showing(asked)) {
          look(lesson, i, part, all);
        }
      }
    }
    return all;
  }

  /** What the answer depends on and the step does not say itself. */
  private static Set<String> asked(Step step, Question question) {
    Set<String> asked = new HashSet<>(question.answer().facts());
    asked.removeAll(question.ask().names());
    step.task().ifPresent(task -> asked.removeAll(task.done().names()));
    return asked;
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
