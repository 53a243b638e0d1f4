package epsilonlab.lesson.fact;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which facts can be read on which part of the window. Of what is drawn over a setting, as accuracy
 * over ε, the value of every setting can be read, whatever is set.
 */
public final class PartContents {
  private static final List<String> LOGISTIC =
      List.of("logistic.train_accuracy", "logistic.test_accuracy", "logistic.attack_accuracy");
  private static final List<String> PLAYERS =
      List.of(
          "gan.generator_loss", "gan.discriminator_loss", "gan.real_score", "gan.generated_score");
  private static final List<String> BELIEFS = List.of("gan.real_score", "gan.generated_score");
  private static final List<String> VAE = List.of("vae.loss", "vae.reconstruction", "vae.kl");
  private static final List<String> DEFENCE =
      List.of("denoise.undefended", "denoise.plain", "denoise.adaptive");
  private static final List<String> AVERAGE = List.of("mean.same", "mean.theory");

  private static final Map<String, Contents> BY_PART = new LinkedHashMap<>();

  /**
   * What a part shows.
   *
   * @param facts that can be read on it
   * @param over settings of which it shows every value at once; empty for none
   */
  private record Contents(Set<String> facts, Set<String> over) {}

  static {
    attack();
    train();
    defend();
    generate();
    privacy();
    shows("photo.after", "photo.after", "photo.confidence_after", "photo.reached");
    shows("photo.classes", "photo.after", "photo.confidence_after", "photo.target_after");
    shows("photo.curves", "photo.after", "photo.target_after", "photo.reached");
    shows("photo.verdict", "photo.after", "photo.reached", "photo.smallest_epsilon");
    shows(
        "theory.numbers",
        "theory.difference",
        "perceptron.mistakes",
        "perceptron.bound",
        "discriminator.value",
        "discriminator.jsd",
        "pca.explained",
        "uniform.bias",
        "uniform.formula");
  }

  private PartContents() {}

  private static void attack() {
    String epsilon = "attack.epsilon";
    shows("attack.after", "attack.after", "attack.confidence_after", "attack.fooled");
    shows(
        "attack.probabilities_after",
        "attack.probabilities_after",
        "attack.after",
        "attack.confidence_after",
        "attack.label_after",
        "attack.fooled");
    shows(
        "attack.verdict",
        "attack.after",
        "attack.confidence_after",
        "attack.label_after",
        "attack.fooled",
        "attack.loss_after",
        "attack.linf",
        "attack.l2");
    over("attack.smallest", List.of(epsilon), "attack.smallest_epsilon", "attack.fooled");
    over("attack.curve", List.of(epsilon), "attack.curve", "attack.accuracy");
    shows("attack.strip", "attack.fooled", "attack.after", "attack.samples_fooled");
  }

  private static void train() {
    shows("train.accuracy", "train.test_accuracy", "train.wrong");
    shows("train.curves", "train.test_accuracy", "train.train_accuracy", "train.test_loss");
    shows("train.confusion", "train.test_accuracy", "train.wrong");
    shows("train.mistakes", "train.wrong");
  }

  private static void defend() {
    Set<String> table = new LinkedHashSet<>();
    Set<String> strongest = new LinkedHashSet<>();
    for (String method : List.of("standard", "fgsm", "pgd")) {
      table.addAll(
          List.of(
              "defend." + method + "_clean",
              "defend." + method + "_fgsm",
              "defend." + method + "_pgd"));
      strongest.add("defend." + method + "_strongest");
    }
    shows("defend.table", table.toArray(String[]::new));
    shows("defend.race", "defend.standard_clean", "defend.fgsm_clean", "defend.pgd_clean");
    // one run answers for all networks
    shows("defend.stronger", strongest.toArray(String[]::new));
  }

  private static void generate() {
    String[] read = {"gan.sure", "gan.classes"};
    // what the discriminator believes stands below the losses, as a part of its own
    over("gan.losses", List.of("gan.epoch"), "gan.generator_loss", "gan.discriminator_loss");
    over("gan.beliefs", List.of("gan.epoch"), BELIEFS.toArray(String[]::new));
    shows("gan.numbers", PLAYERS.toArray(String[]::new));
    shows("gan.numbers", read);
    shows("vae.beside_gan", read);
    over("vae.losses", List.of("vae.epoch"), VAE.toArray(String[]::new));
    shows("vae.numbers", VAE.toArray(String[]::new));
    shows("denoise.rows", "denoise.accuracy_noisy", "denoise.accuracy_restored");
    over("denoise.defence", List.of("denoise.epsilon"), DEFENCE.toArray(String[]::new));
    shows("denoise.verdict", DEFENCE.toArray(String[]::new));
  }

  private static void privacy() {
    shows("mean.accuracy", "mean.accuracy", "mean.theory", "mean.auc");
    shows("mean.roc", "mean.accuracy", "mean.auc", "mean.theory");
    // the same data with noise on the average stand in the other chart
    over("mean.dimensions", List.of("mean.dimensions"), "mean.fresh", "mean.theory");
    over("mean.noise", List.of("mean.variance"), AVERAGE.toArray(String[]::new));
    List<String> sizeAndRegulariser = List.of("logistic.n", "logistic.c");
    over("logistic.gap", sizeAndRegulariser, LOGISTIC.toArray(String[]::new));
    over("logistic.attack", sizeAndRegulariser, "logistic.attack_accuracy");
    over(
        "logistic.noise",
        List.of("logistic.variance", "logistic.c"),
        "logistic.noisy_test_accuracy",
        "logistic.noisy_attack_accuracy",
        "logistic.attack_accuracy");
    shows("logistic.accuracy", LOGISTIC.toArray(String[]::new));
    shows("logistic.accuracy", "logistic.noisy_test_accuracy", "logistic.noisy_attack_accuracy");
  }

  private static void shows(String part, String... facts) {
    over(part, List.of(), facts);
  }

  private static void over(String part, List<String> settings, String... facts) {
    Contents all =
        BY_PART.computeIfAbsent(
            Names.part(part).name(),
            name -> new Contents(new LinkedHashSet<>(), Set.copyOf(settings)));
    for (String fact : facts) {
      all.facts().add(Names.fact(fact).name());
    }
  }

  /** The parts on which one of these facts can be read. */
  public static List<PartName> showing(Set<String> facts) {
    return BY_PART.entrySet().stream()
        .filter(part -> part.getValue().facts().stream().anyMatch(facts::contains))
        .map(part -> Names.part(part.getKey()))
        .toList();
  }

  /** The settings of which a part shows every value at once. */
  public static Set<String> over(PartName part) {
    Contents contents = BY_PART.get(part.name());
    return contents == null ? Set.of() : contents.over();
  }
}
