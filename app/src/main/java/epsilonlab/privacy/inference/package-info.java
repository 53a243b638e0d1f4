/**
 * Membership inference on models: scores of single examples, shadow models, and the attacks that
 * put them together.
 */
package epsilonlab.privacy.inference;
