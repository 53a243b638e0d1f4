package epsilonlab.ui.photo;

import epsilonlab.photo.PhotoResult;
import epsilonlab.photo.PhotoVerdict;
import epsilonlab.photo.PhotoVerdict.Kind;
import epsilonlab.photo.Scores;
import java.util.Locale;

/** What the tab says in plain words. */
final class PhotoWords {
  /** Longer names are written smaller. */
  static final int LONG = 13;

  private PhotoWords() {}

  /** A label as a person reads it. */
  static String name(String label) {
    return label.replace('_', ' ');
  }

  /** A probability: "83.8 %". */
  static String percent(double probability) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * probability);
  }

  /** The heading of the verdict. */
  static String title(Kind kind) {
    return switch (kind) {
      case TARGET_REACHED -> "Fooled: target reached";
      case FOOLED -> "Fooled";
      case WITHIN_FAMILY -> "Moved within a family";
      case ELSEWHERE -> "Target not reached";
      case UNCHANGED -> "Not fooled";
    };
  }

  /** Success is danger here, as everywhere in the lab. */
  static String tone(Kind kind) {
    return switch (kind) {
      case TARGET_REACHED, FOOLED -> "danger";
      case WITHIN_FAMILY, ELSEWHERE -> "warning";
      case UNCHANGED -> "success";
    };
  }

  /** What was seen. */
  static String describe(PhotoResult result, PhotoVerdict verdict) {
    double percent = 100 * result.norms().linf();
    String moved =
        String.format(
            Locale.ROOT,
            percent < 1
                ? "No colour value moved by more than %.1g %%. "
                : "No colour value moved by more than %.1f %%. ",
            percent);
    return moved + verdict.sentences();
  }

  /** What is said before an attack. */
  static String before(Scores scores) {
    return "The network is "
        + percent(scores.best().probability())
        + " sure of "
        + name(scores.best().label())
        + ". An attack will start from there, whatever you would call the picture.";
  }
}
