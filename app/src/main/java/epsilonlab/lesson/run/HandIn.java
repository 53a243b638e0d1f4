package epsilonlab.lesson.run;

import epsilonlab.lesson.Block;
import epsilonlab.lesson.Comparison;
import epsilonlab.lesson.Guess;
import epsilonlab.lesson.Question;
import epsilonlab.lesson.fact.Facts;
import epsilonlab.lesson.fact.PartName;
import java.util.List;
import java.util.Optional;

/**
 * What a student hands in: the material of a report, in the order in which it is written down.
 *
 * @param lesson the title
 * @param number of the lesson; 0 for one without
 * @param summary one sentence
 * @param theory the page of the Theory tab; empty for none
 * @param complete whether all steps were done
 * @param sections a step each, as far as the student has come
 */
public record HandIn(
    String lesson,
    int number,
    String summary,
    String theory,
    boolean complete,
    List<Section> sections) {
  /**
   * A step.
   *
   * @param title its heading
   * @param text what the lesson said
   * @param task what was to be done, with the tick line behind it; empty for none
   * @param question what was asked and answered
   * @param explanation what the lesson explained, with the numbers of this run in {@code facts}
   * @param words the student's own words, behind the question that they answer
   * @param hintsOpened how many hints were opened
   * @param numbers what the report shall list
   * @param parts the figures and tables that the report shall show
   * @param facts everything that was known when the step was done; fills the texts
   */
  public record Section(
      String title,
      List<Block> text,
      Optional<Done> task,
      Optional<Answered> question,
      List<Block> explanation,
      Optional<Words> words,
      int hintsOpened,
      List<Value> numbers,
      List<PartName> parts,
      Facts facts) {}

  /** A task and its tick line. */
  public record Done(String say, String done) {}

  /**
   * A question with its answer.
   *
   * @param kind how it was asked, for a drawing of guess and truth
   */
  public record Answered(
      String ask, Question.Answer kind, Guess guess, Guess truth, Comparison comparison) {}

  /** A question and what the student wrote. */
  public record Words(String ask, String answer) {}

  /**
   * A number with its name.
   *
   * @param noun what it is
   * @param text as it is written
   */
  public record Value(String name, String noun, String text) {}
}
