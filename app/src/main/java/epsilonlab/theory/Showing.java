package epsilonlab.theory;

import epsilonlab.data.DataSet;
import epsilonlab.engine.Compute;
import epsilonlab.engine.Seed;
import java.util.function.DoubleConsumer;
import java.util.function.Supplier;

/**
 * What {@link Theorem#show} may use.
 *
 * @param data loads the data set when it is first asked for
 * @param progress takes how far the work is, in [0, 1]
 */
public record Showing(
    Compute compute, Supplier<DataSet> data, Seed seed, DoubleConsumer progress) {}
