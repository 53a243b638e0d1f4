package epsilonlab.ui.defend;

import epsilonlab.settings.Settings;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.SimpleDoubleProperty;

/**
 * The epsilon of whoever attacks the trained networks: one of a few, or that of a slider. Belongs
 * to the FX thread; needs no screen.
 */
final class Attacker {
  /** The right end of the slider. */
  static final double MOST = 0.5;

  private final DoubleProperty choice = new SimpleDoubleProperty();
  private final DoubleProperty slider = new SimpleDoubleProperty();
  private final ReadOnlyDoubleWrapper epsilon = new ReadOnlyDoubleWrapper();

  Attacker(Settings settings) {
    choice.set(settings.get(DefendSettings.ATTACKER));
    slider.set(settings.get(DefendSettings.SLIDER_AT));
    choice.addListener(
        (property, before, now) -> {
          settings.set(DefendSettings.ATTACKER, now.doubleValue());
          follow();
        });
    slider.addListener(
        (property, before, now) -> {
          settings.set(DefendSettings.SLIDER_AT, now.doubleValue());
          follow();
        });
    follow();
  }

  private void follow() {
    epsilon.set(isSliding() ? slider.get() : choice.get());
  }

  /** One of the fixed values, or {@link DefendSettings#SLIDER}. */
  DoubleProperty choice() {
    return choice;
  }

  /** Where the slider stands, whether it holds or not. */
  DoubleProperty slider() {
    return slider;
  }

  boolean isSliding() {
    return choice.get() == DefendSettings.SLIDER;
  }

  /** The epsilon that holds, in [0, {@link #MOST}]. */
  ReadOnlyDoubleProperty epsilon() {
    return epsilon.getReadOnlyProperty();
  }

  /** Moves the slider by so much; from a fixed value it starts there. */
  void move(double by) {
    // whole hundredths, so that many steps do not add up rounding errors
    double next = Math.round((epsilon.get() + by) * 100) / 100.0;
    slider.set(Math.min(MOST, Math.max(0, next)));
    choice.set(DefendSettings.SLIDER);
  }
}
