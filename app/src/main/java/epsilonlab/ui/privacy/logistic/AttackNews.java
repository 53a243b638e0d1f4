package epsilonlab.ui.privacy.logistic;

/** What a job of stronger attacks says on its way. */
sealed interface AttackNews {
  /** What is attacked; said first. */
  record Started(AttackFindings empty) implements AttackNews {}

  /** The target's accuracies on members and on others, in [0, 1]. */
  record Accuracies(double members, double others) implements AttackNews {}

  /** An attack has its scores. */
  record Found(AttackScores attack) implements AttackNews {}
}
