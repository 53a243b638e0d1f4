package epsilonlab.ui.capsule;

import epsilonlab.lesson.fact.FactName;
import epsilonlab.lesson.fact.FactNames;
import epsilonlab.lesson.fact.Facts;
import epsilonlab.report.capsule.Capsule;
import epsilonlab.report.capsule.Experiment;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where in the window an experiment of the command line is at home: its options as facts. What the
 * window has no control for is left out.
 */
final class ExperimentState {
  /** Where a command's work is done: the facts that bring it into view. */
  private static final Map<String, Map<String, Object>> PLACES =
      Map.ofEntries(
          Map.entry("attack", Map.of("lab.tab", "attack")),
          Map.entry("curve", Map.of("lab.tab", "attack")),
          Map.entry("diagnose", Map.of("lab.tab", "attack")),
          Map.entry("evaluate", Map.of("lab.tab", "attack")),
          Map.entry("train", Map.of("lab.tab", "train")),
          Map.entry("defend", Map.of("lab.tab", "defend")),
          Map.entry("gan", Map.of("lab.tab", "generate", "generate.part", "gan")),
          Map.entry("vae", Map.of("lab.tab", "generate", "generate.part", "vae")),
          Map.entry("denoise", Map.of("lab.tab", "generate", "generate.part", "denoise")),
          Map.entry("gaussian", Map.of("lab.tab", "privacy", "privacy.part", "mean")),
          Map.entry("membership", Map.of("lab.tab", "privacy", "privacy.part", "logistic")),
          Map.entry("photo", Map.of("lab.tab", "photo")),
          Map.entry("theory", Map.of("lab.tab", "theory")));

  /** Which fact an option of a command is; the first value of a list counts. */
  private static final Map<String, Map<String, String>> OPTIONS =
      Map.of(
          "attack",
              Map.of(
                  "attack", "attack.attack",
                  "epsilon", "attack.epsilon",
                  "steps", "attack.steps",
                  "step-size", "attack.step_size",
                  "target", "attack.target"),
          "curve", Map.of("attack", "attack.attack", "steps", "attack.steps"),
          "diagnose", Map.of("attack", "attack.attack", "epsilon", "attack.epsilon"),
          "train",
              Map.of(
                  "model", "train.network",
                  "epochs", "train.epochs",
                  "learning-rate", "train.learning_rate",
                  "batch", "train.batch"),
          "defend",
              Map.of(
                  "model", "defend.network",
                  "epsilon", "defend.epsilon",
                  "steps", "defend.steps",
                  "epochs", "defend.epochs",
                  "attack-epsilons", "defend.attacker"),
          "gan", Map.of("epochs", "gan.epochs"),
          "vae", Map.of("epochs", "vae.epochs", "latent", "vae.latent", "beta", "vae.beta"),
          "denoise", Map.of("epochs", "denoise.epochs", "noise", "denoise.size"),
          "gaussian", Map.of("n", "mean.people", "dimension", "mean.dimensions"),
          "theory", Map.of("topic", "theory.page"));

  private ExperimentState() {}

  /** What the window knows to set of a capsule that a command made. */
  static Facts of(Experiment experiment, Capsule capsule) {
    Facts facts =
        put(Facts.NONE, "lab.dataset", experiment.dataset()).with("lab.seed", experiment.seed());
    for (Map.Entry<String, Object> place :
        PLACES.getOrDefault(experiment.command(), Map.of()).entrySet()) {
      facts = facts.with(place.getKey(), place.getValue());
    }
    Map<String, String> names = OPTIONS.getOrDefault(experiment.command(), Map.of());
    for (Map.Entry<String, String> option : new LinkedHashMap<>(names).entrySet()) {
      List<String> values = experiment.options().getOrDefault(option.getKey(), List.of());
      if (!values.isEmpty()) {
        facts = put(facts, option.getValue(), values.get(0).split(",")[0].strip());
      }
    }
    if (experiment.command().equals("attack") && !capsule.indices().isEmpty()) {
      facts = put(facts, "attack.index", capsule.indices().get(0).split("-")[0]);
    }
    return facts;
  }

  /** The same with one more; a text that the fact cannot be is left out. */
  private static Facts put(Facts facts, String name, String text) {
    FactName fact = FactNames.find(name).orElseThrow();
    Optional<Object> value = fact.format().isNumber() ? number(text) : Optional.of(text);
    return value
        .filter(possible -> fact.refuses(possible).isEmpty())
        .map(possible -> facts.with(name, possible))
        .orElse(facts);
  }

  private static Optional<Object> number(String text) {
    try {
      return Optional.of(Double.valueOf(text));
    } catch (NumberFormatException word) {
      return Optional.empty();
    }
  }
}
