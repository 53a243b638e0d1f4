package epsilonlab.ui.generate.gan;

import epsilonlab.report.figure.DigitGrid;
import javafx.scene.layout.Region;

/**
 * The digits at the left, as large as the height allows in whole steps, and the charts in what is
 * left of the width.
 */
final class DigitsAndCharts extends Region {
  private static final double GAP = 24;
  private static final double HEADING = 32;
  private static final double CHARTS = 280;
  private static final int LEAST = 2;
  private static final int LARGEST = 8;

  private final Region digits;
  private final Region charts;

  DigitsAndCharts(Region digits, Region charts) {
    this.digits = digits;
    this.charts = charts;
    setMinWidth(0);
    getChildren().addAll(digits, charts);
  }

  private static double side(int scale) {
    return DigitGrid.side(GanSeePane.COLUMNS, scale, GanSeePane.GAP);
  }

  private double side(double width, double height) {
    int scale = LEAST;
    while (scale < LARGEST
        && side(scale + 1) <= height - HEADING
        && side(scale + 1) <= width - GAP - CHARTS) {
      scale++;
    }
    return side(scale);
  }

  @Override
  protected double computeMinHeight(double width) {
    return HEADING + side(LEAST);
  }

  @Override
  protected double computePrefHeight(double width) {
    return HEADING + side(LEAST + 1);
  }

  @Override
  protected double computePrefWidth(double height) {
    return side(LEAST + 1) + GAP + CHARTS;
  }

  @Override
  protected void layoutChildren() {
    double side = side(getWidth(), getHeight());
    digits.resizeRelocate(0, 0, side, getHeight());
    double left = side + GAP;
    charts.resizeRelocate(left, 0, Math.max(0, getWidth() - left), getHeight());
  }
}
