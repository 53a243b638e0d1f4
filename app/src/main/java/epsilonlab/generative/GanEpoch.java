package epsilonlab.generative;

/**
 * What was measured in and after one epoch of a GAN.
 *
 * @param epoch from 1 on
 * @param train the means over the epoch's batches, with dropout
 * @param test after it, on test images and as many generated ones, without dropout
 * @param seconds the training took
 */
public record GanEpoch(int epoch, GanBatch train, GanBatch test, double seconds) {}
