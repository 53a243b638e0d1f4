package epsilonlab.ui.privacy.logistic;

import epsilonlab.report.figure.FigureTheme;
import epsilonlab.ui.Parts;
import epsilonlab.ui.component.MathLabel;
import java.util.List;
import java.util.function.DoubleConsumer;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/**
 * A name, the value to be typed at its right, and below a slider that stops at chosen values only.
 */
final class StopSlider extends VBox {
  private final Slider slider = new Slider();
  private final DoubleConsumer chosen;
  private List<Double> stops = List.of(0.0, 1.0);
  private boolean following;

  /**
   * @param name may hold a symbol
   * @param field is typed into; already connected
   * @param chosen takes the stop that the slider was moved to
   */
  StopSlider(
      String id,
      String name,
      TextField field,
      String says,
      ObservableValue<FigureTheme> theme,
      DoubleConsumer chosen) {
    this.chosen = chosen;
    MathLabel label = new MathLabel(name);
    label.mutedProperty().set(true);
    label.themeProperty().bind(theme);
    field.getStyleClass().add("slider-value");
    field.setAlignment(Pos.CENTER_RIGHT);
    HBox head = new HBox(8, label, Parts.spring(), field);
    head.setAlignment(Pos.CENTER_LEFT);
    head.setFillHeight(false);
    slider.setId(id);
    slider.setMin(0);
    slider.setMajorTickUnit(1);
    slider.setMinorTickCount(0);
    slider.setSnapToTicks(true);
    slider.setBlockIncrement(1);
    slider.setMaxWidth(Double.MAX_VALUE);
    Parts.say(slider, says);
    slider.valueProperty().addListener((property, before, now) -> moved(now.doubleValue()));
    getChildren().addAll(head, slider);
    getStyleClass().add("stop-slider");
  }

  private void moved(double place) {
    int stop = (int) Math.rint(place);
    if (!following && Math.abs(place - stop) < 1e-6) {
      chosen.accept(stops.get(stop));
    }
  }

  /**
   * Shows a value, which may lie between two stops.
   *
   * @param values the stops, ascending, at least two
   */
  void show(List<Double> values, double value) {
    following = true;
    stops = List.copyOf(values);
    slider.setMax(stops.size() - 1.0);
    slider.setValue(place(value));
    following = false;
  }

  private double place(double value) {
    for (int i = 0; i < stops.size(); i++) {
      double stop = stops.get(i);
      if (value <= stop) {
        double before = i == 0 ? stop : stops.get(i - 1);
        return i == 0 || value == stop ? i : i - 1 + (value - before) / (stop - before);
      }
    }
    return stops.size() - 1.0;
  }
}
