package epsilonlab.ui;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.TextInputDialog;
import javafx.scene.layout.Region;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Stage;
import javafx.stage.Window;

/** The questions as real dialogs over the window. */
public final class FxDialogs implements Dialogs {
  private final Remembered remembered;

  /** Remembers the folder of the last file. */
  public FxDialogs(Remembered remembered) {
    this.remembered = remembered;
  }

  @Override
  public int choose(String question, String detail, List<String> answers) {
    Alert alert = new Alert(Alert.AlertType.NONE);
    List<ButtonType> buttons = new ArrayList<>();
    for (int i = 0; i < answers.size(); i++) {
      ButtonData data =
          i == 0
              ? ButtonData.OK_DONE
              : i == answers.size() - 1 ? ButtonData.CANCEL_CLOSE : ButtonData.OTHER;
      buttons.add(new ButtonType(answers.get(i), data));
    }
    alert.getButtonTypes().setAll(buttons);
    alert.setTitle("Epsilon Lab");
    alert.setHeaderText(question);
    alert.setContentText(detail);
    dress(alert);
    for (ButtonType button : buttons) {
      // ButtonBar gives all the width of the shortest words otherwise
      if (alert.getDialogPane().lookupButton(button) instanceof Region region) {
        region.setMinWidth(Region.USE_PREF_SIZE);
      }
    }
    int answer = alert.showAndWait().map(buttons::indexOf).orElse(-1);
    return answer < 0 ? answers.size() - 1 : answer;
  }

  @Override
  public Optional<Path> chooseFileToOpen(String title, List<FileType> types) {
    return remember(files(title, types).showOpenDialog(owner()));
  }

  @Override
  public Optional<Path> chooseFileToSave(String title, String suggestedName, List<FileType> types) {
    FileChooser chooser = files(title, types);
    chooser.setInitialFileName(suggestedName);
    return remember(chooser.showSaveDialog(owner()));
  }

  @Override
  public Optional<Path> chooseFolder(String title) {
    DirectoryChooser chooser = new DirectoryChooser();
    chooser.setTitle(title);
    chooser.setInitialDirectory(lastFolder());
    return Optional.ofNullable(chooser.showDialog(owner())).map(File::toPath);
  }

  @Override
  public Optional<String> askLine(String title, String prompt, String initial) {
    TextInputDialog dialog = new TextInputDialog(initial);
    dialog.setTitle(title);
    dialog.setHeaderText(title);
    dialog.setContentText(prompt);
    dialog.setGraphic(null);
    dress(dialog);
    return dialog.showAndWait().map(String::strip);
  }

  private FileChooser files(String title, List<FileType> types) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(title);
    chooser.setInitialDirectory(lastFolder());
    for (FileType type : types) {
      chooser
          .getExtensionFilters()
          .add(new FileChooser.ExtensionFilter(type.name(), type.patterns()));
    }
    return chooser;
  }

  private File lastFolder() {
    File folder = new File(remembered.get("files.folder", System.getProperty("user.home", ".")));
    return folder.isDirectory() ? folder : null;
  }

  private Optional<Path> remember(File file) {
    if (file != null && file.getParent() != null) {
      remembered.put("files.folder", file.getParent());
    }
    return Optional.ofNullable(file).map(File::toPath);
  }

  private static void dress(Dialog<?> dialog) {
    Window owner = owner();
    if (owner != null) {
      dialog.initOwner(owner);
      // a dialog is a window of its own and would lack our stylesheets
      dialog.getDialogPane().getStylesheets().setAll(owner.getScene().getStylesheets());
    }
  }

  private static Window owner() {
    return Window.getWindows().stream()
        .filter(window -> window instanceof Stage && window.isShowing())
        .findFirst()
        .orElse(null);
  }
}
