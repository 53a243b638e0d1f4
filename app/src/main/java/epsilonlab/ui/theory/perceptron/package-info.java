/** The page of the perceptron's bound. */
package epsilonlab.ui.theory.perceptron;
