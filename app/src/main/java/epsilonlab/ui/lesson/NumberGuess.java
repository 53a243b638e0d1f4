package epsilonlab.ui.lesson;

import atlantafx.base.controls.ProgressSliderSkin;
import epsilonlab.lesson.Guess;
import epsilonlab.lesson.Question;
import epsilonlab.ui.Parts;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** A number to guess on a slider. */
final class NumberGuess extends VBox {
  private final Question.Slider question;
  private final Slider slider;
  private boolean moved;

  /**
   * @param changed is called when the student has moved the slider
   */
  NumberGuess(Question.Slider question, Runnable changed) {
    super(4);
    this.question = question;
    double middle = question.from() + (question.to() - question.from()) / 2;
    slider = new Slider(question.from(), question.to(), rounded(middle));
    slider.setSkin(new ProgressSliderSkin(slider));
    slider.setId("lesson-number");
    slider.setBlockIncrement(question.step());
    Parts.say(slider, "Your guess; arrow keys move it by a step.");
    Label value = Parts.label("", "key-number");
    value.setId("lesson-number-value");
    value
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> question.format().write(value()), slider.valueProperty()));
    slider
        .valueProperty()
        .addListener(
            (property, before, now) -> {
              moved = true;
              changed.run();
            });
    HBox ends =
        new HBox(
            Parts.label(question.format().write(question.from()), "remark"),
            Parts.spring(),
            Parts.label(question.format().write(question.to()), "remark"));
    ends.setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(value, slider, ends);
    setMinHeight(USE_PREF_SIZE);
  }

  /** Whether the student has touched it. */
  boolean isMoved() {
    return moved;
  }

  /** The guess as it stands now. */
  Guess guess() {
    return new Guess.Number(value());
  }

  private double value() {
    return rounded(slider.getValue());
  }

  private double rounded(double at) {
    double steps = Math.round((at - question.from()) / question.step());
    // no 0.30000000000000004
    double exact = Math.round((question.from() + steps * question.step()) * 1e9) / 1e9;
    return Math.min(question.to(), Math.max(question.from(), exact));
  }

  /** Lets the student move it, or shows what was guessed. */
  void show(boolean open, Optional<Guess> guess) {
    guess.ifPresent(made -> slider.setValue(((Guess.Number) made).value()));
    slider.setDisable(!open);
  }
}
