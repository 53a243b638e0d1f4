package epsilonlab.generative;

/**
 * What was measured in and after one epoch of a denoising autoencoder.
 *
 * @param epoch from 1 on
 * @param trainLoss mean binary cross-entropy per pixel over the epoch's batches
 * @param testLoss the same after it, on the test images with fresh noise
 * @param seconds the training took
 */
public record DenoisingEpoch(int epoch, double trainLoss, double testLoss, double seconds) {}
