/**
 * Defences against membership inference on logistic regression: what each costs in accuracy, and
 * what it saves in leakage.
 */
package epsilonlab.privacy.defence;
