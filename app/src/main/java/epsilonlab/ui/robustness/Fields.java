package epsilonlab.ui.robustness;

import epsilonlab.model.ModelEntry;
import epsilonlab.report.figure.FigureTheme;
import epsilonlab.ui.LabSession;
import epsilonlab.ui.Parts;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableStringValue;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The controls that the panels share. */
final class Fields {
  private Fields() {}

  /** A text field with its name above. */
  static VBox field(
      ObservableValue<FigureTheme> theme,
      String id,
      String name,
      StringProperty text,
      String says) {
    TextField field = new TextField();
    field.setId(id);
    field.textProperty().bindBidirectional(text);
    field.setPrefColumnCount(6);
    Parts.say(field, says);
    VBox box = Parts.labelled(theme, name, field);
    HBox.setHgrow(box, Priority.ALWAYS);
    return box;
  }

  /**
   * The model in use, which other tabs use as well.
   *
   * @param chosen is called when another one is chosen here
   */
  static VBox models(
      ObservableValue<FigureTheme> theme, String id, LabSession session, Runnable chosen) {
    ComboBox<ModelEntry> box =
        Parts.box(
            session.models(),
            entry -> entry.card().name(),
            "The model that is examined, for all tabs.");
    box.setId(id);
    box.setValue(session.model().get());
    box.valueProperty()
        .addListener(
            (property, before, now) -> {
              // the list is filled anew now and then, and chooses nothing meanwhile
              if (now != null && now != session.model().get()) {
                session.model().set(now);
                chosen.run();
              }
            });
    session.model().addListener((property, before, now) -> box.setValue(now));
    session
        .models()
        .addListener(
            (ListChangeListener<ModelEntry>)
                change -> {
                  box.getItems().setAll(session.models());
                  box.setValue(session.model().get());
                });
    return Parts.labelled(theme, "Model", box);
  }

  /** The one button at the foot of the left column. */
  static Button primary(
      String id,
      ObservableStringValue text,
      String says,
      ObservableBooleanValue disabled,
      Runnable action) {
    Button button = new Button();
    button.setId(id);
    button.getStyleClass().add("primary-button");
    Parts.say(button, says);
    button.textProperty().bind(text);
    button.accessibleTextProperty().bind(text);
    button.disableProperty().bind(disabled);
    button.setDefaultButton(true);
    button.setOnAction(event -> action.run());
    return button;
  }
}
