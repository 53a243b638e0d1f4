package epsilonlab.ui.attack;

import epsilonlab.report.figure.FigureTheme;
import epsilonlab.ui.LabPopOver;
import epsilonlab.ui.component.DrawPad;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.controlsfx.control.PopOver;

/** A pad to draw a digit with the mouse; the network reads it when it is used. */
final class DrawPopup {
  private static final double SIDE = 28 * 8;

  private PopOver popOver;

  DrawPopup(DigitChoice digits, ObservableValue<FigureTheme> theme) {
    DrawPad pad = new DrawPad();
    pad.themeProperty().bind(theme);
    pad.setMinSize(SIDE, SIDE);
    pad.setPrefSize(SIDE, SIDE);
    Label hint = new Label("Draw one digit; Ctrl+Z takes a stroke back.");
    hint.getStyleClass().add("muted");
    Button clear = new Button("Clear");
    clear.setOnAction(event -> pad.clear());
    Button use = new Button("Attack it");
    use.setId("use-drawing");
    use.getStyleClass().add("accent");
    use.setOnAction(
        event -> {
          if (!pad.isEmpty()) {
            digits.draw(pad.centred());
            popOver.hide();
          }
        });
    HBox buttons = new HBox(8, clear, ChooseColumn.space(), use);
    VBox box = new VBox(8, hint, pad, buttons);
    popOver = new LabPopOver(box, PopOver.ArrowLocation.LEFT_TOP);
    popOver.setTitle("Draw a digit");
  }

  void show(Node owner) {
    popOver.show(owner);
  }
}
