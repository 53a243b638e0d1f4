package epsilonlab.ui;

import epsilonlab.report.figure.MathsText;
import javafx.beans.value.ObservableValue;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/** Plain words with {@code **bold**} parts and {@code $symbols$}. */
public final class RichText extends TextFlow {
  /** Follows a text. */
  public RichText(ObservableValue<String> words) {
    words.addListener((property, before, now) -> fill(now));
    fill(words.getValue());
  }

  private void fill(String words) {
    getChildren().clear();
    StringBuilder plain = new StringBuilder();
    String[] parts = words.split("\\*\\*", -1);
    for (int i = 0; i < parts.length; i++) {
      MathsText parsed = MathsText.parse(parts[i]);
      for (MathsText.Piece piece : parsed.pieces()) {
        Text text = new Text(piece.text());
        text.getStyleClass().add("plain-words");
        if (piece.maths()) {
          text.getStyleClass().setAll("math", "plain-symbol");
        } else if (i % 2 == 1) {
          text.getStyleClass().add("semibold");
        }
        getChildren().add(text);
      }
      plain.append(parsed.plain());
    }
    setAccessibleText(plain.toString());
  }
}
