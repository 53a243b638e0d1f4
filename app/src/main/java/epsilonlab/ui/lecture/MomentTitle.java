package epsilonlab.ui.lecture;

import epsilonlab.attack.Attacks;
import epsilonlab.lesson.fact.FactName;
import epsilonlab.lesson.fact.FactNames;
import epsilonlab.lesson.fact.Format;
import epsilonlab.model.Architectures;
import epsilonlab.model.ModelEntry;
import epsilonlab.theory.Theorems;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a moment is called until the lecturer says otherwise, in the words of the window. */
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

  private static final Map<String, String> PARTS =
      Map.of(
          "gan", "GAN",
          "vae", "VAE",
          "denoise", "Denoising",
          "mean", "Gaussian mean",
          "logistic", "Logistic");

  private MomentTitle() {}

  /**
   * As in {@code Attack: small-cnn, 5 steps of FGSM, ε = 0.20}.
   *
   * @param models among which the one in use has its name
   */
  static String of(Map<String, Object> settings, List<ModelEntry> models) {
    String tab = String.valueOf(settings.getOrDefault("lab.tab", "view"));
    List<String> words = new ArrayList<>();
    for (String name : TELLING) {
      // a model matters where one is in use
      boolean ofModel = name.equals("lab.model") && !tab.equals("attack");
      if (settings.containsKey(name) && !ofModel) {
        words.add(words(name, settings, models));
      }
    }
    String start = Character.toUpperCase(tab.charAt(0)) + tab.substring(1);
    return words.isEmpty() ? start : start + ": " + String.join(", ", words);
  }

  private static String words(String name, Map<String, Object> settings, List<ModelEntry> models) {
    String value = text(name, settings.get(name));
    return switch (name) {
      case "generate.part", "privacy.part" -> PARTS.getOrDefault(value, value);
      case "theory.page" -> Theorems.get(value).title();
      case "train.network" -> Architectures.get(value).title();
      case "lab.model" -> model(value, models);
      case "attack.attack" -> attack(value, settings);
      case "defend.attacker" -> "attacker’s ε = " + value;
      default -> "ε = " + value;
    };
  }

  private static String model(String id, List<ModelEntry> models) {
    return models.stream()
        .filter(entry -> entry.id().equals(id))
        .map(entry -> entry.card().name())
        .findFirst()
        .orElse(id);
  }

  /** A title such as "FGSM, several steps" would read as two things in a list. */
  private static String attack(String id, Map<String, Object> settings) {
    if (id.equals("fgsm")) {
      return "FGSM";
    }
    if (id.equals("iterated-fgsm") && settings.containsKey("attack.steps")) {
      return text("attack.steps", settings.get("attack.steps")) + " steps of FGSM";
    }
    return Attacks.get(id).title();
  }

  private static String text(String name, Object value) {
    Optional<Format> format = FactNames.find(name).map(FactName::format);
    return value instanceof Double && format.isPresent()
        ? format.get().write(value)
        : String.valueOf(value);
  }
}
