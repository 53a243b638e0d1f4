package epsilonlab.ui.lecture;

import epsilonlab.report.capsule.Moment;
import epsilonlab.ui.Parts;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/** The line at the foot of the window while presenting: which moment it is, and what is asked. */
final class MomentLine extends HBox {
  private final LectureModel model;
  private final Label place = Parts.label("", "moment-place");
  private final Label title = new Label();
  private final Label say = new Label();
  private final Label ask = Parts.label("What do you think?", "moment-ask");

  MomentLine(LectureModel model) {
    this.model = model;
    setId("moment-line");
    getStyleClass().add("moment-line");
    getStylesheets().add(LectureStyle.sheet());
    setAlignment(Pos.CENTER_LEFT);
    place.setId("moment-place");
    title.getStyleClass().add("moment-title");
    title.setMinWidth(USE_PREF_SIZE);
    say.getStyleClass().add("moment-say");
    ask.setId("moment-ask");
    getChildren().addAll(place, title, say, Parts.spring(), ask);
    Parts.showIf(ask, model.covered());
    model.at().addListener((property, before, now) -> show());
    model.moments().addListener((javafx.beans.Observable any) -> show());
    show();
  }

  private void show() {
    setVisible(model.current().isPresent());
    setManaged(model.current().isPresent());
    if (model.current().isPresent()) {
      Moment moment = model.current().get();
      place.setText(model.at().get() + 1 + " of " + model.moments().size() + " ·");
      title.setText(moment.title());
      say.setText(moment.say());
    }
  }
}
