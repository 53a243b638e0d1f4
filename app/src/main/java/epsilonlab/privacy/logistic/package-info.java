/**
 * Multinomial logistic regression as scikit-learn fits it, and what its answers tell of the images
 * that it learnt from.
 */
package epsilonlab.privacy.logistic;
