package epsilonlab.defence;

/**
 * How strong a defence looks to whoever does not know it; accuracies and fractions are in [0, 1].
 *
 * @param defence what stands before the network
 * @param bare accuracy of the network without it, under plain PGD
 * @param clean what the defended network makes of the clean images
 * @param plainAttack which gradient plain PGD had
 * @param plain what it makes of the images of plain PGD
 * @param zeroGradients for how many images the gradient of the cross-entropy is exactly zero
 */
public record Looks(
    Defence defence,
    double bare,
    Attacked clean,
    String plainAttack,
    Attacked plain,
    double zeroGradients) {}
