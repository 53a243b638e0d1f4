package epsilonlab.lesson.fact;

import epsilonlab.lesson.fact.PartName.Kind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The parts of the window that lessons may name; a new part is one line. */
public final class PartNames {
  /** All parts, tab by tab. */
  public static final List<PartName> ALL =
      List.of(
          figure("attack.pictures", "digit, the change and the attacked digit"),
          part("attack.after", "attacked digit with its answer"),
          part("attack.answer", "answer to the attacked digit, without the picture"),
          figure("attack.probabilities", "probabilities before and after"),
          part("attack.probabilities_after", "probabilities after the attack"),
          part("attack.smallest", "smallest ε that fools the digit"),
          part("attack.verdict", "verdict"),
          figure("attack.curve", "accuracy against ε"),
          figure("attack.strip", "sample digits at this ε"),
          figure("train.network", "drawing of the network’s layers"),
          figure("train.curves", "loss and accuracy by epoch"),
          part("train.accuracy", "test accuracy"),
          figure("train.confusion", "confusion matrix"),
          figure("train.mistakes", "digits it gets most confidently wrong"),
          part("train.library", "library with the accuracies of all models"),
          figure("defend.race", "accuracies by epoch"),
          table("defend.table", "table of training against attack"),
          figure("defend.digits", "one digit under every network"),
          table("defend.stronger", "table of stronger attacks"),
          figure("gan.losses", "losses of generator and discriminator"),
          figure("gan.beliefs", "what the discriminator believes"),
          figure("gan.samples", "grid of generated digits"),
          figure("gan.time", "grids by epoch"),
          part("gan.numbers", "numbers of both players and of their samples"),
          figure("vae.losses", "loss with its two parts"),
          figure("vae.samples", "grid of decoded digits"),
          figure("vae.map", "map of the latent space"),
          part("vae.numbers", "test loss with its two parts, in numbers"),
          figure("vae.beside_gan", "samples of GAN and VAE side by side"),
          figure("denoise.losses", "loss by epoch"),
          figure("denoise.rows", "noisy digits above, restored ones below"),
          figure("denoise.defence", "accuracy with and without the defence"),
          part("denoise.verdict", "verdict on the defence"),
          figure("mean.scores", "scores of members and non-members"),
          figure("mean.roc", "ROC curve"),
          figure("mean.dimensions", "accuracy against d"),
          figure("mean.noise", "accuracy against the noise"),
          part("mean.accuracy", "accuracy of the attack"),
          figure("logistic.gap", "accuracies against n"),
          figure("logistic.attack", "attack accuracy against n"),
          figure("logistic.noise", "accuracies against the noise"),
          figure("logistic.defences", "accuracy against leakage"),
          part("logistic.accuracy", "accuracy of the attack"),
          figure("photo.pictures", "photo, the change and the attacked photo"),
          part("photo.after", "attacked photo with its answer"),
          figure("photo.classes", "top five before and after"),
          figure("photo.curves", "probabilities and loss by step"),
          part("photo.verdict", "verdict with the smallest ε"),
          figure("theory.formula", "formula of the page"),
          part("theory.derivation", "derivation with its hints"),
          figure("theory.drawing", "drawing of the page"),
          table("theory.numbers", "formula against measurement"),
          part("lab.models", "accuracies in the list of models"));

  private static final Map<String, PartName> BY_NAME = new LinkedHashMap<>();

  static {
    ALL.forEach(part -> BY_NAME.put(part.name(), part));
  }

  private PartNames() {}

  private static PartName part(String name, String noun) {
    return new PartName(name, Kind.NOTHING, noun);
  }

  private static PartName figure(String name, String noun) {
    return new PartName(name, Kind.FIGURE, noun);
  }

  private static PartName table(String name, String noun) {
    return new PartName(name, Kind.TABLE, noun);
  }

  /** The part of this name, if there is one. */
  public static Optional<PartName> find(String name) {
    return Optional.ofNullable(BY_NAME.get(name));
  }
}
