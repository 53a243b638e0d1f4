/** Panels over the window that ask whether a network is truly more robust. */
package epsilonlab.ui.robustness;
