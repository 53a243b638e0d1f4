/** The state of the lab as facts: what is known in the window, set in it and taken from it. */
package epsilonlab.ui.state;
