package epsilonlab.ui.lecture;

import epsilonlab.report.capsule.Moment;
import epsilonlab.ui.Parts;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** A prepared moment in the list: what it is, and what can be done with it. */
final class MomentRow extends HBox {
  /** What the buttons of a row do. */
  interface Actions {
    void show(int index);

    void edit(int index);

    void move(int from, int to);

    void delete(int index);
  }

  MomentRow(int index, int all, Moment moment, Actions actions) {
    getStyleClass().add("moment-row");
    setAlignment(Pos.CENTER_LEFT);
    Label say = new Label(words(moment));
    say.getStyleClass().add("muted");
    say.setMinWidth(0);
    VBox words = new VBox(Parts.label(moment.title(), "semibold"), say);
    words.setMinWidth(0);
    words.setAlignment(Pos.CENTER_LEFT);
    HBox content = new HBox(12, Parts.label("" + (index + 1), "moment-number"), words);
    content.setAlignment(Pos.CENTER_LEFT);
    Button show = new Button("", content);
    show.setId("moment-show-" + index);
    show.getStyleClass().add("moment-show");
    show.setMaxWidth(Double.MAX_VALUE);
    show.setMinWidth(0);
    HBox.setHgrow(show, Priority.ALWAYS);
    Parts.say(show, "Brings this moment into view: " + moment.title());
    show.setOnAction(event -> actions.show(index));
    Button up =
        Parts.iconButton(Feather.ARROW_UP, "Move it up", () -> actions.move(index, index - 1));
    up.setDisable(index == 0);
    up.setId("moment-up-" + index);
    Button down =
        Parts.iconButton(Feather.ARROW_DOWN, "Move it down", () -> actions.move(index, index + 1));
    down.setDisable(index == all - 1);
    down.setId("moment-down-" + index);
    Button edit = Parts.iconButton(Feather.EDIT_2, "Change it", () -> actions.edit(index));
    edit.setId("moment-edit-" + index);
    Button delete =
        Parts.iconButton(
            Feather.TRASH_2, "Delete it; Undo brings it back", () -> actions.delete(index));
    delete.setId("moment-delete-" + index);
    getChildren().addAll(show, up, down, edit, delete);
  }

  private static String words(Moment moment) {
    int covered = moment.covered().size();
    String covers =
        covered == 0 ? "" : covered == 1 ? "1 part covered" : covered + " parts covered";
    return moment.say().isEmpty()
        ? covers.isEmpty() ? "nothing covered" : covers
        : covers.isEmpty() ? moment.say() : moment.say() + " · " + covers;
  }
}
