package epsilonlab.ui.component;

import epsilonlab.report.figure.FigureTheme;
import epsilonlab.report.figure.MathsText;
import epsilonlab.report.figure.TextStyle;
import epsilonlab.ui.StyleClasses;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.geometry.Orientation;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/** A line of text with symbols between dollar signs, such as {@code "$x$ original"}. */
public final class MathLabel extends TextFlow {
  private final StringProperty text = new SimpleStringProperty(this, "text", "");
  private final BooleanProperty muted = new SimpleBooleanProperty(this, "muted");
  private final ObjectProperty<FigureTheme> theme =
      new SimpleObjectProperty<>(this, "theme", FigureTheme.LIGHT);
  private TextStyle.Weight weight = TextStyle.Weight.REGULAR;
  private double larger;
  private boolean oneLine;

  public MathLabel(String text) {
    getStyleClass().add("math-label");
    this.text.addListener((any, before, now) -> fill());
    muted.addListener((any, before, now) -> fill());
    theme.addListener((any, before, now) -> fill());
    setText(text);
  }

  public StringProperty textProperty() {
    return text;
  }

  public void setText(String value) {
    text.set(value);
  }

  public ObjectProperty<FigureTheme> themeProperty() {
    return theme;
  }

  /** Whether the words have the muted colour. */
  public BooleanProperty mutedProperty() {
    return muted;
  }

  /** Sets the weight, and how many pixels larger than the theme's text the words are. */
  public MathLabel styled(TextStyle.Weight newWeight, double pixelsLarger) {
    weight = newWeight;
    larger = pixelsLarger;
    fill();
    return this;
  }

  /**
   * Is not meant to wrap. That its height does not depend on its width saves the containers around
   * it from being measured anew, for each width that is tried, whenever a number beside it changes.
   */
  public MathLabel onOneLine() {
    oneLine = true;
    return this;
  }

  @Override
  public Orientation getContentBias() {
    return oneLine ? null : super.getContentBias();
  }

  private void fill() {
    MathsText parsed = MathsText.parse(text.get());
    double size = theme.get().text() + larger;
    int filled = 0;
    for (MathsText.Piece piece : parsed.pieces()) {
      Text node = node(filled++);
      node.setText(piece.text());
      double own = size * (piece.subscript() ? MathsText.SUBSCRIPT : 1);
      TextStyle style = piece.maths() ? TextStyle.maths(own) : new TextStyle(own, weight, false);
      node.setTranslateY(piece.subscript() ? size * 0.25 : 0);
      node.setFont(FxFonts.of(style));
      node.setFill(FxPen.colour(muted.get() ? theme.get().muted() : theme.get().ink()));
      // a stylesheet that comes later would make it as bright as all other text
      StyleClasses.set(node, "muted-words", muted.get());
    }
    getChildren().remove(filled, getChildren().size());
    setAccessibleText(parsed.plain());
  }

  // a caption that follows a drag changes its number only, and a new node would have to be styled
  private Text node(int index) {
    if (index == getChildren().size()) {
      getChildren().add(new Text());
    }
    return (Text) getChildren().get(index);
  }
}
