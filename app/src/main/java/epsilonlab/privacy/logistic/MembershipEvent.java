package epsilonlab.privacy.logistic;

/** What the measurement reports as soon as it knows it. */
public sealed interface MembershipEvent {
  /** A model was fitted. */
  record Fitted(FitPoint point) implements MembershipEvent {}

  /** A model was measured with noise. */
  record Noisy(NoisyPoint point) implements MembershipEvent {}
}
