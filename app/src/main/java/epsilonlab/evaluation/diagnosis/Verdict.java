package epsilonlab.evaluation.diagnosis;

/**
 * Why an attack ended as it did.
 *
 * @param cause in one word
 * @param why one or two sentences with the numbers that say so
 * @param advice what to try, one sentence
 */
public record Verdict(Cause cause, String why, String advice) {}
