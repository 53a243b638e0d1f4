package epsilonlab.theory;

/**
 * One statement of a theorem that is checked on random instances: two numbers that are computed in
 * two independent ways agree, or one is never above the other.
 *
 * @param id its name in results, for example "ascent_l2"
 * @param sentence what is compared with what, as a sentence without its full stop
 * @param tolerance how large a difference is still rounding (or the end of an iterative solver)
 */
public record Claim(String id, String sentence, double tolerance) {}
