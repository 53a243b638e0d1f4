package epsilonlab.privacy.mean;

/** What the simulation reports as soon as it knows it. */
public sealed interface MeanEvent {
  /** A point of the curve against the dimension. */
  record Dimension(DimensionPoint point) implements MeanEvent {}

  /** A point of the curve against the noise. */
  record Noise(NoisePoint point) implements MeanEvent {}
}
