package epsilonlab.lesson.file;

import epsilonlab.engine.LabException;

/** Something wrong in a lesson file, with the line where it is. */
final class LessonFault extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int line;

  /**
   * @param line from 1
   * @param what is wrong and what to do, without a capital letter and a full stop
   */
  LessonFault(int line, String what) {
    super(what);
    this.line = line;
  }

  /** One sentence: "Line 12 of one-digit.md: there is no fact …." */
  LabException in(String file) {
    return new LabException("Line " + line + " of " + file + ": " + getMessage() + ".", this);
  }

  /** The same fault with the line where {@code reading} was. */
  static <T> T at(int line, Reading<T> reading) {
    try {
      return reading.read();
    } catch (LabException unusable) {
      throw new LessonFault(line, unusable.getMessage());
    }
  }

  /** Reads something that may be wrong. */
  interface Reading<T> {
    T read();
  }
}
