/** The page of the linear adversary. */
package epsilonlab.ui.theory.linear;
