package epsilonlab.privacy.mean;

import java.util.List;

/**
 * What the simulation found.
 *
 * @param dimensions in the order of the settings
 * @param noise in the order of the settings
 */
public record MeanResult(List<DimensionPoint> dimensions, List<NoisePoint> noise) {}
