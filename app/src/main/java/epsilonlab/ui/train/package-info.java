/** The Train tab: a network is trained before the user's eyes, and kept in the model library. */
package epsilonlab.ui.train;
