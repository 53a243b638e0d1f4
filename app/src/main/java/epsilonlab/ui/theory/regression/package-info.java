/** The page of robust regression and the square-root Lasso. */
package epsilonlab.ui.theory.regression;
