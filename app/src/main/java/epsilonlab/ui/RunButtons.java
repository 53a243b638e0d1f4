package epsilonlab.ui;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** The primary button of a tab that trains: start, pause, go on; beside it, while it runs, Stop. */
public final class RunButtons extends HBox {
  private final Button primary = new Button();
  private final String start;
  private final String startSays;

  /**
   * @param tab begins the ids of the buttons
   * @param start what stands on the button while nothing runs
   * @param startSays what it does then, in one sentence
   */
  public RunButtons(
      String tab,
      String start,
      String startSays,
      ObservableValue<Phase> phase,
      Runnable startOrPause,
      Runnable stopping) {
    super(8);
    this.start = start;
    this.startSays = startSays;
    primary.setId(tab + "-primary");
    primary.getStyleClass().add("primary-button");
    primary.setOnAction(event -> startOrPause.run());
    HBox.setHgrow(primary, Priority.ALWAYS);
    Button stop = new Button("Stop", shape("shape-stop"));
    stop.setId(tab + "-stop");
    stop.getStyleClass().add("stop-button");
    stop.setOnAction(event -> stopping.run());
    Parts.say(stop, "Ends the training and keeps in the library what was trained so far (Esc).");
    getChildren().addAll(primary, stop);
    phase.addListener((property, before, now) -> dress(now, stop));
    dress(phase.getValue(), stop);
  }

  /** Moves the focus here, so that the next press of the space bar pauses. */
  public void focus() {
    primary.requestFocus();
  }

  /** A filled sign, as on every player; the icon font has outlines only. */
  private static Region shape(String styleClass) {
    Region shape = new Region();
    shape.getStyleClass().addAll("player-shape", styleClass);
    return shape;
  }

  private void dress(Phase phase, Button stop) {
    switch (phase) {
      case IDLE -> dress(start, "shape-play", startSays);
      case WAITING -> dress("Waiting", "shape-pause", "Begins when the jobs before it are done.");
      case RUNNING ->
          dress("Pause", "shape-pause", "Holds the training before its next step (Space).");
      case PAUSED -> dress("Resume", "shape-play", "Goes on with the training (Space).");
      case STOPPING -> dress("Stopping", "shape-stop", "Keeps what was trained so far.");
    }
    // not while waiting: the focus would go to Stop, and Space would end the training
    primary.setDisable(phase == Phase.STOPPING);
    stop.setVisible(phase != Phase.IDLE);
    stop.setManaged(phase != Phase.IDLE);
    stop.setDisable(phase == Phase.STOPPING);
  }

  private void dress(String text, String shape, String says) {
    primary.setText(text);
    primary.setGraphic(shape(shape));
    Parts.say(primary, says);
    primary.setAccessibleText(text);
  }
}
