package epsilonlab.ui.defend;

import atlantafx.base.theme.Styles;
import epsilonlab.model.Architecture;
import epsilonlab.model.Architectures;
import epsilonlab.report.figure.FigureTheme;
import epsilonlab.ui.LabState;
import epsilonlab.ui.Parts;
import epsilonlab.ui.defend.DefendForm.Field;
import epsilonlab.ui.defend.DefendForm.Section;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Everything that is chosen before a race: methods, the attack in training, the training. */
final class DefendFormPane extends VBox {
  private final DefendForm form;
  private final DefendFields fields;
  // kept, for bindings do not keep each other alive
  private final ObjectBinding<FigureTheme> theme;

  DefendFormPane(DefendForm form, LabState state) {
    this.form = form;
    theme = Parts.theme(state);
    fields = new DefendFields(form, theme);
    getStyleClass().add("defend-form");
    getChildren()
        .addAll(
            new MethodsPane(form, theme),
            complaint(Section.METHODS),
            title("Attack used in training"),
            attack(),
            ramp(),
            complaint(Section.ATTACK),
            trainingTitle(),
            Parts.labelled(theme, "Network", network()),
            training(),
            complaint(Section.TRAINING));
  }

  private static Label title(String text) {
    return Parts.label(text, "section-title", "defend-form-title");
  }

  private HBox trainingTitle() {
    MorePopup popup = new MorePopup(form, fields);
    Button more =
        Parts.iconButton(
            Feather.SLIDERS,
            "More settings: restarts, clean share, examples an image, β, learning rate, schedule",
            () -> {});
    more.setOnAction(event -> popup.show(more));
    more.setId("defend-more");
    more.getStyleClass().add(Styles.SMALL);
    HBox row = new HBox(title("Training"), Parts.spring(), more);
    row.setAlignment(Pos.BOTTOM_LEFT);
    row.getStyleClass().add("defend-training-title");
    return row;
  }

  private GridPane attack() {
    return DefendFields.grid(
        3,
        fields.field(
            "Size $ε$", Field.EPSILON, "The largest change ε of a pixel in training, from 0 to 1."),
        fields.field("Steps $k$", Field.STEPS, "How many steps k the attack in training makes."),
        fields.field(
            "Step $α$",
            Field.STEP_SIZE,
            "The length α of a step of the attack in training; empty for 2.5 ε / k."));
  }

  private CheckBox ramp() {
    CheckBox ramp = new CheckBox("Grow ε over the first 30 %");
    ramp.setId("defend-ramp");
    ramp.getStyleClass().add("defend-check");
    ramp.selectedProperty().bindBidirectional(form.ramp());
    Parts.say(
        ramp,
        "Lets ε rise from 0 in the first 30 % of the training; without it, training from scratch at"
            + " ε = 0.3 may sit at chance for epochs.");
    ramp.setAccessibleText(ramp.getText());
    return ramp;
  }

  private ComboBox<Architecture> network() {
    ComboBox<Architecture> box =
        Parts.box(
            Architectures.ALL,
            Architecture::title,
            "The function f(x) that every method trains from the same first weights θ.");
    box.valueProperty().bindBidirectional(form.architecture());
    box.setId("defend-network");
    return box;
  }

  private GridPane training() {
    return DefendFields.grid(
        3,
        fields.field(
            "Epochs", Field.EPOCHS, "How often T each training goes through the training set."),
        fields.field("Batch", Field.BATCH, "How many images B one step averages over."),
        fields.field(
            "Seed",
            Field.SEED,
            "The number that fixes all that is random; all methods start from the same weights."));
  }

  private Label complaint(Section section) {
    Label complaint =
        Parts.complaint(
            Bindings.createStringBinding(
                () -> form.section().get() == section ? form.complaint().get() : "",
                form.section(),
                form.complaint()));
    complaint.setId("defend-complaint-" + section.ordinal());
    return complaint;
  }
}
