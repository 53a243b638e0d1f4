package epsilonlab.report.capsule;

import epsilonlab.lesson.fact.PartName;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A moment of a lecture that was prepared.
 *
 * @param title in the list of moments
 * @param say a sentence for the lecturer
 * @param settings what is set, in this order, by the names of facts that can be set
 * @param covered the parts of the window that are covered until a key is pressed
 */
public record Moment(
    String title, String say, Map<String, Object> settings, List<PartName> covered) {
  /** Takes copies. */
  public Moment {
    settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    covered = List.copyOf(covered);
  }
}
