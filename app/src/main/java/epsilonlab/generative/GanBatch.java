package epsilonlab.generative;

/**
 * What is known of a batch.
 *
 * @param generatorLoss mean binary cross-entropy of the generator, the one that it follows
 * @param discriminatorLoss mean binary cross-entropy over real and generated images together
 * @param realScore mean probability that the discriminator gives real images of being real
 * @param generatedScore the same for generated ones
 */
public record GanBatch(
    double generatorLoss, double discriminatorLoss, double realScore, double generatedScore) {}
