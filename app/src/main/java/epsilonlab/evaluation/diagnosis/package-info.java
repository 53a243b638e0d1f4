/**
 * Why an attack ended as it did: its path, the loss around it, the checks of Carlini et al., "On
 * Evaluating Adversarial Robustness" (2019), and a verdict.
 */
package epsilonlab.evaluation.diagnosis;
