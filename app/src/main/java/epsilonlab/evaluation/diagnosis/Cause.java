package epsilonlab.evaluation.diagnosis;

/** Why an attack ended as it did. */
public enum Cause {
  /** The network answers as the attack wants. */
  SUCCEEDED("the attack succeeded"),
  /** The gradient tells no direction, or things that need none do better. */
  MASKED("gradients are masked"),
  /** All steps together do not cross the ball, and larger ones succeed. */
  STEP_TOO_SMALL("step too small"),
  /** More steps succeed. */
  TOO_FEW_STEPS("too few steps"),
  /** Another attack of the same size succeeds, and nothing is wrong with the gradients. */
  TOO_WEAK("another attack succeeds"),
  /** Nothing that was tried succeeds. */
  ROBUST("the model is robust here");

  private final String words;

  Cause(String words) {
    this.words = words;
  }

  /** The verdict: "gradients are masked". */
  public String words() {
    return words;
  }
}
