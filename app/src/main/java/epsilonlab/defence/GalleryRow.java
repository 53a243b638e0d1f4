package epsilonlab.defence;

import java.util.Optional;

/**
 * What the gallery found out about one defence; accuracies and fractions are in [0, 1].
 *
 * @param clean accuracy of the defended network on clean images
 * @param plain its accuracy under plain PGD
 * @param plainAttack which gradient plain PGD had
 * @param zeroGradients for how many images the gradient of the cross-entropy is exactly zero
 * @param adaptive its accuracy under {@link Defence#adaptiveAttack()}
 * @param ended what ended it, where it is real and something does
 * @param sentence the verdict in words
 * @param samples the first images of the adaptive attack
 */
public record GalleryRow(
    Defence defence,
    double clean,
    double plain,
    String plainAttack,
    double zeroGradients,
    double adaptive,
    Verdict verdict,
    String sentence,
    Optional<Ended> ended,
    Samples samples) {

  /** The accuracy that an {@link Ending} left. */
  public record Ended(Ending ending, double accuracy) {}

  /**
   * Adversarial images.
   *
   * @param images one row of pixels in [0, 1] an image
   * @param labels the truth
   * @param answers what the defended network says
   */
  public record Samples(float[][] images, int[] labels, int[] answers) {}
}
