package epsilonlab.lesson.run;

import epsilonlab.lesson.Guess;
import epsilonlab.lesson.fact.Facts;
import java.util.Optional;

/** What was recorded of one step. */
public final class StepRecord {
  private Guess guess;
  private Guess truth;
  private Facts facts = Facts.NONE;
  private Facts kept = Facts.NONE;
  private int hintsOpened;
  private String words = "";
  private int finished;

  StepRecord() {}

  /** The guess, once it is made. */
  public Optional<Guess> guess() {
    return Optional.ofNullable(guess);
  }

  /** The truth, once it is known. */
  public Optional<Guess> truth() {
    return Optional.ofNullable(truth);
  }

  /** The facts when the step was done. */
  public Facts facts() {
    return facts;
  }

  /** What later steps may speak of. */
  public Facts kept() {
    return kept;
  }

  /** How many hints were opened. */
  public int hintsOpened() {
    return hintsOpened;
  }

  /** The student's own words; empty for none. */
  public String words() {
    return words;
  }

  /** Whether the step is done. */
  public boolean isDone() {
    return finished > 0;
  }

  /** How often it was finished: anew with every choice that takes the place of the one before. */
  public int finished() {
    return finished;
  }

  void commit(Guess made) {
    guess = made;
  }

  void finish(Facts then, Optional<Guess> found) {
    finished++;
    facts = then;
    truth = found.orElse(null);
  }

  /** Adds what was not known when the step was done. */
  void learn(Facts later) {
    facts = facts.orElse(later);
  }

  void keep(String name, Object value) {
    if (kept.get(Facts.KEPT + name).isEmpty()) {
      kept = kept.with(Facts.KEPT + name, value);
    }
  }

  void restoreKept(Facts all) {
    kept = all;
  }

  void openHint() {
    hintsOpened++;
  }

  void openHints(int count) {
    hintsOpened = count;
  }

  void write(String text) {
    words = text;
  }
}
