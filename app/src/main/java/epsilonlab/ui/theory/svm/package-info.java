/** The page of adversarial training with the hinge loss and the support vector machine. */
package epsilonlab.ui.theory.svm;
