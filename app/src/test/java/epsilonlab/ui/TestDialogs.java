package epsilonlab.ui;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Answers questions as the test says, and keeps what was asked. */
public final class TestDialogs implements Dialogs {
  /** Every question with its detail, as they were asked. */
  public final List<String> asked = new ArrayList<>();

  /** The answers that were offered with the last question. */
  public List<String> offered = List.of();

  /** The text of the answer to give; the last answer if it is not offered. */
  public String answer = "";

  /** What the file dialogs give. */
  public Optional<Path> file = Optional.empty();

  /** What is typed. */
  public Optional<String> text = Optional.empty();

  @Override
  public int choose(String question, String detail, List<String> answers) {
    asked.add(question + "\n" + detail);
    offered = answers;
    int index = answers.indexOf(answer);
    return index < 0 ? answers.size() - 1 : index;
  }

  @Override
  public Optional<Path> chooseFileToOpen(String title, List<FileType> types) {
    return file;
  }

  @Override
  public Optional<Path> chooseFileToSave(String title, String suggestedName, List<FileType> types) {
    return file;
  }

  @Override
  public Optional<Path> chooseFolder(String title) {
    return file;
  }

  @Override
  public Optional<String> askLine(String title, String prompt, String initial) {
    return text;
  }
}
