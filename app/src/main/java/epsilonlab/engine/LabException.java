package epsilonlab.engine;

/**
 * Something that the user can understand and mend: the message is one sentence that says what is
 * wrong and what to do, and it is shown as it stands, in the window and on stderr.
 */
public class LabException extends RuntimeException {
  /** The work itself failed. */
  public LabException(String sentence) {
    super(sentence);
  }

  /** The work itself failed, because of {@code cause}, which goes into the log. */
  public LabException(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
