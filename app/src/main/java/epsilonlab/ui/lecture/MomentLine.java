package epsilonlab.ui.lecture;

import epsilonlab.report.capsule.Moment;
import epsilonlab.ui.Parts;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;

/**
 * The line at the foot of the window while presenting: which moment it is, and what is asked. Where
 * anyone may touch the window it has buttons for what a remote does.
 */
final class MomentLine extends HBox {
  private final LectureModel model;
  private final Label place = Parts.label("", "moment-place");
  private final Label title = new Label();
  private final Label say = new Label();
  private final Button ask = new Button("What do you think?");
  private final Button before;
  private final Button after;
  private final boolean touched;

  /**
   * @param touched whether there are visitors who have no remote
   */
  MomentLine(LectureModel model, boolean touched) {
    this.model = model;
    this.touched = touched;
    setId("moment-line");
    getStyleClass().add("moment-line");
    getStylesheets().add(LectureStyle.sheet());
    setAlignment(Pos.CENTER_LEFT);
    place.setId("moment-place");
    title.getStyleClass().add("moment-title");
    title.setMinWidth(USE_PREF_SIZE);
    say.getStyleClass().add("moment-say");
    say.setMinWidth(0);
    ask.setId("moment-ask");
    ask.getStyleClass().setAll("moment-ask");
    ask.setMinWidth(USE_PREF_SIZE);
    // a remote's keys must not go to it
    ask.setFocusTraversable(false);
    ask.setOnAction(event -> model.uncover());
    Parts.say(ask, "Shows what is covered (B)");
    ask.setAccessibleText("What do you think? Shows what is covered");
    before = Parts.iconButton(Feather.CHEVRON_LEFT, "The moment before (Page Up)", model::previous);
    before.setId("moment-before");
    after = Parts.iconButton(Feather.CHEVRON_RIGHT, "Uncover, then go on (Page Down)", model::next);
    after.setId("moment-after");
    getChildren().addAll(place, title, say, Parts.spring(), ask);
    if (touched) {
      getChildren().addAll(before, after);
    }
    Parts.showIf(ask, model.covered());
    model.at().addListener((property, before, now) -> show());
    model.moments().addListener((javafx.beans.Observable any) -> show());
    show();
  }

  private void show() {
    boolean isThere = model.current().isPresent() || touched && !model.moments().isEmpty();
    setVisible(isThere);
    setManaged(isThere);
    place.setText(
        model
            .current()
            .map(any -> model.at().get() + 1 + " of " + model.moments().size() + " ·")
            .orElse(""));
    title.setText(model.current().map(Moment::title).orElse(""));
    say.setText(model.current().map(Moment::say).orElse(""));
  }
}
