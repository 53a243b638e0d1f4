package epsilonlab.ui.privacy.form;

import atlantafx.base.controls.ProgressSliderSkin;
import epsilonlab.engine.LabException;
import epsilonlab.report.figure.FigureTheme;
import epsilonlab.ui.Parts;
import epsilonlab.ui.Typed;
import epsilonlab.ui.component.MathLabel;
import epsilonlab.ui.generate.run.TypedField;
import java.util.Objects;
import java.util.OptionalDouble;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/**
 * A number on a slider that can be typed as well, also beyond the slider's ends: its name, the
 * number, and below them the slider.
 */
public final class TypedSlider extends VBox {
  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("danger");
  private static final int LEAP = 10;

  private final StringProperty text;
  private final SliderTrack track;
  private final Runnable taken;
  private final Slider slider = new Slider(0, 1, 0);
  private boolean following;

  /**
   * @param id of the field; that of the slider ends in {@code -slider}
   * @param name may hold symbols
   * @param text what stands in the field
   * @param taken is called when the text is to be taken: on every move of the slider, on Enter, and
   *     when the field is left
   */
  public TypedSlider(
      String id,
      String name,
      StringProperty text,
      SliderTrack track,
      String says,
      ObservableValue<FigureTheme> theme,
      Runnable taken) {
    this.text = text;
    this.track = track;
    this.taken = taken;
    getStyleClass().add("typed-slider");
    getStylesheets()
        .add(
            Objects.requireNonNull(
                    TypedSlider.class.getResource("/epsilonlab/ui/css/typed-slider.css"))
                .toExternalForm());
    MathLabel label = new MathLabel(name);
    label.mutedProperty().set(true);
    label.themeProperty().bind(theme);
    label.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    HBox head = new HBox(label, Parts.spring(), field(id, says));
    head.setAlignment(Pos.CENTER_LEFT);
    slider.setId(id + "-slider");
    slider.setSkin(new ProgressSliderSkin(slider));
    Parts.say(slider, says);
    slider.valueProperty().addListener((property, before, now) -> dragged(now.doubleValue()));
    slider.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    text.addListener((property, before, now) -> follow());
    follow();
    getChildren().addAll(head, slider);
  }

  private TextField field(String id, String says) {
    TextField field = new TextField();
    field.setId(id);
    field.getStyleClass().add("slider-number");
    field.setPrefColumnCount(6);
    field.setAlignment(Pos.CENTER_RIGHT);
    field.textProperty().bindBidirectional(text);
    field.setOnAction(event -> taken.run());
    field
        .focusedProperty()
        .addListener(
            (property, before, now) -> {
              if (!now) {
                taken.run();
              }
            });
    Parts.say(field, says);
    return field;
  }

  /** Frames the number while a complaint speaks of it. */
  public TypedSlider blamedBy(StringProperty complaint, TypedField by) {
    complaint.addListener(
        (property, before, now) ->
            lookup(".slider-number")
                .pseudoClassStateChanged(WRONG, !now.isEmpty() && by.isBlamedBy(now)));
    return this;
  }

  private OptionalDouble typed() {
    try {
      return OptionalDouble.of(Typed.decimal(text.get(), "", ""));
    } catch (LabException notYet) {
      return OptionalDouble.empty();
    }
  }

  private void follow() {
    following = true;
    typed().ifPresent(value -> slider.setValue(track.shareOf(value)));
    following = false;
  }

  private void dragged(double share) {
    if (!following) {
      take(track.valueAt(share));
    }
  }

  private void take(double value) {
    String now = Typed.number(value);
    if (!now.equals(text.get())) {
      text.set(now);
      taken.run();
    }
  }

  private void key(KeyEvent event) {
    int steps = event.isShiftDown() ? LEAP : 1;
    double value = typed().orElse(track.least());
    switch (event.getCode()) {
      case RIGHT, UP -> take(track.moved(value, steps));
      case LEFT, DOWN -> take(track.moved(value, -steps));
      case HOME -> take(track.least());
      case END -> take(track.most());
      default -> {
        return;
      }
    }
    event.consume();
  }
}
