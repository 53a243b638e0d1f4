/**
 * Who was in the training set? Membership inference, its measures, and what it costs to prevent it.
 */
package epsilonlab.privacy;
