package epsilonlab.lesson;

import epsilonlab.lesson.fact.Condition;
import epsilonlab.lesson.fact.Facts;
import epsilonlab.lesson.fact.Template;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What the student does in a step.
 *
 * @param say what to do, in a sentence
 * @param when all of these hold when it is done
 * @param done the tick line, for example "No. {attack.index}, read as a {attack.before}"
 */
public record Task(Template say, List<Condition> when, Template done) {
  /**
   * Whether it is done.
   *
   * @param before the facts when the step began
   */
  public boolean isMet(Facts now, Facts before) {
    return when.stream().allMatch(condition -> condition.holds(now, before));
  }

  /**
   * What is still missing, in sentences that say what to do. Of what a tab does not tell yet the
   * first is named: the rest comes with it.
   */
  public List<String> missing(Facts now, Facts before) {
    Set<String> silent = new HashSet<>();
    return when.stream()
        .filter(condition -> !condition.holds(now, before))
        .filter(condition -> now.get(condition.name()).isPresent() || silent.add(condition.group()))
        .map(condition -> condition.missing(now))
        .distinct()
        .toList();
  }
}
