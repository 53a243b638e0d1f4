package epsilonlab.evaluation;

/**
 * Between what the accuracy under the worst perturbation must lie.
 *
 * @param epsilon the largest change of a pixel
 * @param certified the fraction of images that no change can alter: not above the true accuracy
 * @param strongestAttack the accuracy under the strongest attack: not below it
 */
public record Bound(double epsilon, double certified, double strongestAttack) {}
