package epsilonlab.ui.generate.denoise;

import epsilonlab.ui.LabServices;
import epsilonlab.ui.Parts;
import epsilonlab.ui.RunButtons;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The two buttons: attack the autoencoder as a defence, and train it. */
final class StartPane extends VBox {
  private final RunButtons run;

  StartPane(LabServices services, DenoiseViewModel model) {
    super(8);
    Button attack = new Button();
    attack.setId("denoise-attack");
    attack.setMaxWidth(Double.MAX_VALUE);
    attack.setMinHeight(32);
    attack.setOnAction(
        event -> {
          String obstacle = model.defence().obstacle();
          if (obstacle.isEmpty()) {
            model.defence().measureOrCancel();
          } else {
            services.messages().info(obstacle);
          }
        });
    model.defence().running().addListener((property, before, now) -> dress(attack, now));
    dress(attack, false);
    run =
        new RunButtons(
            "denoise",
            "Train the autoencoder",
            "Trains the network to give the clean digit for the noisy one (Space).",
            model.trainings().phase(),
            model.trainings()::startOrPause,
            model.trainings()::stop);
    getChildren().addAll(attack, run);
  }

  private static void dress(Button attack, boolean running) {
    attack.setText(running ? "Cancel the attack" : "Attack it as a defence");
    attack.setGraphic(new FontIcon(running ? Feather.X : Feather.SHIELD));
    Parts.say(
        attack,
        running
            ? "Ends the measurement; what is measured so far stays."
            : "Puts the autoencoder before the model in use and attacks 1,000 test digits by PGD of"
                + " size ε: without it, without knowing of it, and through both.");
    attack.setAccessibleText(attack.getText());
  }

  /** Moves the focus here, so that the next press of the space bar pauses. */
  void focus() {
    run.focus();
  }
}
