package epsilonlab.report.capsule;

/**
 * A number of a result.
 *
 * @param name its path, as in {@code curves[0].accuracy[3]}
 * @param value may be infinite, never NaN
 */
public record RecordedNumber(String name, double value) {}
