package epsilonlab.ui.train;

import epsilonlab.ui.LabServices;
import epsilonlab.ui.Parts;
import epsilonlab.ui.Phase;
import epsilonlab.ui.RunButtons;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The primary button with what belongs to it: start, pause, stop, go on otherwise. */
final class StartPane extends VBox {
  private final TrainViewModel model;
  private final LabServices services;
  private final RunButtons buttons;

  StartPane(TrainViewModel model, LabServices services) {
    this.model = model;
    this.services = services;
    getStyleClass().add("train-start");
    buttons =
        new RunButtons(
            "train",
            "Train",
            "Trains the network on the data set (Space).",
            model.phase(),
            model::startOrPause,
            model::stop);
    getChildren().addAll(note(), queue(), restart(), buttons);
  }

  private Label note() {
    Label note = new Label();
    note.setId("train-note");
    note.textProperty().bind(model.note());
    note.getStyleClass().addAll("muted", "train-note");
    note.setWrapText(true);
    note.visibleProperty().bind(model.note().isNotEmpty());
    note.managedProperty().bind(note.visibleProperty());
    return note;
  }

  private BooleanBinding busy() {
    return model.phase().isNotEqualTo(Phase.IDLE);
  }

  private Button queue() {
    Button queue =
        Parts.linkButton(
            Feather.LIST,
            "Train this one afterwards",
            "Puts a training with what is chosen above behind the one that runs.",
            model::start);
    queue.setId("train-queue");
    queue.visibleProperty().bind(busy());
    queue.managedProperty().bind(queue.visibleProperty());
    return queue;
  }

  private Button restart() {
    Button restart =
        Parts.linkButton(
            Feather.GIT_BRANCH,
            "Restart here, another",
            "Keeps what is trained so far and goes on from its weights with another learning rate η.",
            this::askForRate);
    Label eta = Parts.label("η", "math", "accent-text");
    HBox both = new HBox(7, restart.getGraphic(), new Label("Restart here, another"), eta);
    both.getStyleClass().add("train-link-words");
    both.getChildren().get(1).getStyleClass().add("accent-text");
    restart.setText("");
    restart.setGraphic(both);
    restart.setId("train-restart");
    restart.visibleProperty().bind(model.restartable());
    restart.managedProperty().bind(restart.visibleProperty());
    return restart;
  }

  private void askForRate() {
    services
        .dialogs()
        .askText(
            "Go on from here with another learning rate",
            "Learning rate η",
            model.form().text(TrainingForm.Field.LEARNING_RATE).get())
        .ifPresent(model::restartWith);
  }

  /** Moves the focus here, so that the next press of the space bar pauses. */
  void focus() {
    buttons.focus();
  }
}
