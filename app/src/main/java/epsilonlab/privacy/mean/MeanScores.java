package epsilonlab.privacy.mean;

/**
 * Scores of members and of non-members of many means.
 *
 * @param members scores of people in the means
 * @param others as many scores of people who are not
 */
public record MeanScores(double[] members, double[] others) {}
