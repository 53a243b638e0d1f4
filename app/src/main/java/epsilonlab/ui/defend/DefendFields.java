package epsilonlab.ui.defend;

import epsilonlab.report.figure.FigureTheme;
import epsilonlab.ui.Parts;
import epsilonlab.ui.defend.DefendForm.Field;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.css.PseudoClass;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Makes the text fields of the form. */
record DefendFields(DefendForm form, ObjectBinding<FigureTheme> theme) {
  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("danger");

  /** A field with its name above. */
  VBox field(String name, Field field, String says) {
    TextField text = new TextField();
    text.textProperty().bindBidirectional(form.text(field));
    text.setId("defend-" + field.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    text.getStyleClass().add("narrow-field");
    if (field == Field.STEP_SIZE) {
      text.promptTextProperty()
          .bind(Bindings.createStringBinding(form::derivedStep, form.changes()));
    }
    Parts.say(text, says);
    form.wrong()
        .addListener((property, before, now) -> text.pseudoClassStateChanged(WRONG, now == field));
    text.focusedProperty()
        .addListener(
            (property, before, now) -> {
              if (!now) {
                form.check();
              }
            });
    text.setOnAction(event -> form.check());
    return Parts.labelled(theme, name, text);
  }

  /** Equally wide columns. */
  static GridPane grid(int columns, Region... cells) {
    GridPane grid = new GridPane();
    grid.getStyleClass().add("defend-grid");
    for (int i = 0; i < cells.length; i++) {
      grid.add(cells[i], i % columns, i / columns);
    }
    for (int i = 0; i < columns; i++) {
      ColumnConstraints column = new ColumnConstraints();
      column.setPercentWidth(100.0 / columns);
      grid.getColumnConstraints().add(column);
    }
    return grid;
  }
}
