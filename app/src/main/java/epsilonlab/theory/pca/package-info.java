/** Principal components: the orthonormal directions along which data spread the most. */
package epsilonlab.theory.pca;
