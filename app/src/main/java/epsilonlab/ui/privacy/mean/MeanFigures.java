package epsilonlab.ui.privacy.mean;

import epsilonlab.privacy.mean.DimensionPoint;
import epsilonlab.privacy.mean.NoisePoint;
import epsilonlab.report.MeanCharts;
import epsilonlab.report.figure.LineChart;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;

/**
 * The charts with their markers at the present choice. What was measured for another choice is
 * greyed until there are points for this one.
 */
final class MeanFigures {
  private final MeanViewModel model;
  private final ObjectBinding<LineChart> dimensions;
  private final ObjectBinding<LineChart> noise;
  private final ObjectBinding<LineChart> norm;
  private MeanCurves lastDimensions;
  private MeanCurves lastNoise;

  MeanFigures(MeanViewModel model) {
    this.model = model;
    dimensions =
        Bindings.createObjectBinding(
            this::dimensionChart, model.repeating().curves(), model.form().chosen());
    noise =
        Bindings.createObjectBinding(
            () -> noiseChart(false), model.repeating().curves(), model.form().chosen());
    norm =
        Bindings.createObjectBinding(
            () -> noiseChart(true), model.repeating().curves(), model.form().chosen());
  }

  /** Accuracy against the dimension, without noise. */
  ObjectBinding<LineChart> dimensions() {
    return dimensions;
  }

  /** Accuracy against the variance of the noise, for the chosen dimension. */
  ObjectBinding<LineChart> noise() {
    return noise;
  }

  /** The length of the noisy average against the variance of the noise, likewise. */
  ObjectBinding<LineChart> norm() {
    return norm;
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

  private LineChart noiseChart(boolean ofNorm) {
    MeanCurves now = model.repeating().curves().get();
    MeanForm.Chosen chosen = model.form().chosen().get();
    lastNoise = now.noise().isEmpty() ? lastNoise : now;
    if (lastNoise == null) {
      List<Double> all = model.repeating().variances();
      LineChart theory =
          ofNorm
              ? MeanCharts.normTheory(chosen.n(), chosen.d(), all)
              : MeanCharts.noiseTheory(chosen.n(), chosen.d(), all);
      return theory.toBuilder().marker(chosen.variance(), MeanCharts.THEORY).build();
    }
    MeanForm.Chosen of = lastNoise.of();
    List<NoisePoint> points = lastNoise.noise();
    LineChart measured =
        ofNorm ? MeanCharts.norm(of.n(), of.d(), points) : MeanCharts.noise(of.n(), of.d(), points);
    return measured.toBuilder()
        .stale(lastNoise != now)
        .marker(chosen.variance(), ofNorm ? MeanCharts.LENGTH : MeanCharts.SAME)
        .build();
  }
}
