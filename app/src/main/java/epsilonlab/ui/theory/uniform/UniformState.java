package epsilonlab.ui.theory.uniform;

import epsilonlab.theory.uniform.UniformLikelihood;

/**
 * Draws from a uniform distribution on [0, 1], and a guess (a, b) that is dragged.
 *
 * @param likelihood of the draws
 * @param a the guess
 * @param b the guess
 */
record UniformState(UniformLikelihood likelihood, double a, double b) {
  /** The likelihood of the guess over the largest one, in [0, 1]. */
  double relative() {
    return a < b ? likelihood.relativeLikelihood(a, b) : 0;
  }

  /** Whether a draw lies outside the guess. */
  boolean isImpossible() {
    return relative() == 0;
  }

  /** How many draws there are. */
  int n() {
    return likelihood.draws().length;
  }
}
