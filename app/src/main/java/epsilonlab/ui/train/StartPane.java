package epsilonlab.ui.train;

import epsilonlab.ui.LabServices;
import epsilonlab.ui.train.TrainViewModel.Phase;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The primary button with what belongs to it: start, pause, stop, go on otherwise. */
final class StartPane extends VBox {
  private final TrainViewModel model;
  private final LabServices services;
  private final Button primary = new Button();

  StartPane(TrainViewModel model, LabServices services) {
    this.model = model;
    this.services = services;
    getStyleClass().add("train-start");
    primary.setId("train-primary");
    primary.getStyleClass().add("primary-button");
    primary.setOnAction(event -> model.startOrPause());
    HBox.setHgrow(primary, Priority.ALWAYS);
    getChildren().addAll(note(), queue(), restart(), new HBox(8, primary, stop()));
    model.phase().addListener((property, before, now) -> dress(now));
    dress(model.phase().get());
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

  private Button stop() {
    Button stop = new Button("Stop", shape("shape-stop"));
    stop.setId("train-stop");
    stop.getStyleClass().add("train-stop");
    stop.setOnAction(event -> model.stop());
    Parts.say(stop, "Ends the training and keeps in the library what was trained so far (Esc).");
    stop.visibleProperty().bind(busy());
    stop.managedProperty().bind(stop.visibleProperty());
    stop.disableProperty().bind(model.phase().isEqualTo(Phase.STOPPING));
    return stop;
  }

  /** A filled sign, as on every player; the icon font has outlines only. */
  private static Region shape(String styleClass) {
    Region shape = new Region();
    shape.getStyleClass().addAll("player-shape", styleClass);
    return shape;
  }

  /** Moves the focus here, so that the next press of the space bar pauses. */
  void focus() {
    primary.requestFocus();
  }

  private void dress(Phase phase) {
    switch (phase) {
      case IDLE -> dress("Train", "shape-play", "Trains the network on the data set (Space).");
      case WAITING -> dress("Waiting", "shape-pause", "Begins when the jobs before it are done.");
      case RUNNING ->
          dress("Pause", "shape-pause", "Holds the training before its next step (Space).");
      case PAUSED -> dress("Resume", "shape-play", "Goes on with the training (Space).");
      case STOPPING -> dress("Stopping", "shape-stop", "Keeps what was trained so far.");
    }
    // not while waiting: the focus would go to Stop, and Space would end the training
    primary.setDisable(phase == Phase.STOPPING);
  }

  private void dress(String text, String shape, String says) {
    primary.setText(text);
    primary.setGraphic(shape(shape));
    Parts.say(primary, says);
    primary.setAccessibleText(text);
  }
}
