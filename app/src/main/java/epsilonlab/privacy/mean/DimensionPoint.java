package epsilonlab.privacy.mean;

import epsilonlab.privacy.Estimate;

/**
 * The attack in one dimension.
 *
 * @param d dimension of the data
 * @param threshold that was best on the data at hand; infinite ones are left out
 * @param sameData accuracy with it on the same data, in [0, 1]
 * @param freshData accuracy with it on data drawn anew, in [0, 1]
 */
public record DimensionPoint(int d, Estimate threshold, Estimate sameData, Estimate freshData) {}
