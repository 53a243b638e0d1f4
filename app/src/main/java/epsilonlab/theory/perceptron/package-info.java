/** The perceptron, how many mistakes it makes, and the two inequalities that bound them. */
package epsilonlab.theory.perceptron;
