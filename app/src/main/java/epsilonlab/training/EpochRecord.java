package epsilonlab.training;

/**
 * The figures of an epoch.
 *
 * @param epoch from 1
 * @param trainLoss mean cross-entropy over the epoch's batches, each before its step
 * @param trainAccuracy over the same, in [0, 1]
 * @param testLoss mean cross-entropy on the test images after the epoch
 * @param testAccuracy on the same, in [0, 1]
 * @param seconds of training, without the test
 */
public record EpochRecord(
    int epoch,
    double trainLoss,
    double trainAccuracy,
    double testLoss,
    double testAccuracy,
    double seconds) {}
