/**
 * The membership microscope: the scores of members and non-members, a threshold to drag through
 * them, and what the attack makes of it.
 */
package epsilonlab.ui.privacy.microscope;
