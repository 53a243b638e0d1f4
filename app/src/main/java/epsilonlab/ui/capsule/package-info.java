/** Capsules in the window: the state of the lab saved in one file, and set again from one. */
package epsilonlab.ui.capsule;
