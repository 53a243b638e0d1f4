package epsilonlab.defence;

/** Papers that several defences come from. */
final class Papers {
  static final String FEATURE_SQUEEZING =
      "Xu, Evans and Qi, Feature Squeezing: Detecting Adversarial Examples in Deep Neural Networks"
          + " (2018)";

  static final String OBFUSCATED =
      "Athalye, Carlini and Wagner, Obfuscated Gradients Give a False Sense of Security (2018)";

  private Papers() {}
}
