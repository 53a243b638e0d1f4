package epsilonlab.evaluation.diagnosis;

/**
 * Where an attack stood after some of its steps.
 *
 * @param step 0 is the original image
 * @param loss what the attack makes grow: the cross-entropy of the true class, or minus that of the
 *     class to reach
 * @param margin how far it has won, in logits: above 0 it has
 * @param gradientNorm the Euclidean length of the gradient that it got there; that of {@code loss}
 *     where it asked for none
 * @param zeroGradient the fraction of that gradient's entries that are 0, in [0, 1]
 * @param atBall the fraction of pixels whose change is as large as epsilon lets it be, in [0, 1];
 *     for other norms than the largest change 1 where the whole change is, else 0
 * @param atRange the fraction of pixels at 0 or 1 that the gradient of {@code loss} would push
 *     further, in [0, 1]
 * @param size the size of the change in the attack's norm
 * @param answer the network's answer
 * @param fooled whether it is what the attack wants
 */
public record Step(
    int step,
    double loss,
    double margin,
    double gradientNorm,
    double zeroGradient,
    double atBall,
    double atRange,
    double size,
    int answer,
    boolean fooled) {}
