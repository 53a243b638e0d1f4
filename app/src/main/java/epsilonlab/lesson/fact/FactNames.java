package epsilonlab.lesson.fact;

import static epsilonlab.lesson.fact.Format.CURVE;
import static epsilonlab.lesson.fact.Format.FOUR;
import static epsilonlab.lesson.fact.Format.POWER;
import static epsilonlab.lesson.fact.Format.SHARE;
import static epsilonlab.lesson.fact.Format.TEXT;
import static epsilonlab.lesson.fact.Format.THREE;
import static epsilonlab.lesson.fact.Format.TRUTH;
import static epsilonlab.lesson.fact.Format.TWO;
import static epsilonlab.lesson.fact.Format.WHOLE;

import epsilonlab.attack.Attack;
import epsilonlab.attack.Attacks;
import epsilonlab.model.Architecture;
import epsilonlab.model.Architectures;
import epsilonlab.theory.Theorems;
import epsilonlab.training.TrainingMethod;
import epsilonlab.training.TrainingMethods;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything about the lab that lessons may speak of; a new fact is one line. The tabs tell the
 * values; a fact that a tab does not know at the moment has none.
 */
public final class FactNames {
  private static final List<String> ATTACKS = Attacks.ALL.stream().map(Attack::id).toList();
  private static final List<String> NETWORKS =
      Architectures.ALL.stream().map(Architecture::id).toList();
  private static final List<String> METHODS =
      TrainingMethods.ALL.stream().map(TrainingMethod::id).toList();

  private static final List<String> LOGISTIC_PAGES = List.of("gap", "attacks", "play", "defences");
  private static final List<String> PLAIN_ATTACKS =
      List.of("correct", "confidence", "loss", "margin");

  /** The pages of the Theory tab. */
  public static final List<String> PAGES = Theorems.ids();

  /** All facts, tab by tab. */
  public static final List<FactName> ALL = all();

  private static final Map<String, FactName> BY_NAME = byName();

  private FactNames() {}

  private static List<FactName> all() {
    List<FactName> all = new ArrayList<>();
    all.addAll(frame());
    all.addAll(attack());
    all.addAll(train());
    all.addAll(defend());
    all.addAll(generate());
    all.addAll(privacy());
    all.addAll(photo());
    all.addAll(theory());
    return List.copyOf(all);
  }

  private static List<FactName> frame() {
    return List.of(
        set("lab.tab", tabs(), "tab in view"),
        set("lab.dataset", List.of("mnist", "fashion-mnist", "synthetic"), "data set"),
        set("lab.seed", WHOLE, "seed of everything random"),
        set("lab.network", NETWORKS, "network of the model in use"),
        set("lab.training", METHODS, "training method of the model in use"),
        set("lab.model", TEXT, "name of the model in use"),
        seen("lab.accuracy", SHARE, "accuracy of the model in use, as its card says"),
        seen("lab.robust", SHARE, "robust accuracy of the model in use, as its card says"),
        seen("lecture.moment", WHOLE, "prepared moment in view, from 1"),
        seen("lecture.covered", TRUTH, "prepared moment in view covers its answer"));
  }

  private static List<FactName> attack() {
    return List.of(
        set("attack.index", WHOLE, "index of the chosen test digit"),
        set("attack.class", WHOLE, "class that the digit picker shows, -1 for all"),
        set("attack.only_correct", TRUTH, "picker shows only digits that are read right"),
        set("attack.attack", ATTACKS, "attack"),
        set("attack.steps", WHOLE, "number of steps k"),
        set("attack.step_size", FOUR, "size of one step α, 0 for the attack’s own choice"),
        set("attack.target", WHOLE, "target class, -1 for none"),
        set("attack.epsilon", TWO, "largest change of a pixel ε"),
        set("attack.curves", TEXT, "attacks whose curves are measured, as in fgsm, pgd"),
        seen("attack.label", WHOLE, "true class of the digit"),
        seen("attack.before", WHOLE, "answer before the attack"),
        seen("attack.after", WHOLE, "answer after the attack"),
        seen("attack.correct", TRUTH, "answer before the attack is right"),
        seen("attack.fooled", TRUTH, "attack has what it wants"),
        seen("attack.confidence_before", SHARE, "probability of the answer before the attack"),
        seen("attack.confidence_after", SHARE, "probability of the answer after the attack"),
        seen("attack.label_after", SHARE, "probability of the true class after the attack"),
        seen("attack.probabilities_before", CURVE, "probabilities of the ten classes before"),
        seen("attack.probabilities_after", CURVE, "probabilities of the ten classes after"),
        seen("attack.loss_before", THREE, "cross-entropy before the attack"),
        seen("attack.loss_after", THREE, "cross-entropy after the attack"),
        seen("attack.smallest_epsilon", THREE, "smallest ε that fools this digit"),
        seen("attack.linf", THREE, "largest change of a pixel, l∞"),
        seen("attack.l2", THREE, "length of the change, l2"),
        seen("attack.accuracy", SHARE, "accuracy of 1,000 digits at this ε"),
        seen("attack.accuracy_epsilon", TWO, "ε at which the accuracy was measured"),
        seen("attack.curve", CURVE, "accuracy of 1,000 digits against ε"),
        seen("attack.samples", WHOLE, "number of sample digits in the strip"),
        seen("attack.samples_fooled", WHOLE, "number of sample digits that are fooled"));
  }

  private static List<FactName> train() {
    return List.of(
        set("train.network", NETWORKS, "network to be trained"),
        set("train.epochs", WHOLE, "number of epochs to train"),
        set("train.learning_rate", FOUR, "learning rate"),
        set("train.batch", WHOLE, "batch size"),
        seen("train.finished", WHOLE, "number of trainings finished since the lab was opened"),
        seen("train.running", TRUTH, "training is under way"),
        seen("train.epoch", WHOLE, "number of epochs trained"),
        seen("train.parameters", WHOLE, "number of parameters"),
        seen("train.train_accuracy", SHARE, "accuracy on the training images"),
        seen("train.test_accuracy", SHARE, "accuracy on the test images"),
        seen("train.test_loss", FOUR, "cross-entropy on the test images"),
        seen("train.wrong", WHOLE, "number of test images answered wrongly"),
        seen("train.seconds", WHOLE, "time that the training took, in seconds"));
  }

  private static List<FactName> defend() {
    List<FactName> all =
        new ArrayList<>(
            List.of(
                set("defend.network", NETWORKS, "network that races"),
                set("defend.methods", TEXT, "methods that race, as in standard, fgsm, pgd"),
                set("defend.epsilon", TWO, "ε of the training attack"),
                set("defend.steps", WHOLE, "number of steps k of the training attack"),
                set("defend.epochs", WHOLE, "number of epochs of the race"),
                set("defend.attacker", TWO, "ε of the attacker in the table"),
                seen("defend.finished", WHOLE, "number of races finished since the lab was opened"),
                seen("defend.complete", TRUTH, "table is complete at this attacker’s ε"),
                seen("defend.alarms", WHOLE, "number of alarms that rang in the race")));
    for (String method : List.of("standard", "fgsm", "pgd")) {
      String trained = " of the network trained by " + method;
      all.add(seen("defend." + method + "_clean", SHARE, "clean accuracy" + trained));
      all.add(seen("defend." + method + "_fgsm", SHARE, "accuracy under FGSM" + trained));
      all.add(seen("defend." + method + "_pgd", SHARE, "accuracy under PGD" + trained));
      all.add(
          seen("defend." + method + "_strongest", SHARE, "accuracy under all attacks" + trained));
    }
    return all;
  }

  private static List<FactName> generate() {
    return List.of(
        set("generate.part", List.of("gan", "vae", "denoise"), "part of the Generate tab"),
        set("gan.epochs", WHOLE, "number of epochs to train the GAN"),
        seen("gan.epoch", WHOLE, "epoch of the GAN that is looked at"),
        seen("gan.generator_loss", TWO, "loss of the generator"),
        seen("gan.discriminator_loss", TWO, "loss of the discriminator"),
        seen("gan.real_score", TWO, "mean of D for real digits"),
        seen("gan.generated_score", TWO, "mean of D for generated digits"),
        seen("gan.sure", SHARE, "share of samples that a classifier is sure of"),
        seen("gan.classes", WHOLE, "number of classes among the samples"),
        set("vae.epochs", WHOLE, "number of epochs to train the VAE"),
        set("vae.latent", WHOLE, "number of latent dimensions z"),
        set("vae.beta", TWO, "weight β of the KL term"),
        seen("vae.epoch", WHOLE, "epoch of the VAE that is looked at"),
        seen("vae.loss", TWO, "VAE’s test loss per image"),
        seen("vae.reconstruction", TWO, "reconstruction part of the test loss"),
        seen("vae.kl", TWO, "KL part of the test loss"),
        seen("vae.point_class", WHOLE, "class that is read at the point of the map"),
        set("denoise.epochs", WHOLE, "number of epochs to train the autoencoder"),
        set("denoise.size", TWO, "size of the noise in training σ"),
        set("denoise.noise", TWO, "size of the noise on the slider σ"),
        set("denoise.epsilon", TWO, "ε of the attack on the defence"),
        seen("denoise.epoch", WHOLE, "epoch of the autoencoder that is looked at"),
        seen("denoise.loss", FOUR, "autoencoder’s test loss per pixel"),
        seen("denoise.accuracy_noisy", SHARE, "accuracy on noisy digits"),
        seen("denoise.accuracy_restored", SHARE, "accuracy on restored digits"),
        seen("denoise.undefended", SHARE, "accuracy under attack without the defence"),
        seen("denoise.plain", SHARE, "accuracy with it under the plain attack"),
        seen("denoise.adaptive", SHARE, "accuracy with it under the attack that knows of it"));
  }

  private static List<FactName> privacy() {
    return List.of(
        set("privacy.part", List.of("mean", "logistic"), "part of the Privacy tab"),
        set("mean.people", WHOLE, "number of people n in the average"),
        set("mean.dimensions", WHOLE, "number of attributes d"),
        set("mean.variance", TWO, "variance of the noise on the average σ²"),
        set("mean.threshold", TWO, "threshold of the attack"),
        seen("mean.accuracy", SHARE, "accuracy of the attack at this threshold"),
        seen("mean.theory", SHARE, "best accuracy by the formula"),
        set("mean.repeats", WHOLE, "number of repeats"),
        seen("mean.same", SHARE, "mean accuracy on the data that the threshold was chosen on"),
        seen("mean.fresh", SHARE, "mean accuracy on fresh data with the threshold kept"),
        seen("mean.auc", THREE, "area under the ROC curve"),
        seen("mean.repeated", TRUTH, "repeats are done for this setting"),
        set("logistic.n", WHOLE, "number of training images n"),
        set("logistic.c", TWO, "regulariser C, inf for none"),
        set("logistic.variance", TWO, "variance of the noise on the weights σ²"),
        set("logistic.page", LOGISTIC_PAGES, "page of the logistic regression"),
        set("logistic.attack", PLAIN_ATTACKS, "membership attack"),
        seen("logistic.measured", TRUTH, "sweep over n and noise is done"),
        seen("logistic.compared", TRUTH, "comparison of the defences is done"),
        seen("logistic.train_accuracy", SHARE, "accuracy of the regression on its n images"),
        seen("logistic.test_accuracy", SHARE, "accuracy of the regression on test images"),
        seen("logistic.attack_accuracy", SHARE, "accuracy of the membership attack"),
        seen("logistic.noisy_test_accuracy", SHARE, "accuracy on the test images with the noise"),
        seen("logistic.noisy_attack_accuracy", SHARE, "accuracy of the attack with the noise"),
        seen("logistic.weight_norm", TWO, "length of the weights"));
  }

  private static List<FactName> photo() {
    return List.of(
        set("photo.target", TEXT, "target class, none for any wrong answer"),
        set("photo.epsilon", FOUR, "largest change of a pixel ε of the photo"),
        seen("photo.loaded", TRUTH, "photo and the network are loaded"),
        seen("photo.before", TEXT, "first class before the attack"),
        seen("photo.after", TEXT, "first class after the attack"),
        seen("photo.confidence_before", SHARE, "probability of the first class before"),
        seen("photo.confidence_after", SHARE, "probability of the first class after"),
        seen("photo.target_after", SHARE, "probability of the target after the attack"),
        seen("photo.reached", TRUTH, "attack on the photo has what it wants"),
        seen("photo.smallest_epsilon", FOUR, "smallest ε that reaches the goal"),
        seen("photo.linf", FOUR, "largest change of a channel, l∞"),
        seen("photo.random", TEXT, "first class after random signs of the same size"),
        seen("photo.saved", TEXT, "first class of the picture saved with 8 bits"));
  }

  private static List<FactName> theory() {
    return List.of(
        set("theory.page", PAGES, "page of the Theory tab"),
        seen("theory.checked", WHOLE, "number of random cases that the page was checked on"),
        seen("theory.difference", POWER, "largest difference between formula and computation"),
        set("linear.epsilon", TWO, "ε of the linear adversary"),
        seen("linear.formula_linf", THREE, "largest loss in the l∞ ball by the formula"),
        seen("linear.measured_linf", THREE, "largest loss in the l∞ ball found by ascent"),
        seen("linear.flip_linf", THREE, "smallest ε in l∞ that flips the point"),
        seen("linear.formula_l2", THREE, "largest loss in the l2 ball by the formula"),
        seen("linear.measured_l2", THREE, "largest loss in the l2 ball found by ascent"),
        seen("linear.flip_l2", THREE, "smallest ε in l2 that flips the point"),
        seen("svm.same", TRUTH, "robust line and that of the SVM are the same"),
        set("regression.lambda", TWO, "weight λ of the Lasso"),
        seen("regression.nonzero", WHOLE, "number of coefficients that are not 0"),
        seen("perceptron.mistakes", WHOLE, "number of mistakes of the perceptron"),
        seen("perceptron.bound", TWO, "bound (R/γ)² on the mistakes"),
        seen("perceptron.separable", TRUTH, "points are separable"),
        seen("discriminator.value", THREE, "value V of the optimal discriminator"),
        seen("discriminator.jsd", THREE, "Jensen-Shannon divergence of the two densities"),
        set("pca.components", WHOLE, "number of components k"),
        seen("pca.explained", SHARE, "share of the variance that the components keep"),
        set("uniform.n", WHOLE, "number of observations n"),
        seen("uniform.bias", FOUR, "bias of the largest observation, measured"),
        seen("uniform.formula", FOUR, "bias (b - a) / (n + 1) by the formula"));
  }

  private static List<String> tabs() {
    return List.of("train", "attack", "defend", "generate", "privacy", "photo", "theory");
  }

  private static FactName seen(String name, Format format, String noun) {
    return new FactName(name, format, false, List.of(), noun);
  }

  private static FactName set(String name, Format format, String noun) {
    return new FactName(name, format, true, List.of(), noun);
  }

  private static FactName set(String name, List<String> choices, String noun) {
    return new FactName(name, TEXT, true, choices, noun);
  }

  private static Map<String, FactName> byName() {
    Map<String, FactName> all = new LinkedHashMap<>();
    for (FactName fact : ALL) {
      if (all.put(fact.name(), fact) != null) {
        throw new IllegalStateException("two facts are called " + fact.name());
      }
    }
    return all;
  }

  /** The fact of this name, if there is one. */
  public static Optional<FactName> find(String name) {
    return Optional.ofNullable(BY_NAME.get(name));
  }
}
