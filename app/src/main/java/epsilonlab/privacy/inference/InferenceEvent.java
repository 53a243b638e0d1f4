package epsilonlab.privacy.inference;

/** What the attack reports as soon as it knows it. */
public sealed interface InferenceEvent {
  /**
   * The target is there.
   *
   * @param memberAccuracy its accuracy on the members, in [0, 1]
   * @param otherAccuracy its accuracy on the non-members, in [0, 1]
   */
  record Asked(double memberAccuracy, double otherAccuracy) implements InferenceEvent {}

  /** So many of the shadow models are trained. */
  record Trained(int done, int of) implements InferenceEvent {}

  /** An attack has its scores. */
  record Found(AttackOutcome outcome) implements InferenceEvent {}
}
