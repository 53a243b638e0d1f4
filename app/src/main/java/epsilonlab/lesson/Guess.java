package epsilonlab.lesson;

import epsilonlab.lesson.fact.Curve;

/** What a student guesses, and what the truth turns out to be. */
public sealed interface Guess {
  /** One of the options. */
  record Choice(String option) implements Guess {}

  /** A number. */
  record Number(double value) implements Guess {}

  /** Heights at the question's x. */
  record Line(Curve curve) implements Guess {}
}
