/**
 * Generative models as defences: a purifier in front of a classifier, and what is left of it when
 * the attacker knows of it.
 */
package epsilonlab.defence.purify;
