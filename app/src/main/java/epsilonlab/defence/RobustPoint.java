package epsilonlab.defence;

/**
 * How a network does on a sample of test images at one moment of its training.
 *
 * @param epochs how many epochs are done, with fraction
 * @param clean accuracy on the images as they are, in [0, 1]
 * @param fgsm accuracy under FGSM
 * @param pgd accuracy under PGD
 */
public record RobustPoint(double epochs, double clean, double fgsm, double pgd) {}
