/**
 * Defences that look strong, and the adaptive attacks that tell which of them are: Athalye, Carlini
 * and Wagner, "Obfuscated Gradients Give a False Sense of Security" (2018).
 */
package epsilonlab.defence;
