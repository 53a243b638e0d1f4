package epsilonlab.lesson;

import epsilonlab.lesson.fact.Template;
import java.util.List;

/**
 * A piece of a lesson's text. Lines have {@code **bold**} parts and {@code $symbols$}, and
 * placeholders for the numbers of this run.
 */
public sealed interface Block {
  /** A paragraph. */
  record Paragraph(Template text) implements Block {}

  /** A list with dots or numbers. */
  record Items(boolean numbered, List<Template> items) implements Block {}

  /** A formula on a line of its own, in LaTeX. */
  record Formula(String latex) implements Block {}

  /**
   * A table.
   *
   * @param rows each as long as the header
   */
  record Rows(List<Template> header, List<List<Template>> rows) implements Block {}
}
