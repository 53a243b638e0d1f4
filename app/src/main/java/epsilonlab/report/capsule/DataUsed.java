package epsilonlab.report.capsule;

/**
 * The images that an experiment was computed from.
 *
 * @param id as in {@code mnist}
 * @param name as people call it
 * @param source where they came from, without a path of somebody's machine
 * @param sha256 of the data set, 64 hexadecimal digits
 */
public record DataUsed(String id, String name, String source, String sha256) {}
