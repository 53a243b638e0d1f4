package epsilonlab.photo;

/**
 * How sure a network is of one class.
 *
 * @param label its name
 * @param index its place among the classes
 * @param probability in [0, 1]
 */
public record ClassScore(String label, int index, double probability) {}
