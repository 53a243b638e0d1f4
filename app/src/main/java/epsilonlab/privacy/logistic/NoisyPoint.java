package epsilonlab.privacy.logistic;

import epsilonlab.privacy.Estimate;

/**
 * A model with noise on its parameters, over many draws.
 *
 * @param regularisation C, infinity for none
 * @param variance of the noise on every parameter
 * @param trainAccuracy on the members
 * @param testAccuracy on the non-members
 * @param attackAccuracy of the attack that says "member" when the model is right
 * @param weightNorm of the model before the noise
 */
public record NoisyPoint(
    double regularisation,
    double variance,
    Estimate trainAccuracy,
    Estimate testAccuracy,
    Estimate attackAccuracy,
    double weightNorm) {}
