/** The page of the uniform distribution's likelihood. */
package epsilonlab.ui.theory.uniform;
