/**
 * Adversarial training with the hinge loss in the l2 ball, and the soft-margin support vector
 * machine: the same separating plane, for a regulariser that epsilon determines.
 */
package epsilonlab.theory.svm;
