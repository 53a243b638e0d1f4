/** The Theory tab: one page a theorem. */
package epsilonlab.ui.theory;
