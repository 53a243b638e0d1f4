package epsilonlab.lesson.fact;

import epsilonlab.lesson.fact.Condition.Kind;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What to do so that the lab tells a fact, or tells what a task waits for; behind {@link
 * Condition#missing}.
 */
final class Advice {
  private static final String WHOLE_SENTENCE = ".";

  /** Sentences, or what stands behind "The … is not there yet: ". */
  private static final Map<String, String> ABSENT = new LinkedHashMap<>();

  /** Sentences about a value that is not the wanted one. */
  private static final Map<String, Other> OTHER = new LinkedHashMap<>();

  /** Nothing was done in the step: these facts only count. */
  private static final Set<String> COUNTS = Set.of("train.finished", "defend.finished");

  /**
   * A sentence about a value that is not the wanted one.
   *
   * @param said with placeholders, see {@link #other(String, Kind)}
   * @param fits the conditions of which it is true
   */
  private record Other(String said, Set<Kind> fits) {}

  // what is chosen, or moved to a place
  private static final Set<Kind> VALUE = EnumSet.of(Kind.IS, Kind.ONE_OF);
  // what counts up by itself to a value
  private static final Set<Kind> REACHED = EnumSet.of(Kind.IS, Kind.ONE_OF, Kind.AT_LEAST);
  private static final Set<Kind> MORE = EnumSet.of(Kind.IS, Kind.AT_LEAST, Kind.MORE);
  private static final Set<Kind> LESS = EnumSet.of(Kind.IS, Kind.AT_MOST, Kind.LESS);
  private static final Set<Kind> ANY = EnumSet.complementOf(EnumSet.of(Kind.NOT));

  static {
    frame();
    attack();
    train();
    defend();
    generate();
    privacy();
    photo();
    theory();
  }

  private Advice() {}

  private static void other(Set<Kind> fits, String name, String said) {
    OTHER.put(name, new Other(said, fits));
  }

  private static void frame() {
    ABSENT.put("lab", "choose a model at the top, or train one on the Train tab");
    other(
        ANY,
        "lab.network",
        "The network in use is a {is}: choose a {wanted} one at the top, or train one on the Train"
            + " tab.");
  }

  private static void attack() {
    ABSENT.put("attack", "choose a model and a digit, and wait a moment");
    ABSENT.put("attack.label", "There is no digit to attack yet: choose a model and a digit.");
    ABSENT.put("attack.smallest_epsilon", "wait a moment");
    ABSENT.put("attack.accuracy", "wait until 1,000 digits are attacked");
    ABSENT.put("attack.accuracy_epsilon", "wait until 1,000 digits are attacked");
    ABSENT.put("attack.curve", "press “Attack 1,000 digits” and wait for the curve");
    ABSENT.put(
        "attack.correct",
        "The network reads this digit wrong even without an attack: choose another one.");
    ABSENT.put(
        "attack.fooled",
        "The attack does not fool the network yet: raise ε, or choose another digit.");
    other(VALUE, "attack.index", "Digit No. {is} is in view: choose No. {bound}.");
    other(VALUE, "attack.label", "This digit is a {is}: choose a {bound}.");
    other(VALUE, "attack.before", "The network reads a {is} here: choose a digit read as {bound}.");
    other(VALUE, "attack.attack", "The attack is {is}: choose {bound}.");
    other(ANY, "attack.epsilon", "ε is {is}: move the slider to {wanted}.");
    other(
        VALUE,
        "attack.accuracy_epsilon",
        "The 1,000 digits were attacked with ε = {is}: wait for those with {bound}.");
  }

  private static void train() {
    ABSENT.put("train", "train the network of the form first");
    ABSENT.put(
        "train.finished",
        "Nothing was trained in this step yet: press Train and wait for the end.");
    other(
        MORE,
        "train.test_accuracy",
        "On the test images {is} are right: train until it is {wanted}.");
  }

  private static void defend() {
    ABSENT.put("defend", "start the race and wait for its table");
    ABSENT.put(
        "defend.finished", "No race was run in this step yet: start the race and wait for it.");
    ABSENT.put(
        "defend.complete",
        "The table is not complete at this ε yet: start the race, or wait until it is.");
    other(VALUE, "defend.attacker", "The attacker’s ε is {is}: switch it to {bound}.");
    for (String method : new String[] {"standard", "fgsm", "pgd"}) {
      for (String against : new String[] {"clean", "fgsm", "pgd"}) {
        ABSENT.put("defend." + method + "_" + against, ABSENT.get("defend.complete"));
      }
      ABSENT.put(
          "defend." + method + "_strongest",
          "The stronger attacks were not run at this ε yet: press “Run stronger attacks” and wait.");
    }
    other(
        MORE,
        "defend.pgd_pgd",
        "Under PGD the PGD-trained network keeps {is}: train it longer or take a smaller ε of the"
            + " attacker, until it keeps {wanted}.");
  }

  private static void generate() {
    ABSENT.put("gan", "train the GAN first");
    ABSENT.put("gan.sure", "choose a classifier at the top and wait until it has read the digits");
    ABSENT.put("gan.classes", ABSENT.get("gan.sure"));
    ABSENT.put("gan.epoch", "There is no GAN yet: train one.");
    other(REACHED, "gan.epoch", "The GAN is at epoch {is}: wait for epoch {bound}.");
    ABSENT.put("vae", "train the VAE first");
    ABSENT.put(
        "vae.point_class",
        "Nobody reads the digit at the point yet: choose a classifier at the top, or train one.");
    ABSENT.put("vae.epoch", "There is no VAE with these settings yet: train one.");
    other(REACHED, "vae.epoch", "The VAE is at epoch {is}: wait for epoch {bound}.");
    other(
        VALUE,
        "vae.point_class",
        "The digit at this point is read as a {is}: drag it on, to a {bound}.");
    ABSENT.put("denoise", "train the autoencoder first");
    ABSENT.put(
        "denoise.accuracy_noisy", "choose a classifier at the top and wait until it has read them");
    ABSENT.put("denoise.accuracy_restored", ABSENT.get("denoise.accuracy_noisy"));
    for (String setting : new String[] {"undefended", "plain", "adaptive"}) {
      ABSENT.put(
          "denoise." + setting,
          "Nobody has attacked the defence yet: press “Attack it as a defence” and wait.");
    }
    ABSENT.put(
        "denoise.epoch", "There is no autoencoder for this size of the noise yet: train one.");
    other(REACHED, "denoise.epoch", "The autoencoder is at epoch {is}: wait for epoch {bound}.");
    other(ANY, "denoise.noise", "The noise is {is}: move the slider to {wanted}.");
  }

  private static void privacy() {
    ABSENT.put("mean", "wait until it is computed");
    ABSENT.put("mean.same", "press “Repeat” and wait");
    ABSENT.put("mean.fresh", ABSENT.get("mean.same"));
    ABSENT.put(
        "mean.repeated", "The attack was not repeated with these settings yet: press “Repeat”.");
    ABSENT.put("logistic", "press “Train and attack” and wait until all sizes are measured");
    ABSENT.put(
        "logistic.measured",
        "Not all sizes are measured yet: press “Train and attack” and wait for the last one.");
    ABSENT.put(
        "logistic.compared",
        "The defences are not compared yet: press “Compare the defences” and wait.");
    other(ANY, "logistic.n", "n is {is}: choose {wanted}.");
    other(ANY, "logistic.c", "C is {is}: choose {wanted}.");
  }

  private static void photo() {
    ABSENT.put("photo", "attack the photo first");
    other(VALUE, "photo.target", "The target is {is}: choose {bound}.");
    ABSENT.put("photo.loaded", "A photo or a network is still missing: open both.");
    ABSENT.put("photo.before", "open a photo and a network");
    ABSENT.put("photo.confidence_before", ABSENT.get("photo.before"));
    ABSENT.put(
        "photo.reached",
        "The attack has not got there yet: start it, or raise ε a little and try again.");
  }

  private static void theory() {
    ABSENT.put("theory", "open the page of this step and run its check");
    ABSENT.put("theory.page", "This step is on the Theory tab: go there first.");
    ABSENT.put("theory.checked", "This page was not checked yet: run its check.");
    other(
        REACHED,
        "theory.checked",
        "It was checked on {is} random cases: run the check on {bound}.");
    other(VALUE, "theory.page", "Another page is open: choose the page “{bound}” at the left.");
    for (String page :
        new String[] {
          "linear", "svm", "regression", "perceptron", "discriminator", "pca", "uniform"
        }) {
      ABSENT.put(page, "open the page of this step and wait a moment");
    }
    other(
        LESS,
        "regression.nonzero",
        "Coefficients that are not 0: {is}. Raise λ until it is {wanted}.");
    ABSENT.put("perceptron.separable", "No line separates these points: move one of them.");
    ABSENT.put("perceptron.mistakes", "run the perceptron");
    other(
        MORE,
        "perceptron.bound",
        "The bound is {is}: move two points of different colour closer together, until it is"
            + " {wanted}.");
    other(
        LESS,
        "discriminator.jsd",
        "The divergence is {is}: make the two densities more alike, until it is {wanted}.");
    ABSENT.put("pca.explained", "switch the drawing to digits and find the eigen-digits");
    ABSENT.put("uniform.bias", "The bias is not measured yet: press “Simulate the bias”.");
  }

  /** What to do while a fact is not told, or not true. */
  static String absent(String name) {
    String advice =
        ABSENT.getOrDefault(name, ABSENT.getOrDefault(Names.group(name), "wait a moment"));
    return advice.endsWith(WHOLE_SENTENCE)
        ? advice
        : "The " + Names.noun(name) + " is not there yet: " + advice + ".";
  }

  /** What to do while a fact is as it was when the step began. */
  static String unchanged(String name) {
    return COUNTS.contains(name)
        ? absent(name)
        : "This has to change in this step: the " + Names.noun(name) + ".";
  }

  /**
   * What to do while a fact is told and is another one, with {@code {is}} for its value, {@code
   * {bound}} for what it is compared with and {@code {wanted}} for what it has to be ("at least
   * 10"); empty where no sentence of its own fits.
   */
  static Optional<String> other(String name, Kind kind) {
    return Optional.ofNullable(OTHER.get(name))
        .filter(other -> other.fits().contains(kind))
        .map(Other::said);
  }
}
