package epsilonlab.ui.privacy.mean;

import epsilonlab.privacy.mean.DimensionPoint;
import epsilonlab.privacy.mean.NoisePoint;
import epsilonlab.report.MeanCharts;
import epsilonlab.report.figure.LineChart;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;

/**
 * The two charts with their markers at the present choice. What was measured for another choice is
 * greyed until there are points for this one.
 */
final class MeanFigures {
  private final MeanViewModel model;
  private final ObjectBinding<LineChart> dimensions;
  private final ObjectBinding<LineChart> noise;
  private MeanCurves lastDimensions;
  private MeanCurves lastNoise;

  MeanFigures(MeanViewModel model) {
    this.model = model;
    dimensions =
        Bindings.createObjectBinding(
            this::dimensionChart, model.repeating().curves(), model.form().chosen());
    noise =
        Bindings.createObjectBinding(
            this::noiseChart, model.repeating().curves(), model.form().chosen());
  }

  /** Accuracy against the dimension, without noise. */
  ObjectBinding<LineChart> dimensions() {
    return dimensions;
  }

  /** Accuracy against the variance of the noise, for the chosen dimension. */
  ObjectBinding<LineChart> noise() {
    return noise;
  }

  private LineChart dimensionChart() {
    MeanCurves now = model.repeating().curves().get();
    MeanForm.Chosen chosen = model.form().chosen().get();
    lastDimensions = now.dimensions().isEmpty() ? lastDimensions : now;
    LineChart.Builder chart;
    if (lastDimensions == null) {
      List<Integer> all = model.repeating().dimensions();
      chart =
          MeanCharts.dimensionTheory(chosen.n(), all).toBuilder()
              .marker(chosen.d(), MeanCharts.THEORY);
    } else {
      List<DimensionPoint> points = lastDimensions.dimensions();
      chart =
          MeanCharts.dimensions(lastDimensions.of().n(), points).toBuilder()
              .stale(lastDimensions != now)
              .marker(chosen.d(), MeanCharts.FRESH);
    }
    return chart.build();
  }

  private LineChart noiseChart() {
    MeanCurves now = model.repeating().curves().get();
    MeanForm.Chosen chosen = model.form().chosen().get();
    lastNoise = now.noise().isEmpty() ? lastNoise : now;
    LineChart.Builder chart;
    if (lastNoise == null) {
      chart =
          MeanCharts.noiseTheory(chosen.n(), chosen.d(), model.repeating().variances()).toBuilder()
              .marker(chosen.variance(), MeanCharts.THEORY);
    } else {
      List<NoisePoint> points = lastNoise.noise();
      chart =
          MeanCharts.noise(lastNoise.of().n(), lastNoise.of().d(), points).toBuilder()
              .stale(lastNoise != now)
              .marker(chosen.variance(), MeanCharts.SAME);
    }
    return chart.build();
  }
}
