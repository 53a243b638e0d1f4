package epsilonlab.ui.lesson;

import epsilonlab.lesson.Lesson;
import epsilonlab.ui.Parts;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A lesson in the list: what it is about, in as many lines as that takes, and how far it is. */
final class LessonRow extends Button {
  private static final double SIDES = 24;
  private static final double AIR = 16;
  private static final double LEAST = 52;

  private final HBox content;

  LessonRow(LessonShelf.Entry entry) {
    Lesson lesson = entry.lesson();
    Label number =
        Parts.label(lesson.number() > 0 ? "" + lesson.number() : "·", "lesson-row-number");
    Label summary = new Label(lesson.summary());
    summary.getStyleClass().add("muted");
    summary.setWrapText(true);
    Label title = Parts.label(lesson.title(), "semibold");
    HBox name = new HBox(8, title);
    if (entry.own()) {
      name.getChildren().add(Parts.label("your own", "remark"));
    }
    VBox words = new VBox(name, summary);
    words.setMinWidth(0);
    words.setAlignment(Pos.CENTER_LEFT);
    HBox.setHgrow(words, Priority.ALWAYS);
    content =
        new HBox(12, number, words, Parts.label(lesson.minutes() + " min", "remark"), state(entry));
    content.setAlignment(Pos.CENTER_LEFT);
    content.prefWidthProperty().bind(widthProperty().subtract(SIDES));
    setGraphic(content);
    setId("lesson-row-" + lesson.id());
    getStyleClass().add("lesson-row");
    setMaxWidth(Double.MAX_VALUE);
    Parts.say(this, lesson.summary());
    setAccessibleText(
        "Lesson "
            + lesson.number()
            + ", "
            + lesson.title()
            + ", "
            + lesson.minutes()
            + " minutes, "
            + entry.done()
            + " of "
            + lesson.steps().size()
            + " steps done");
  }

  private static Node state(LessonShelf.Entry entry) {
    int all = entry.lesson().steps().size();
    Label state =
        Parts.label(
            entry.isDone()
                ? "done"
                : entry.done() == 0 ? all + " steps" : entry.done() + " of " + all,
            "lesson-row-state");
    if (entry.isDone()) {
      FontIcon check = new FontIcon(Feather.CHECK);
      check.getStyleClass().add("success");
      state.setGraphic(check);
    }
    return state;
  }

  // a button asks its graphic how high it is on one line
  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computePrefHeight(double width) {
    return Math.max(LEAST, content.prefHeight(width < 0 ? -1 : Math.max(0, width - SIDES)) + AIR);
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }
}
