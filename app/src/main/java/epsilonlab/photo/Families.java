package epsilonlab.photo;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which classes a layman would call the same thing: an untargeted attack that turns a tusker into
 * an African elephant has changed little. The list beside this class is short and made by hand; a
 * class that is not in it has no relatives.
 */
public final class Families {
  private static final Map<String, String> BY_LABEL = read();

  private Families() {}

  private static Map<String, String> read() {
    Map<String, String> families = new HashMap<>();
    Set<String> ambiguous = new HashSet<>();
    ClassNames names = ClassNames.imageNet();
    for (String line : Resource.lines("families.txt")) {
      int colon = line.indexOf(':');
      String family = line.substring(0, colon);
      for (String range : line.substring(colon + 1).strip().split(" ")) {
        int dash = range.indexOf('-');
        int first = Integer.parseInt(dash < 0 ? range : range.substring(0, dash));
        int last = dash < 0 ? first : Integer.parseInt(range.substring(dash + 1));
        for (int index = first; index <= last; index++) {
          String before = families.put(names.label(index), family);
          if (before != null && !before.equals(family)) {
            ambiguous.add(names.label(index));
          }
        }
      }
    }
    families.keySet().removeAll(ambiguous);
    return families;
  }

  /** What two labels both are, "elephant", if it is the same. */
  public static Optional<String> shared(String label, String other) {
    String family = BY_LABEL.get(label);
    return family != null && family.equals(BY_LABEL.get(other))
        ? Optional.of(family)
        : Optional.empty();
  }
}
