package epsilonlab.ui.robustness;

import epsilonlab.defence.Defence;
import epsilonlab.defence.Defences;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;

/** The defences to choose from. */
final class DefenceList extends ListView<Defence> {
  private static final double ROW = 32;

  DefenceList(ObjectProperty<Defence> chosen) {
    getItems().setAll(Defences.ALL);
    setId("gallery-defences");
    setAccessibleText("Defence");
    getStyleClass().add("defence-list");
    setFixedCellSize(ROW);
    setMinHeight(4 * ROW);
    // the borders of list and pane
    setPrefHeight(ROW * Defences.ALL.size() + 6);
    setCellFactory(list -> new Cell());
    getSelectionModel().select(chosen.get());
    getSelectionModel()
        .selectedItemProperty()
        .addListener(
            (property, before, now) -> {
              if (now != null) {
                chosen.set(now);
              }
            });
    chosen.addListener((property, before, now) -> getSelectionModel().select(now));
  }

  private static final class Cell extends ListCell<Defence> {
    @Override
    protected void updateItem(Defence defence, boolean empty) {
      super.updateItem(defence, empty);
      setText(empty || defence == null ? null : defence.title());
      setTooltip(empty || defence == null ? null : new Tooltip(defence.sentence()));
    }
  }
}
