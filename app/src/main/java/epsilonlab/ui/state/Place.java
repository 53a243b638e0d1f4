package epsilonlab.ui.state;

import epsilonlab.lesson.fact.FactName;
import epsilonlab.lesson.fact.FactNames;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where in the window a fact is at home: on a tab, and there perhaps on one of several parts or
 * pages. Neither takes anything before it was in view once.
 *
 * @param tab its id
 * @param chooser the fact that chooses the part; empty for a tab of one part
 * @param part what that fact has to be
 */
public record Place(String tab, String chooser, String part) {
  private static final List<String> CHOOSERS = List.of("generate.part", "privacy.part");
  private static final Map<String, String> PAGES =
      Map.of(
          "linear", "linear-adversary",
          "regression", "robust-regression",
          "svm", "svm",
          "perceptron", "perceptron",
          "discriminator", "discriminator",
          "pca", "pca",
          "uniform", "uniform");

  /** The place of a fact; empty for what stands in the frame. */
  public static Optional<Place> of(String fact) {
    String room = fact.substring(0, fact.indexOf('.'));
    if (choices("lab.tab").contains(room)) {
      return Optional.of(new Place(room, "", ""));
    }
    if (PAGES.containsKey(room)) {
      return Optional.of(new Place("theory", "theory.page", PAGES.get(room)));
    }
    return CHOOSERS.stream()
        .filter(chooser -> choices(chooser).contains(room))
        .findFirst()
        .map(chooser -> new Place(chooser.substring(0, chooser.indexOf('.')), chooser, room));
  }

  private static List<String> choices(String fact) {
    return FactNames.find(fact).map(FactName::choices).orElse(List.of());
  }
}
