package epsilonlab.ui.attack;

import javafx.scene.control.CheckBox;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;

/** The list of curves to tick; stays open while ticking. */
final class CurvesMenu extends ContextMenu {
  CurvesMenu(CurveChoice curves) {
    if (curves.candidates().isEmpty()) {
      getItems().add(new CustomMenuItem(new Label("Train a model first."), true));
    }
    for (CurveChoice.Candidate line : curves.candidates()) {
      CheckBox box = new CheckBox(curves.name(line));
      box.setSelected(curves.isTicked(line) || curves.isChosen(line));
      // what is attacked now is always shown
      box.setDisable(curves.isChosen(line));
      box.selectedProperty().addListener((property, before, now) -> curves.tick(line, now));
      getItems().add(new CustomMenuItem(box, false));
    }
  }
}
