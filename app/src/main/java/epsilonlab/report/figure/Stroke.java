package epsilonlab.report.figure;

/**
 * How a line is drawn.
 *
 * @param width in logical pixels
 * @param argb colour with straight alpha
 * @param dash lengths of dashes and gaps in logical pixels; empty for a solid line
 */
public record Stroke(double width, int argb, double... dash) {}
