package epsilonlab.ui.defend;

import epsilonlab.ui.Parts;
import epsilonlab.ui.RichText;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** What the numbers say, in plain words. */
final class WordsPane extends VBox {
  private final DefendViewModel model;
  private final Button again;
  private final ReadOnlyStringWrapper words = new ReadOnlyStringWrapper("");

  WordsPane(DefendViewModel model) {
    super(4);
    this.model = model;
    getStyleClass().add("card");
    setMinHeight(USE_PREF_SIZE);
    Label title = Parts.label("What the numbers say", "remark", "semibold");
    RichText text = new RichText(words);
    text.setId("defend-words");
    text.getStyleClass().add("plain-flow");
    again =
        Parts.linkButton(
            Feather.REFRESH_CW,
            "Measure again",
            "Attacks the trained networks for the numbers that are missing.",
            () -> model.table().measureAgain());
    again.setId("defend-measure-again");
    again.managedProperty().bind(again.visibleProperty());
    getChildren().addAll(title, text, again);
    model.table().version().addListener((property, before, now) -> show());
    model.shown().addListener((property, before, now) -> show());
    show();
  }

  private void show() {
    again.setVisible(model.table().isUnmeasured());
    words.set(DefendWords.ofTable(model));
  }
}
