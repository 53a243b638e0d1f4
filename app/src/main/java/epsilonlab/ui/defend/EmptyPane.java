package epsilonlab.ui.defend;

import epsilonlab.ui.Parts;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What stands in the middle before the first race: what will be seen, and a way to it. */
final class EmptyPane extends VBox {
  EmptyPane(DefendViewModel model) {
    super(16);
    setId("defend-empty");
    setAlignment(Pos.CENTER);
    FontIcon icon = new FontIcon(Feather.SHIELD);
    icon.getStyleClass().addAll("accent", "defend-empty-icon");
    Label sentence =
        new Label(
            "Here the same network is trained by several methods side by side, and attacked on the"
                + " way. You will see which training makes it hard to fool, which only seems to,"
                + " and what it costs.");
    sentence.setWrapText(true);
    sentence.setMaxWidth(480);
    sentence.setTextAlignment(TextAlignment.CENTER);
    sentence.getStyleClass().add("plain-words");
    Button start = new Button("Start the race", new FontIcon(Feather.PLAY));
    start.setId("defend-empty-start");
    start.setOnAction(event -> model.startOrPause());
    Parts.say(start, "Trains with what is chosen at the left (Space).");
    start.setAccessibleText("Start the race");
    Label quick =
        new Label("For a first look, choose MLP with 2 epochs: that takes well under a minute.");
    quick.getStyleClass().add("muted");
    quick.setWrapText(true);
    getChildren().addAll(icon, sentence, start, quick);
  }
}
