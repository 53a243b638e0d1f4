package epsilonlab.ui.generate.run;

import epsilonlab.ui.LabServices;
import epsilonlab.ui.Parts;
import javafx.beans.binding.Bindings;
import javafx.beans.property.StringProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;

/** "Restart here, another η": goes on from the epoch that is looked at, as a new training. */
public final class RestartLink {
  private RestartLink() {}

  /**
   * The link, which is there once a training is shown.
   *
   * @param part begins its id
   * @param rate the field of the learning rate, which gets what is typed
   */
  public static <B, R> Button of(
      LabServices services,
      String part,
      StringProperty rate,
      Trainings<B, R> trainings,
      LookedAt lookedAt) {
    Button link =
        Parts.linkButton(
            Feather.GIT_BRANCH,
            "",
            "Keeps what is trained so far and goes on from the epoch that is looked at with"
                + " another learning rate η.",
            () ->
                services
                    .dialogs()
                    .askText(
                        "Go on from epoch "
                            + trainings.restartEpoch(lookedAt.epoch().get())
                            + " with another learning rate",
                        "Learning rate η",
                        rate.get())
                    .ifPresent(
                        typed -> {
                          rate.set(typed);
                          trainings.restartFrom(lookedAt.epoch().get());
                        }));
    Label words = Parts.label("Restart here, another", "accent-text");
    Label eta = Parts.label("η", "math", "accent-text");
    HBox both = new HBox(7, link.getGraphic(), words, eta);
    both.getStyleClass().add("restart-words");
    link.setGraphic(both);
    link.setId(part + "-restart");
    Parts.showIf(link, Bindings.isNotNull(trainings.shown()));
    return link;
  }
}
