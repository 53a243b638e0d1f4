package epsilonlab.ui.attack;

import epsilonlab.attack.Attack;
import epsilonlab.attack.Attacks;
import epsilonlab.attack.Norm;
import epsilonlab.attack.Parameter;
import epsilonlab.attack.Target;
import epsilonlab.model.ModelEntry;
import epsilonlab.report.figure.FigureTheme;
import epsilonlab.ui.LabSession;
import epsilonlab.ui.Parts;
import epsilonlab.ui.component.MathLabel;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/** The attack, its parameters and its target; the fields come from the attack's own description. */
final class AttackFields extends VBox {
  private final AttackViewModel model;
  private final AttackChoice choice;
  private final GridPane fields = new GridPane();
  private final ComboBox<ModelEntry> sources;
  private final ObservableValue<FigureTheme> theme;
  // brings what the fields show up to date when values were set elsewhere
  private final List<Runnable> follow = new ArrayList<>();

  AttackFields(AttackViewModel model, ObservableValue<FigureTheme> theme) {
    super(4);
    this.theme = theme;
    this.model = model;
    this.choice = model.attacks();
    this.sources = sources();
    Label title = new Label("Attack");
    title.getStyleClass().add("section-title");
    fields.setHgap(8);
    fields.setVgap(4);
    for (int i = 0; i < 2; i++) {
      ColumnConstraints half = new ColumnConstraints();
      half.setPercentWidth(50);
      fields.getColumnConstraints().add(half);
    }
    setMinHeight(USE_PREF_SIZE);
    getChildren()
        .addAll(
            title,
            attacks(),
            fields,
            label("Target class"),
            targets(),
            ChooseColumn.complaint(choice.complaint()));
    choice.attack().addListener((property, before, now) -> showFields());
    choice.plan().addListener((property, before, now) -> follow.forEach(Runnable::run));
    showFields();
  }

  private Node attacks() {
    ComboBox<Attack> box = new ComboBox<>();
    box.setId("attack");
    box.getItems().setAll(Attacks.ALL);
    box.setMaxWidth(Double.MAX_VALUE);
    box.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(Attack attack) {
            return attack == null ? "" : titleWithNorm(attack);
          }

          @Override
          public Attack fromString(String text) {
            throw new UnsupportedOperationException("not editable");
          }
        });
    box.valueProperty().bindBidirectional(choice.attack());
    Tooltip tooltip = new Tooltip();
    Runnable explain = () -> tooltip.setText(choice.attack().get().sentence());
    choice.attack().addListener((property, before, now) -> explain.run());
    explain.run();
    box.setTooltip(tooltip);
    return box;
  }

  private static String titleWithNorm(Attack attack) {
    // some carry it in their title already
    return attack.norm() == Norm.LINF || attack.title().contains(attack.norm().symbol())
        ? attack.title()
        : attack.title() + " (" + attack.norm().symbol() + ")";
  }

  /** The other model that a transferred attack is made on. */
  private ComboBox<ModelEntry> sources() {
    ComboBox<ModelEntry> box =
        Parts.box(
            List.of(),
            entry -> entry.card().name(),
            "The model that the images are crafted on; then they are tried here.");
    box.setId("source");
    box.setPromptText("None yet");
    box.valueProperty()
        .addListener(
            (property, before, now) -> {
              // the list is filled anew now and then, and chooses nothing meanwhile
              if (now != null && now != choice.sourceInUse().get()) {
                choice.source().set(now);
              }
            });
    Runnable fill =
        () -> {
          LabSession session = model.session();
          box.getItems().setAll(choice.sources(session.model().get()));
          box.setValue(choice.sourceInUse().get());
        };
    model.session().models().addListener((ListChangeListener<ModelEntry>) change -> fill.run());
    model.session().model().addListener((property, before, now) -> fill.run());
    choice.sourceInUse().addListener((property, before, now) -> box.setValue(now));
    fill.run();
    return box;
  }

  private void showFields() {
    fields.getChildren().clear();
    follow.clear();
    Attack attack = choice.attack().get();
    List<Node> cells = new ArrayList<>();
    if (attack.needsSource()) {
      cells.add(field("Crafted on", sources));
    }
    if (attack.parameters().isEmpty()) {
      TextField steps = fixed("1", "This attack makes one step.");
      TextField size = fixed("= ε", "The one step is as long as epsilon.");
      steps.setId("parameter-steps");
      size.setId("parameter-step-size");
      cells.add(field("Steps $k$", steps));
      cells.add(field("Step size $α$", size));
    }
    for (Parameter parameter : attack.parameters()) {
      cells.add(
          switch (parameter.kind()) {
            case SWITCH -> check(parameter);
            case CHOICE -> field(title(parameter), words(parameter));
            case INTEGER, REAL -> field(title(parameter), number(parameter));
          });
    }
    for (int i = 0; i < cells.size(); i++) {
      fields.add(cells.get(i), i % 2, i / 2);
    }
  }

  private static String title(Parameter parameter) {
    return parameter.symbol().isEmpty()
        ? parameter.label()
        : parameter.label() + " $" + parameter.symbol() + "$";
  }

  private static TextField fixed(String text, String why) {
    TextField field = new TextField(text);
    field.setDisable(true);
    field.getStyleClass().add(text.startsWith("=") ? "math-field" : "plain-field");
    field.setTooltip(new Tooltip(why));
    return field;
  }

  private TextField number(Parameter parameter) {
    TextField field = new TextField(choice.text(parameter));
    field.setId("parameter-" + parameter.name());
    field.setPromptText(parameter.isDerived() ? "= " + parameter.derived() : "");
    // the prompt is a formula, what is typed is a number
    field.textProperty().addListener((property, before, now) -> dress(field, now));
    dress(field, field.getText());
    field.setTooltip(new Tooltip(parameter.sentence()));
    field.textProperty().addListener((property, before, now) -> choice.set(parameter, now));
    follow.add(
        () -> {
          // what is being typed stays as it is typed
          if (!field.isFocused() && !field.getText().equals(choice.text(parameter))) {
            field.setText(choice.text(parameter));
          }
        });
    return field;
  }

  private static void dress(TextField field, String text) {
    field.getStyleClass().remove("math-field");
    if (text.isEmpty()) {
      field.getStyleClass().add("math-field");
    }
  }

  private Node words(Parameter parameter) {
    ComboBox<String> box = new ComboBox<>();
    box.setId("parameter-" + parameter.name());
    box.getItems().setAll(parameter.choices());
    box.setMaxWidth(Double.MAX_VALUE);
    box.setValue(choice.text(parameter));
    box.setTooltip(new Tooltip(parameter.sentence()));
    box.valueProperty()
        .addListener(
            (property, before, now) ->
                choice.set(parameter, (double) parameter.choices().indexOf(now)));
    return box;
  }

  private Node check(Parameter parameter) {
    CheckBox box = new CheckBox(parameter.label());
    box.setId("parameter-" + parameter.name());
    box.setSelected(choice.isOn(parameter));
    box.setTooltip(new Tooltip(parameter.sentence()));
    box.selectedProperty()
        .addListener((property, before, now) -> choice.set(parameter, now ? 1 : 0));
    VBox cell = new VBox(box);
    cell.setAlignment(javafx.geometry.Pos.BOTTOM_LEFT);
    cell.setMinHeight(32);
    return cell;
  }

  private static Label label(String text) {
    Label label = new Label(text);
    label.getStyleClass().add("field-label");
    return label;
  }

  private Node field(String title, Node control) {
    MathLabel label = new MathLabel(title);
    label.themeProperty().bind(theme);
    label.mutedProperty().set(true);
    return new VBox(2, label, control);
  }

  private Node targets() {
    ComboBox<Target> box = new ComboBox<>();
    box.setId("target");
    box.setMaxWidth(Double.MAX_VALUE);
    box.setVisibleRowCount(12);
    box.setTooltip(new Tooltip("The class that the network shall answer, t."));
    box.getItems().addAll(Target.NONE, Target.NEXT);
    for (int c = 0; c < 10; c++) {
      box.getItems().add(new Target.Of(c));
    }
    box.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(Target target) {
            if (target instanceof Target.Of of) {
              return ClassNames.of(model.session(), of.wanted());
            }
            return target instanceof Target.Next ? "The next class" : "None: any wrong answer";
          }

          @Override
          public Target fromString(String text) {
            throw new UnsupportedOperationException("not editable");
          }
        });
    box.valueProperty().bindBidirectional(choice.target());
    return box;
  }
}
