package epsilonlab.engine;

/** What {@code --device} may say. */
public enum DeviceChoice {
  /** The GPU where DJL sees one, else the CPU. */
  AUTO,
  CPU,
  /** The GPU, or an error. */
  GPU
}
