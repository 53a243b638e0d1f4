package epsilonlab.lesson;

/** A small lesson as text, for tests that put something into it. */
public final class LessonText {
  private LessonText() {}

  /** The line on which {@link #with} puts its text. */
  public static final int LINE = 11;

  private static final String FRONT =
      """
      ---
      id: small
      title: Small
      minutes: 5
      tabs: [attack]
      summary: A lesson for a test.
      ---

      # One

      """;

  /** A lesson of one step that is made of these lines. */
  public static String with(String body) {
    return FRONT + body + "\n";
  }
}
