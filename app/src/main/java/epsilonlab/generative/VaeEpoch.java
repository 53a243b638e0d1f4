package epsilonlab.generative;

/**
 * What was measured in and after one epoch of a variational autoencoder.
 *
 * @param epoch from 1 on
 * @param train the mean over the epoch's batches, while they changed the network
 * @param test after it, on the test images, with one draw of z each
 * @param seconds the training took
 */
public record VaeEpoch(int epoch, VaeBatch train, VaeBatch test, double seconds) {}
