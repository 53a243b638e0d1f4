/** The discriminator that is best against a fixed generator (Goodfellow et al., 2014). */
package epsilonlab.theory.discriminator;
