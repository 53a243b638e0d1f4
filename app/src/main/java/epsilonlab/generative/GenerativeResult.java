package epsilonlab.generative;

import epsilonlab.model.Weights;
import java.util.List;

/**
 * What a training leaves.
 *
 * @param weights of the network
 * @param epochs what was measured after each finished epoch
 * @param pictures the fixed samples at the end
 * @param steps how many batches were learnt
 * @param stopped whether it was stopped before its last epoch
 */
public record GenerativeResult<R>(
    Weights weights, List<R> epochs, Pictures pictures, long steps, boolean stopped) {}
