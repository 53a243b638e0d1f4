package epsilonlab.engine;

/** Whose work the compute threads take first. */
public enum Priority {
  /** What the user is dragging or has just clicked: before the next shard of any other work. */
  INTERACTIVE,
  /** What follows it on the screen and takes a little longer. */
  FOLLOWING,
  /** Everything else. */
  BACKGROUND
}
