package epsilonlab.evaluation;

import java.util.List;

/**
 * Accuracy against epsilon.
 *
 * @param model the network's name
 * @param attack the attack's name on the command line
 * @param epsilon the radii, growing
 * @param accuracy the accuracy at each, in [0, 1]
 */
public record Curve(String model, String attack, List<Double> epsilon, List<Double> accuracy) {}
