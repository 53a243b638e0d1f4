package epsilonlab.ui.privacy.logistic;

import epsilonlab.report.figure.FigureTheme;
import epsilonlab.report.figure.TextStyle;
import epsilonlab.ui.Parts;
import epsilonlab.ui.component.MathLabel;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;

/** Names and headings with symbols. */
final class Labels {
  private Labels() {}

  /** A name above a control. */
  static MathLabel muted(String text, ObservableValue<FigureTheme> theme) {
    MathLabel label = new MathLabel(text);
    label.mutedProperty().set(true);
    label.themeProperty().bind(theme);
    return label;
  }

  /** A title that may change, 14 semibold. */
  static MathLabel title(String text, ObservableValue<FigureTheme> theme) {
    MathLabel label = new MathLabel(text);
    label.themeProperty().bind(theme);
    return label.styled(TextStyle.Weight.SEMIBOLD, 1);
  }

  /** Title and remark, and at the right menus; as {@link Parts#heading}, but with symbols. */
  static HBox heading(MathLabel title, MathLabel remark, Node... right) {
    HBox heading = new HBox(8, title, remark, Parts.spring());
    heading.getChildren().addAll(right);
    heading.setAlignment(Pos.CENTER_LEFT);
    // text would stand at the top of the whole height otherwise
    heading.setFillHeight(false);
    heading.getStyleClass().add("figure-heading");
    return heading;
  }
}
