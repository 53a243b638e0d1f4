package epsilonlab.generative;

/**
 * What is known of a batch.
 *
 * @param loss mean binary cross-entropy per pixel
 */
public record DenoisingBatch(double loss) {}
