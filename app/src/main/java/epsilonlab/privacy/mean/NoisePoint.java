package epsilonlab.privacy.mean;

import epsilonlab.privacy.Estimate;

/**
 * The attack with noise on the mean.
 *
 * @param variance of the noise on each component
 * @param norm length of the noisy mean
 * @param accuracy of the attack on the data at hand, in [0, 1]
 */
public record NoisePoint(double variance, Estimate norm, Estimate accuracy) {}
