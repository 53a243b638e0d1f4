/** Reports in the window: what is collected for one, and how it is saved. */
package epsilonlab.ui.report;
