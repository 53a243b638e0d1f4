package epsilonlab.ui.theory.page;

import atlantafx.base.controls.ProgressSliderSkin;
import epsilonlab.report.figure.FigureTheme;
import epsilonlab.ui.Parts;
import epsilonlab.ui.component.MathLabel;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** A quantity: name at the left, number at the right, slider below. */
final class QuantitySlider extends VBox {
  private static final double END = 6;

  /** The id of the slider of a quantity. */
  static String idOf(Quantity quantity) {
    return "slider-" + quantity.id().replace('.', '-');
  }

  QuantitySlider(Quantity quantity, ObservableValue<FigureTheme> theme) {
    getStyleClass().add("quantity");
    MathLabel name = new MathLabel(quantity.name()).onOneLine();
    name.themeProperty().bind(theme);
    name.mutedProperty().set(true);
    name.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    Label number = Parts.label(quantity.text(), "value", "quantity-value");
    number.setId("value-" + quantity.id().replace('.', '-'));
    Slider slider =
        new Slider(
            quantity.sliderLeast(), quantity.sliderMost(), quantity.toSlider(quantity.get()));
    slider.setId(idOf(quantity));
    slider.setSkin(new ProgressSliderSkin(slider));
    slider.setBlockIncrement(quantity.sliderStep());
    Parts.say(slider, quantity.says());
    slider
        .valueProperty()
        .addListener(
            (property, before, now) -> quantity.set(quantity.fromSlider(now.doubleValue())));
    quantity
        .value()
        .addListener(
            (property, before, now) -> {
              number.setText(quantity.text());
              double place = quantity.toSlider(now.doubleValue());
              if (Math.abs(place - slider.getValue()) > quantity.sliderStep() / 2) {
                slider.setValue(place);
              }
            });
    HBox head = new HBox(name, Parts.spring(), number);
    head.setAlignment(Pos.CENTER_LEFT);
    // the skin leaves half a thumb free at both ends of the track
    setMargin(slider, new Insets(0, -END, 0, -END));
    getChildren().addAll(head, slider);
  }
}
