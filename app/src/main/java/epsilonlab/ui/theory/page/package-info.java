/** What every page of the Theory tab is made of. */
package epsilonlab.ui.theory.page;
