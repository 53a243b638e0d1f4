/** The Photo tab: attacks on photos and on networks that somebody else trained. */
package epsilonlab.ui.photo;
