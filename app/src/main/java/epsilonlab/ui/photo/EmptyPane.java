package epsilonlab.ui.photo;

import epsilonlab.photo.NetworkFile;
import epsilonlab.ui.LabServices;
import epsilonlab.ui.Parts;
import epsilonlab.ui.photo.PhotoViewModel.Missing;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What stands in the middle while there is no network or no photo: what to do, and how. */
final class EmptyPane extends VBox {
  private final Label sentence = new Label();
  private final Button choose;
  private final VBox recipe;

  EmptyPane(LabServices services, PhotoViewModel model) {
    super(20);
    setId("photo-empty");
    setAlignment(Pos.CENTER);
    FontIcon icon = new FontIcon(Feather.IMAGE);
    icon.getStyleClass().addAll("accent", "photo-empty-icon");
    sentence.getStyleClass().add("plain-words");
    sentence.setWrapText(true);
    sentence.setMaxWidth(520);
    sentence.setTextAlignment(TextAlignment.CENTER);
    choose = new Button("Open a network", new FontIcon(Feather.FOLDER));
    choose.setId("photo-empty-open");
    Parts.say(choose, "A TorchScript file; its code runs only after you have allowed it.");
    choose.setOnAction(event -> NetworkPane.ask(services, model));
    recipe = new VBox(8, Parts.label("This line makes one:", "remark"), recipe(services));
    recipe.setAlignment(Pos.CENTER);
    getChildren().addAll(icon, sentence, choose, recipe);
    model.missing().addListener((property, before, now) -> show(now));
    show(model.missing().get());
  }

  private static HBox recipe(LabServices services) {
    TextArea line = new TextArea(NetworkFile.RECIPE);
    line.setId("photo-recipe");
    line.setEditable(false);
    line.setWrapText(true);
    line.setMinHeight(92);
    line.setPrefSize(520, 92);
    line.getStyleClass().add("photo-code");
    Button copy = Parts.iconButton(Feather.COPY, "Copies the line", () -> copy(services));
    copy.setId("photo-recipe-copy");
    HBox row = new HBox(8, line, copy);
    row.setAlignment(Pos.CENTER);
    return row;
  }

  /** Puts the recipe on the clipboard. */
  static void copy(LabServices services) {
    ClipboardContent content = new ClipboardContent();
    content.putString(NetworkFile.RECIPE);
    Clipboard.getSystemClipboard().setContent(content);
    services
        .messages()
        .success(
            "Copied; run it where PyTorch and torchvision are, and choose “Colours scaled as"
                + " ImageNet's” for its network.");
  }

  private void show(Missing missing) {
    setVisible(missing != Missing.NOTHING);
    boolean network = missing == Missing.NETWORK;
    choose.setVisible(network);
    choose.setManaged(network);
    recipe.setVisible(network);
    recipe.setManaged(network);
    sentence.setText(
        network
            ? "A photo of an elephant can become a bullet train for a network that knows a thousand"
                + " classes, by a change that nobody sees. Choose a classifier of 224 × 224 photos,"
                + " saved as a TorchScript file."
            : "Now open or drop a photo at the left: the network names what it sees, and the attack"
                + " starts from there.");
  }
}
