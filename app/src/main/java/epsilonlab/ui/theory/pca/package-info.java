/** The page of principal components. */
package epsilonlab.ui.theory.pca;
