package epsilonlab.ui.kiosk;

import epsilonlab.ui.Dialogs;
import epsilonlab.ui.FileType;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The questions of a kiosk: no file is opened or written, and nothing gets a name. */
public final class KioskDialogs implements Dialogs {
  /** What is said instead. */
  public static final String NOT_HERE =
      "This is a demo: files are neither opened nor saved here; install the lab to do so.";

  private final Dialogs real;
  private final Runnable refused;

  /**
   * @param real asks the harmless questions
   * @param refused is called when a file or a name was asked for
   */
  public KioskDialogs(Dialogs real, Runnable refused) {
    this.real = real;
    this.refused = refused;
  }

  @Override
  public int choose(String question, String detail, List<String> answers) {
    return real.choose(question, detail, answers);
  }

  @Override
  public Optional<Path> chooseFileToOpen(String title, List<FileType> types) {
    return refuse();
  }

  @Override
  public Optional<Path> chooseFileToSave(String title, String suggestedName, List<FileType> types) {
    return refuse();
  }

  @Override
  public Optional<Path> chooseFolder(String title) {
    return refuse();
  }

  @Override
  public Optional<String> askLine(String title, String prompt, String initial) {
    return refuse();
  }

  private <T> Optional<T> refuse() {
    refused.run();
    return Optional.empty();
  }
}
