package epsilonlab.ui.defend;

import epsilonlab.training.Schedule;
import epsilonlab.ui.LabPopOver;
import epsilonlab.ui.Parts;
import epsilonlab.ui.defend.DefendForm.Field;
import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.controlsfx.control.PopOver;

/** What is seldom changed: the finer settings of the attack and of the training. */
final class MorePopup {
  private final PopOver popOver;

  MorePopup(DefendForm form, DefendFields fields) {
    ComboBox<Schedule> schedule =
        Parts.box(
            List.of(Schedule.values()),
            Schedule::title,
            "How the learning rate η changes in the course of training.");
    schedule.valueProperty().bindBidirectional(form.schedule());
    schedule.setId("defend-schedule");
    GridPane grid =
        DefendFields.grid(
            2,
            fields.field(
                "Restarts $r$",
                Field.RESTARTS,
                "How often r the attack in training starts again for each image."),
            fields.field(
                "Clean share",
                Field.CLEAN_SHARE,
                "Which part of each batch is learnt without an attack, from 0 to below 1."),
            fields.field(
                "Examples an image",
                Field.COPIES,
                "How many adversarial examples each image of a batch gives."),
            fields.field(
                "TRADES $β$", Field.BETA, "The weight β of the robust term of TRADES, above 0."),
            fields.field(
                "Learning rate $η$",
                Field.LEARNING_RATE,
                "The length η of a step against the gradient."),
            Parts.labelled(fields.theme(), "Schedule of $η$", schedule));
    VBox content = new VBox(8, Parts.label("More settings", "section-title"), grid);
    content.setPrefWidth(320);
    content
        .getStylesheets()
        .add(
            Objects.requireNonNull(MorePopup.class.getResource("/epsilonlab/ui/css/defend.css"))
                .toExternalForm());
    popOver = new LabPopOver(content, PopOver.ArrowLocation.LEFT_CENTER);
  }

  void show(Node owner) {
    popOver.show(owner);
  }
}
