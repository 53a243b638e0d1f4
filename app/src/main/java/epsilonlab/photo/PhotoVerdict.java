package epsilonlab.photo;

import java.util.Locale;
import java.util.Optional;

/**
 * What an attack on a photo came to.
 *
 * @param kind in a word
 * @param family what the found class and the new answer both are, where they are relatives
 * @param stalled whether plain gradient steps ended far inside the bound
 * @param sentences the same in plain words, one or several
 */
public record PhotoVerdict(Kind kind, Optional<String> family, boolean stalled, String sentences) {
  private static final double STALLED = 0.75;

  /** How it ended. */
  public enum Kind {
    /** The answer is the target. */
    TARGET_REACHED,
    /** The answer is another one. */
    FOOLED,
    /** The answer is another one of the same family. */
    WITHIN_FAMILY,
    /** The answer is another one, but not the target. */
    ELSEWHERE,
    /** The answer is the same. */
    UNCHANGED
  }

  /** The verdict on a result. */
  public static PhotoVerdict of(PhotoResult result) {
    ClassScore before = result.before().best();
    ClassScore after = result.after().best();
    Optional<String> family =
        before.index() == after.index()
            ? Optional.empty()
            : Families.shared(before.label(), after.label());
    Kind kind = kind(result, before, after, family);
    boolean stalled = isStalled(result);
    String words = words(result, kind, family.orElse(""));
    return new PhotoVerdict(kind, family, stalled, stalled ? words + " " + stall(result) : words);
  }

  private static Kind kind(
      PhotoResult result, ClassScore before, ClassScore after, Optional<String> family) {
    if (before.index() == after.index()) {
      return Kind.UNCHANGED;
    }
    if (result.goal().isTargeted()) {
      return result.success() ? Kind.TARGET_REACHED : Kind.ELSEWHERE;
    }
    return family.isPresent() ? Kind.WITHIN_FAMILY : Kind.FOOLED;
  }

  private static boolean isStalled(PhotoResult result) {
    return result.settings().plan().attack() == PhotoAttacks.GRADIENT
        && !result.settings().ending().isReached(result.goal(), result.after())
        && result.norms().linf() < STALLED * result.settings().epsilon();
  }

  private static String words(PhotoResult result, Kind kind, String family) {
    String before = name(result, result.before().answer());
    String after = name(result, result.after().answer());
    double sure = result.after().best().probability();
    return switch (kind) {
      case TARGET_REACHED -> "The network now sees %s (%s).".formatted(noun(after), percent(sure));
      case FOOLED ->
          "The network no longer sees %s but %s (%s)."
              .formatted(noun(before), noun(after), percent(sure));
      case WITHIN_FAMILY ->
          "The answer changed from %s to %s (%s), but both are kinds of %s: the network is hardly fooled. A target class would show its real weakness."
              .formatted(before, after, percent(sure), family);
      case ELSEWHERE ->
          "The answer changed from %s to %s (%s), but the target %s was not reached."
              .formatted(before, after, percent(sure), name(result, result.goal().wanted()));
      case UNCHANGED -> "The network still sees %s (%s).".formatted(noun(before), percent(sure));
    };
  }

  private static String stall(PhotoResult result) {
    return String.format(
        Locale.ROOT,
        "The gradient steps stalled: after %d of them the largest change is %.2g of the %.2g allowed, for each is only as large as the gradient itself; sign steps (PGD) use it all.",
        result.steps(),
        result.norms().linf(),
        result.settings().epsilon());
  }

  private static String name(PhotoResult result, int index) {
    return result.before().names().words(index);
  }

  // by the letter: the thousand labels have no hour, and their unicycle forgives it
  private static String noun(String words) {
    boolean vowel = !words.isEmpty() && "aeioAEIO".indexOf(words.charAt(0)) >= 0;
    return (vowel ? "an " : "a ") + words;
  }

  private static String percent(double probability) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * probability);
  }
}
