package epsilonlab.ui.defend;

import javafx.beans.binding.Bindings;
import javafx.scene.control.Label;

/** What stands where a figure will be once the first race has ended. */
final class Waiting {
  private Waiting() {}

  /**
   * "To be measured when the race has ended." while there are no networks.
   *
   * @param what happens then, in the passive
   */
  static Label note(DefendViewModel model, String what) {
    Label note = new Label("To be " + what + " when the race has ended.");
    note.getStyleClass().add("muted");
    note.setWrapText(true);
    note.setMouseTransparent(true);
    note.visibleProperty()
        .bind(Bindings.createBooleanBinding(() -> model.models().get().isEmpty(), model.models()));
    return note;
  }
}
