package epsilonlab.engine;

/** Whose work the compute threads take first. */
public enum Priority {
  /**
   * What the user is dragging or has just clicked: runs before the next shard of any other work.
   */
  INTERACTIVE,
  /** Everything else. */
  BACKGROUND
}
