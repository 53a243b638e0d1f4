package epsilonlab.ui.generate.run;

import epsilonlab.ui.Parts;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What stands in the middle before the first training: what will be seen, and a way to it. */
public final class Invitation extends VBox {
  /**
   * @param part begins the button's id
   * @param sentence what will be seen
   * @param button the word on the button
   */
  public Invitation(String part, Ikon ikon, String sentence, String button, Runnable start) {
    super(16);
    setAlignment(Pos.CENTER);
    FontIcon icon = new FontIcon(ikon);
    icon.getStyleClass().addAll("accent", "invitation-icon");
    Label words = new Label(sentence);
    words.setWrapText(true);
    words.setMaxWidth(480);
    words.setTextAlignment(TextAlignment.CENTER);
    words.getStyleClass().add("plain-words");
    Button begin = new Button(button, new FontIcon(Feather.PLAY));
    begin.setId(part + "-empty-start");
    begin.setOnAction(event -> start.run());
    Parts.say(begin, "Starts with what is chosen at the left.");
    begin.setAccessibleText(button);
    getChildren().addAll(icon, words, begin);
  }
}
