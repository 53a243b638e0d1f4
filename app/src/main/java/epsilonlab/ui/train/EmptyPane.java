package epsilonlab.ui.train;

import epsilonlab.ui.Parts;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What stands in the middle before the first training: what will be seen, and a way to it. */
final class EmptyPane extends VBox {
  EmptyPane(TrainViewModel model) {
    super(16);
    setAlignment(Pos.CENTER);
    getStyleClass().add("train-empty");
    FontIcon icon = new FontIcon(Feather.ACTIVITY);
    icon.getStyleClass().addAll("accent", "train-empty-icon");
    Label sentence =
        new Label(
            "Here you will watch a network learn: its loss falls with every batch, and after each"
                + " epoch you see which digits it still gets wrong.");
    sentence.setWrapText(true);
    sentence.setMaxWidth(480);
    sentence.getStyleClass().add("plain-words");
    Button start = new Button();
    start
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> "Train " + model.form().architecture().get().title(),
                model.form().architecture()));
    start.setGraphic(new FontIcon(Feather.PLAY));
    start.setId("train-empty-start");
    start.setOnAction(event -> model.start());
    Parts.say(start, "Starts with what is chosen at the left.");
    getChildren().addAll(icon, sentence, start);
  }
}
