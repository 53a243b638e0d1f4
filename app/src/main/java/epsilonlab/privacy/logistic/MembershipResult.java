package epsilonlab.privacy.logistic;

import java.util.List;

/**
 * What was found.
 *
 * @param fits by C, then by n, in the order of the settings
 * @param noise by C, then by variance, in the order of the settings
 */
public record MembershipResult(List<FitPoint> fits, List<NoisyPoint> noise) {}
