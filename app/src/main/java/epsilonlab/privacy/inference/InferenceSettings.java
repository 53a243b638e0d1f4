package epsilonlab.privacy.inference;

import epsilonlab.engine.LabException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/**
 * How examples are attacked.
 *
 * @param attacks at least one
 * @param shadows how many shadow models are trained, even, 4 to 1,024; only if an attack needs them
 * @param offline whether the shadow models learn from other images only, so that they can be
 *     trained before anybody knows whom to attack; else from random halves of the very images that
 *     are attacked
 * @param spread of {@link Lira}
 * @param seed of the halves and of the trainings
 */
public record InferenceSettings(
    List<MembershipAttack> attacks, int shadows, boolean offline, Lira.Spread spread, long seed) {
  /** Enough for a clear picture in a few seconds of logistic regressions. */
  public static final int SHADOWS = 32;

  private static final int LEAST_SHADOWS = 4;
  private static final int MOST_SHADOWS = 1024;

  /**
   * Checks every value.
   *
   * @throws LabException that names the first one that is out of its range
   */
  public InferenceSettings {
    attacks = List.copyOf(new LinkedHashSet<>(attacks));
    if (attacks.isEmpty()) {
      throw new LabException("No membership attack is chosen; choose at least one.");
    }
    if (shadows < LEAST_SHADOWS || shadows > MOST_SHADOWS || shadows % 2 != 0) {
      throw new LabException(
          "The number of shadow models is "
              + shadows
              + ", but must be even, from "
              + LEAST_SHADOWS
              + " to "
              + MOST_SHADOWS
              + ".");
    }
  }

  /** The spread that suits a number of shadow models. */
  public static Lira.Spread spreadFor(int shadows) {
    return shadows >= Lira.ENOUGH_FOR_OWN_SPREAD ? Lira.Spread.EXAMPLE : Lira.Spread.GLOBAL;
  }

  /** Whether any attack needs shadow models. */
  public boolean needsShadows() {
    return attacks.stream().anyMatch(MembershipAttack::needsShadows);
  }

  /** Every setting by its name on the command line. */
  public Map<String, Object> toMap() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("attack", attacks.stream().map(MembershipAttack::id).toList());
    map.put("shadows", shadows);
    map.put("offline", offline);
    map.put("spread", spread.id());
    map.put("seed", seed);
    return map;
  }
}
