package epsilonlab.training;

import epsilonlab.model.Architecture;
import epsilonlab.model.Predictions;
import epsilonlab.model.Weights;
import java.util.List;

/**
 * What training leaves.
 *
 * @param architecture the kind of network
 * @param weights the trained weights
 * @param epochs the figures of each finished epoch
 * @param steps how many steps were made in all
 * @param test what the network says of the test images
 * @param trainAccuracy on all training images with the final weights, in [0, 1]; NaN if stopped
 * @param stopped whether it ended before its last epoch because the user wanted so
 */
public record TrainingResult(
    Architecture architecture,
    Weights weights,
    List<EpochRecord> epochs,
    long steps,
    Predictions test,
    double trainAccuracy,
    boolean stopped) {}
