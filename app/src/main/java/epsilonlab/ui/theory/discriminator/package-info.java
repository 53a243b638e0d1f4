/** The page of the optimal discriminator. */
package epsilonlab.ui.theory.discriminator;
