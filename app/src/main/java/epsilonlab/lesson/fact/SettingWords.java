package epsilonlab.lesson.fact;

import epsilonlab.attack.Attack;
import epsilonlab.attack.Attacks;
import epsilonlab.data.DataSets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How a report names a fact and writes its value: in the words of the window, where a lesson's file
 * has an id or a number that stands for something else, as a target class of -1 for none.
 */
public final class SettingWords {
  private static final String NONE = "none";

  /** What only the digit picker shows changes nothing that is computed. */
  private static final Set<String> OF_THE_PICKER = Set.of("attack.class", "attack.only_correct");

  private static final Map<String, Stand> STANDS =
      Map.of(
          "attack.step_size", new Stand("size of one step α", 0.0, "the attack’s own choice"),
          "attack.target", new Stand("target class", -1.0, NONE),
          "photo.target", new Stand("target class", NONE, "none, any wrong answer"),
          "logistic.c", new Stand("regulariser C", Double.POSITIVE_INFINITY, NONE));

  /** A value that stands for something else. */
  private record Stand(String noun, Object value, String words) {}

  private SettingWords() {}

  /** Whether a report lists the fact among the settings. */
  public static boolean isListed(FactName fact) {
    return !OF_THE_PICKER.contains(fact.name());
  }

  /** What the fact is, without an explanation of its values. */
  public static String noun(FactName fact) {
    return Optional.ofNullable(STANDS.get(fact.name())).map(Stand::noun).orElse(fact.noun());
  }

  /**
   * The value in words.
   *
   * @param value of the type of the fact's format
   */
  public static String value(FactName fact, Object value) {
    Stand stand = STANDS.get(fact.name());
    if (stand != null && stand.value().equals(value)) {
      return stand.words();
    }
    String written = fact.format().write(value);
    return switch (fact.name()) {
      case "attack.attack" -> attack(written);
      case "lab.dataset" -> DataSets.names().contains(written) ? DataSets.title(written) : written;
      default -> written;
    };
  }

  private static String attack(String id) {
    return Attacks.ALL.stream()
        .filter(attack -> attack.id().equals(id))
        .findFirst()
        .map(Attack::title)
        .orElse(id);
  }
}
