package epsilonlab.ui.lecture;

import epsilonlab.lesson.fact.FactName;
import epsilonlab.lesson.fact.FactNames;
import epsilonlab.lesson.fact.Format;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a moment is called until the lecturer says otherwise. */
final class MomentTitle {
  /** The facts that tell one view of a tab from another best. */
  private static final List<String> TELLING =
      List.of(
          "generate.part",
          "privacy.part",
          "theory.page",
          "train.network",
          "lab.model",
          "attack.attack",
          "attack.epsilon",
          "defend.attacker",
          "photo.epsilon");

  private MomentTitle() {}

  /** As in {@code Attack, small-cnn-1, fgsm, 0.20}. */
  static String of(Map<String, Object> settings) {
    String tab = String.valueOf(settings.getOrDefault("lab.tab", "view"));
    List<String> words = new ArrayList<>();
    words.add(Character.toUpperCase(tab.charAt(0)) + tab.substring(1));
    for (String name : TELLING) {
      // a model matters where one is in use
      boolean ofModel = name.equals("lab.model") && !tab.equals("attack");
      if (settings.containsKey(name) && !ofModel) {
        words.add(text(name, settings.get(name)));
      }
    }
    return String.join(", ", words);
  }

  private static String text(String name, Object value) {
    Optional<Format> format = FactNames.find(name).map(FactName::format);
    return value instanceof Double && format.isPresent()
        ? format.get().write(value)
        : String.valueOf(value);
  }
}
