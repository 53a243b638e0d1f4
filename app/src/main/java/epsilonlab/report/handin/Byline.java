package epsilonlab.report.handin;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Who hands a report in, and when.
 *
 * @param student the student's name; empty for none
 * @param day when it was written; null if that is not known
 */
public record Byline(String student, LocalDate day) {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

  /** Without blanks around the name. */
  public Byline {
    student = student.strip();
  }

  /** Nobody, today. */
  public static Byline today() {
    return new Byline("", LocalDate.now());
  }

  /** Nobody, at no known time: of a report that another one than the student makes. */
  public static Byline unknown() {
    return new Byline("", null);
  }

  /** As in {@code Ada Lovelace, 21 November 2026}. */
  public String words() {
    if (day == null) {
      return student;
    }
    return (student.isEmpty() ? "" : student + ", ") + DAY.format(day);
  }
}
