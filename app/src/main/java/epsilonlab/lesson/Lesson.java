package epsilonlab.lesson;

import java.util.List;

/**
 * A lesson.
 *
 * @param id its short name, as in {@code one-digit}
 * @param number its place among the lessons; 0 for one without
 * @param title its title
 * @param minutes how long it takes
 * @param tabs the tabs that it uses, the first one first
 * @param theory the page of the Theory tab that belongs to it; empty for none
 * @param summary one sentence
 * @param steps at least one
 * @param fingerprint SHA-256 of the file's text
 */
public record Lesson(
    String id,
    int number,
    String title,
    int minutes,
    List<String> tabs,
    String theory,
    String summary,
    List<Step> steps,
    String fingerprint) {
  /** Takes copies. */
  public Lesson {
    tabs = List.copyOf(tabs);
    steps = List.copyOf(steps);
  }
}
