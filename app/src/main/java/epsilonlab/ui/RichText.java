package epsilonlab.ui;

import epsilonlab.report.figure.MathsText;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/** Plain words with {@code **bold**} parts and {@code $symbols$}. */
public final class RichText extends TextFlow {
  private static final List<String> PLAIN = List.of("plain-words");
  private static final List<String> BOLD = List.of("plain-words", "semibold");
  private static final List<String> SYMBOL = List.of("math", "plain-symbol");

  /** Follows a text. */
  public RichText(ObservableValue<String> words) {
    words.addListener((property, before, now) -> fill(now));
    fill(words.getValue());
  }

  private void fill(String words) {
    StringBuilder plain = new StringBuilder();
    String[] parts = words.split("\\*\\*", -1);
    int filled = 0;
    for (int i = 0; i < parts.length; i++) {
      MathsText parsed = MathsText.parse(parts[i]);
      for (MathsText.Piece piece : parsed.pieces()) {
        List<String> style = piece.maths() ? SYMBOL : i % 2 == 1 ? BOLD : PLAIN;
        text(filled++, style).setText(piece.text());
      }
      plain.append(parsed.plain());
    }
    getChildren().remove(filled, getChildren().size());
    setAccessibleText(plain.toString());
  }

  // words that follow a drag change their numbers only, and a new node would have to be styled
  private Text text(int index, List<String> style) {
    if (index < getChildren().size() && getChildren().get(index).getStyleClass().equals(style)) {
      return (Text) getChildren().get(index);
    }
    Text text = new Text();
    text.getStyleClass().setAll(style);
    if (index < getChildren().size()) {
      getChildren().set(index, text);
    } else {
      getChildren().add(text);
    }
    return text;
  }
}
