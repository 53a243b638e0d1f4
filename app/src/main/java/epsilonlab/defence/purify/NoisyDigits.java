package epsilonlab.defence.purify;

import epsilonlab.model.Predictions;

/**
 * Digits in noise and what a purifier makes of them.
 *
 * @param noisy 784 values a digit; Gaussian noise carries them out of [0, 1]
 * @param restored 784 values in [0, 1] a digit
 * @param ofNoisy what the classifier says of the noisy ones
 * @param ofRestored what it says of the restored ones
 */
public record NoisyDigits(
    float[][] noisy, float[][] restored, Predictions ofNoisy, Predictions ofRestored) {}
