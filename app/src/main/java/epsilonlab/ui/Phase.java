package epsilonlab.ui;

/** Where the job of a tab's primary button stands, and so what the button does next. */
public enum Phase {
  IDLE,
  WAITING,
  RUNNING,
  PAUSED,
  /** Asked to stop, and busy keeping what was trained. */
  STOPPING
}
