package epsilonlab.ui.defend;

import epsilonlab.report.figure.FigureTheme;
import epsilonlab.report.figure.SeriesColours;
import epsilonlab.training.TrainingMethod;
import epsilonlab.training.TrainingMethods;
import epsilonlab.ui.Parts;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Circle;

/** The training methods to tick, each with its colour and what a batch costs. */
final class MethodsPane extends VBox {
  private static final PseudoClass OFF = PseudoClass.getPseudoClass("off");

  private final DefendForm form;
  private final ObjectBinding<FigureTheme> theme;

  MethodsPane(DefendForm form, ObjectBinding<FigureTheme> theme) {
    this.form = form;
    this.theme = theme;
    HBox head =
        new HBox(
            Parts.label("Training methods", "section-title"),
            Parts.spring(),
            Parts.label("passes a batch", "remark"));
    head.getStyleClass().add("methods-head");
    head.setAlignment(Pos.CENTER_LEFT);
    getChildren().add(head);
    TrainingMethods.ALL.forEach(method -> getChildren().add(row(method)));
  }

  private HBox row(TrainingMethod method) {
    CheckBox box = new CheckBox(method.title());
    box.setId("defend-method-" + method.id());
    box.selectedProperty().bindBidirectional(form.chosen(method));
    Circle dot = new Circle(5);
    box.setGraphic(dot);
    box.getStyleClass().add("method-box");
    Parts.say(box, method.sentence());
    box.setAccessibleText(method.title());
    dot.fillProperty()
        .bind(
            Bindings.createObjectBinding(
                () ->
                    Parts.colour(
                        form.chosen(method).get()
                            ? SeriesColours.ofMethod(method.id()).on(theme.get())
                            : theme.get().border()),
                theme,
                form.chosen(method)));
    Label passes = Parts.label("", "method-passes");
    passes
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> form.passes(method) == 0 ? "–" : Integer.toString(form.passes(method)),
                form.changes()));
    HBox row = new HBox(box, Parts.spring(), passes);
    row.getStyleClass().add("method-row");
    row.setAlignment(Pos.CENTER_LEFT);
    form.chosen(method)
        .addListener((property, before, now) -> row.pseudoClassStateChanged(OFF, !now));
    row.pseudoClassStateChanged(OFF, !form.chosen(method).get());
    return row;
  }
}
