/**
 * Models that make images: the generative adversarial network, the variational autoencoder and the
 * denoising autoencoder of the exercises, how they are trained, and what their samples are worth.
 */
package epsilonlab.generative;
