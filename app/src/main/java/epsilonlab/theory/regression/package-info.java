/**
 * Linear regression that is robust against a change of each column of the data, and the square-root
 * Lasso: the same problem (Xu, Caramanis and Mannor, 2010).
 */
package epsilonlab.theory.regression;
