package epsilonlab.lesson;

import epsilonlab.lesson.fact.Expression;
import epsilonlab.lesson.fact.PartName;
import epsilonlab.lesson.fact.Template;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A step of a lesson.
 *
 * @param title its heading
 * @param text what stands above the task
 * @param setup what the step sets and locks, by the name of the fact
 * @param suggest what it sets and leaves free
 * @param task what the student does
 * @param question what the student predicts
 * @param guessFirst whether the question comes before the task
 * @param hints opened one by one
 * @param explanation shown when task and question are done
 * @param words the question that the student answers in own words
 * @param keep what later steps call {@code kept.name}, taken when the step is done
 * @param report what goes into the hand-in
 */
public record Step(
    String title,
    List<Block> text,
    Map<String, Object> setup,
    Map<String, Object> suggest,
    Optional<Task> task,
    Optional<Question> question,
    boolean guessFirst,
    List<Template> hints,
    Explanation explanation,
    Optional<Template> words,
    Map<String, Expression> keep,
    Report report) {
  /**
   * What is explained in the end.
   *
   * @param title its heading, for example "Why?"; empty where there is none
   */
  public record Explanation(String title, List<Block> text) {
    /** No explanation. */
    public static final Explanation NONE = new Explanation("", List.of());
  }

  /**
   * What of the window goes into the hand-in.
   *
   * @param parts figures and tables
   * @param facts numbers
   */
  public record Report(List<PartName> parts, List<String> facts) {
    /** Nothing. */
    public static final Report NONE = new Report(List.of(), List.of());
  }
}
