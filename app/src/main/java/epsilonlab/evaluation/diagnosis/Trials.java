package epsilonlab.evaluation.diagnosis;

import epsilonlab.attack.AttackPlan;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * Which digits of a sample were fooled by what; the chosen digit is the first.
 *
 * @param epsilon the radius asked about
 * @param own by the attack itself, at several radii, among them {@code epsilon}
 * @param unbounded by the attack itself with the largest radius there is
 * @param variants by other attacks at {@code epsilon}
 * @param random by random points of the ball
 */
record Trials(
    double epsilon,
    SortedMap<Double, boolean[]> own,
    boolean[] unbounded,
    Map<Variant, Variation> variants,
    boolean[] random) {
  /** Another attack, and whom it fooled. */
  record Variation(AttackPlan plan, boolean[] fooled) {
    boolean foolsChosen() {
      return fooled[0];
    }

    int count() {
      return Trials.count(fooled);
    }

    String words() {
      return Variant.words(plan);
    }
  }

  int size() {
    return random.length;
  }

  /** How many the attack itself fools at {@code epsilon}. */
  int ownCount() {
    return count(own.get(epsilon));
  }

  Optional<Variation> variant(Variant variant) {
    return Optional.ofNullable(variants.get(variant));
  }

  /** Whether the variant was tried and fools the chosen digit. */
  boolean fools(Variant variant) {
    return variant(variant).map(Variation::foolsChosen).orElse(false);
  }

  static int count(boolean[] fooled) {
    int count = 0;
    for (boolean one : fooled) {
      count += one ? 1 : 0;
    }
    return count;
  }
}
