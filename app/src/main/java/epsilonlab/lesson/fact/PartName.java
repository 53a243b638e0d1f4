package epsilonlab.lesson.fact;

/**
 * A part of the window that lessons may cover until the student has guessed, or name as what goes
 * into the report.
 *
 * @param name tab first, as in {@code attack.curve}
 * @param report what it is in a report
 * @param noun what it is, to stand behind "the" in a sentence
 */
public record PartName(String name, Kind report, String noun) {
  /** What a part is in a report. */
  public enum Kind {
    /** Only ever covered. */
    NOTHING,
    /** A figure. */
    FIGURE,
    /** A table. */
    TABLE
  }

  /** The tab that it is on. */
  public String tab() {
    return name.substring(0, name.indexOf('.'));
  }
}
