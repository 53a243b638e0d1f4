package epsilonlab.ui.privacy.logistic;

import epsilonlab.data.DataSets;
import epsilonlab.ui.Parts;
import epsilonlab.ui.data.DataChoice;
import epsilonlab.ui.data.OwnData;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What stands in the middle while the data set is not on this machine: what to do about it. */
final class MissingPane extends VBox {
  MissingPane(OwnData data, DataChoice choice) {
    super(16);
    setAlignment(Pos.CENTER);
    setId("logistic-missing");
    FontIcon icon = new FontIcon(Feather.DATABASE);
    icon.getStyleClass().addAll("accent", "invitation-icon");
    Label words = new Label();
    words.setWrapText(true);
    words.setMaxWidth(480);
    words.setTextAlignment(TextAlignment.CENTER);
    words.getStyleClass().add("plain-words");
    data.missing()
        .addListener((property, before, now) -> words.setText(now.isEmpty() ? "" : says(now)));
    words.setText(data.missing().get().isEmpty() ? "" : says(data.missing().get()));
    HBox buttons =
        new HBox(
            8,
            button(
                "download",
                Feather.DOWNLOAD,
                "Download",
                "Fetches the files once, into the lab's own folder.",
                () -> choice.download(data.missing().get())),
            button(
                "folder",
                Feather.FOLDER,
                "Choose a folder…",
                "Takes the files from a folder of yours.",
                () -> choose(choice, "")),
            button(
                "synthetic",
                Feather.EDIT_3,
                "Take the built-in digits",
                "Works on digits that the lab draws itself.",
                () -> choose(choice, "synthetic")));
    buttons.setAlignment(Pos.CENTER);
    getChildren().addAll(icon, words, buttons);
  }

  private static String says(String missing) {
    return DataSets.title(missing)
        + " is not on this machine. Download it, name the folder that has it (or start the lab with"
        + " --data FOLDER), or see the same on the digits that are built in.";
  }

  private static void choose(DataChoice choice, String id) {
    choice.options().stream()
        .filter(option -> option.id().equals(id))
        .findFirst()
        .ifPresent(choice.selected()::set);
  }

  private static Button button(String id, Ikon ikon, String text, String says, Runnable action) {
    Button button = new Button(text, new FontIcon(ikon));
    button.setId("logistic-missing-" + id);
    button.setOnAction(event -> action.run());
    Parts.say(button, says);
    button.setAccessibleText(text);
    return button;
  }
}
