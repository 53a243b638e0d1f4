package epsilonlab.photo;

/**
 * Where an attack stands.
 *
 * @param step how many steps it has made
 * @param steps how many it makes at most, or 0 if that is not known
 * @param values of the picture now, as {@link Photo#values()} gives them
 * @param scores what the network says of it
 */
public record PhotoStep(int step, int steps, float[] values, Scores scores) {}
