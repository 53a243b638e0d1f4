package epsilonlab.privacy.mean;

/**
 * Scores of members and of non-members of many means.
 *
 * @param members as many as of non-members
 * @param others those of fresh draws
 */
public record MeanScores(double[] members, double[] others) {}
