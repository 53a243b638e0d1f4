package epsilonlab.ui;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Questions that wait for an answer. All methods belong to the FX thread. */
public interface Dialogs {
  /**
   * Asks one question with several answers; the last is the harmless one, which Esc gives as well.
   *
   * @param answers at least two, the recommended one first
   * @return the index of the answer
   */
  int choose(String question, String detail, List<String> answers);

  /** Asks a question; false also when the dialog is closed. */
  default boolean ask(String question, String yesText, String noText) {
    return choose(question, "", List.of(yesText, noText)) == 0;
  }

  /** A file that exists; empty when the user thinks better of it. */
  Optional<Path> chooseFileToOpen(String title, List<FileType> types);

  /** Where to write; the user has agreed to replace the file if there is one. */
  Optional<Path> chooseFileToSave(String title, String suggestedName, List<FileType> types);

  /** A folder that exists. */
  Optional<Path> chooseFolder(String title);

  /** One line of text, without blanks at its ends, which may be blank; empty when cancelled. */
  Optional<String> askLine(String title, String prompt, String initial);

  /** The same where something has to be typed; empty when cancelled or left blank. */
  default Optional<String> askText(String title, String prompt, String initial) {
    return askLine(title, prompt, initial).filter(text -> !text.isEmpty());
  }
}
