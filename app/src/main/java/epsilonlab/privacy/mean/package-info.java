/**
 * Membership inference on the mean of Gaussian data: the simulation as the exercise writes it, and
 * its exact reduction to a few numbers a repeat.
 */
package epsilonlab.privacy.mean;
