package epsilonlab.evaluation.diagnosis;

/**
 * A check of whether an attack can be believed.
 *
 * @param name what should hold
 * @param passed whether it does
 * @param value what was measured, in words and numbers
 */
public record Check(String name, boolean passed, String value) {}
