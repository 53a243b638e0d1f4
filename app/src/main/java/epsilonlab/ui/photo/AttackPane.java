package epsilonlab.ui.photo;

import epsilonlab.attack.Attack;
import epsilonlab.attack.Parameter;
import epsilonlab.photo.PhotoAttacks;
import epsilonlab.photo.PhotoSettings.Ending;
import epsilonlab.report.figure.FigureTheme;
import epsilonlab.ui.Parts;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/** The attack, its parameters, its target and its end. */
final class AttackPane extends VBox {
  private final PhotoViewModel model;
  private final AttackForm form;
  private final ObservableValue<FigureTheme> theme;
  private final GridPane fields = new GridPane();

  AttackPane(PhotoViewModel model, ObservableValue<FigureTheme> theme) {
    super(8);
    this.model = model;
    this.form = model.form();
    this.theme = theme;
    setMinHeight(USE_PREF_SIZE);
    fields.setHgap(8);
    fields.setVgap(4);
    for (int i = 0; i < 2; i++) {
      ColumnConstraints half = new ColumnConstraints();
      half.setPercentWidth(50);
      fields.getColumnConstraints().add(half);
    }
    ClassSearch search = new ClassSearch(model.networks().network(), form.target());
    VBox target = new VBox(2, Parts.label("Target class", "field-label"), search);
    getChildren()
        .addAll(
            Parts.label("Attack", "section-title"),
            attacks(),
            fields,
            target,
            Parts.complaint(form.complaint()));
    form.attack().addListener((property, before, now) -> showFields());
    showFields();
  }

  private ComboBox<Attack> attacks() {
    ComboBox<Attack> box = Parts.box(PhotoAttacks.ALL, Attack::title, "");
    box.setId("photo-attack");
    form.attack().addListener((property, before, now) -> Parts.say(box, now.sentence()));
    Parts.say(box, form.attack().get().sentence());
    box.valueProperty().bindBidirectional(form.attack());
    return box;
  }

  private void showFields() {
    fields.getChildren().clear();
    List<Parameter> parameters = form.parameters();
    int cell = 0;
    for (Parameter parameter : parameters) {
      fields.add(
          Parts.labelled(
              theme, parameter.label() + " $" + parameter.symbol() + "$", number(parameter)),
          cell % 2,
          cell / 2);
      cell++;
    }
    fields.add(Parts.labelled(theme, "Ends", endings()), cell % 2, cell / 2);
  }

  private TextField number(Parameter parameter) {
    TextField field = new TextField(form.text(parameter));
    field.setId("photo-" + parameter.name());
    field.setPromptText(parameter.isDerived() ? parameter.derived() : "");
    Parts.say(
        field,
        parameter.sentence()
            + (parameter.isDerived() ? " Empty: " + parameter.derived() + "." : ""));
    field.textProperty().addListener((property, before, now) -> model.type(parameter, now));
    return field;
  }

  private ComboBox<Ending> endings() {
    ComboBox<Ending> box =
        Parts.box(
            List.of(Ending.values()),
            Ending::id,
            "When the attack ends: after all its steps, as soon as the answer is the wanted one, or"
                + " when the network is 99 % sure of it.");
    box.setId("photo-ending");
    box.setValue(form.ending().get());
    box.valueProperty().addListener((property, before, now) -> form.ending().set(now));
    return box;
  }
}
