package epsilonlab.defence.purify;

/** How an attacker who knows of the purifier comes back through it. */
public enum AdaptiveGradient {
  /** By its own derivative. */
  EXACT("exact"),
  /**
   * As if it changed nothing: backward pass differentiable approximation (BPDA) of Athalye, Carlini
   * and Wagner (2018), for purifiers without a usable derivative.
   */
  IDENTITY("identity");

  private final String id;

  AdaptiveGradient(String id) {
    this.id = id;
  }

  /** The name on the command line. */
  public String id() {
    return id;
  }
}
