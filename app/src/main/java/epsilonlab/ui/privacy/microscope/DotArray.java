package epsilonlab.ui.privacy.microscope;

import epsilonlab.report.figure.Colours;
import epsilonlab.report.figure.Hue;
import epsilonlab.ui.component.FxPen;
import epsilonlab.ui.component.PaintedRegion;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;

/** A hundred dots in ten rows, of which so many are filled: a share as a natural frequency. */
final class DotArray extends PaintedRegion {
  private static final int SIDE = 10;
  private static final double PITCH = 11;
  private static final double RADIUS = 4;
  private static final double EMPTY = 0.62;

  private final Hue colour;
  private final IntegerProperty filled = new SimpleIntegerProperty(this, "filled");

  DotArray(Hue colour) {
    this.colour = colour;
    filled.addListener(any -> repaint());
    themeProperty().addListener(any -> requestLayout());
  }

  /** How many are filled, 0 to 100. */
  IntegerProperty filled() {
    return filled;
  }

  private double scale() {
    return getTheme().presenting() ? 1.25 : 1;
  }

  @Override
  protected void paint(FxPen pen, double width, double height) {
    double pitch = PITCH * scale();
    double radius = RADIUS * scale();
    int argb = colour.on(getTheme());
    for (int i = 0; i < SIDE * SIDE; i++) {
      double x = (i % SIDE + 0.5) * pitch;
      double y = (i / SIDE + 0.5) * pitch;
      if (i < filled.get()) {
        pen.fillCircle(x, y, radius, argb);
      } else {
        pen.strokeCircle(x, y, radius - 0.5, 1, Colours.fade(argb, EMPTY));
      }
    }
  }

  @Override
  protected double computePrefWidth(double height) {
    return SIDE * PITCH * scale();
  }

  @Override
  protected double computePrefHeight(double width) {
    return SIDE * PITCH * scale();
  }

  @Override
  protected double computeMinWidth(double height) {
    return computePrefWidth(height);
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }
}
