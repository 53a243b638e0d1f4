/** Maximum likelihood for the ends of a uniform distribution: the extremes, which are biased. */
package epsilonlab.theory.uniform;
