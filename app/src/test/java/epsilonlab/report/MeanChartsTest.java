package epsilonlab.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import epsilonlab.privacy.Estimate;
import epsilonlab.privacy.GaussianMechanism;
import epsilonlab.privacy.mean.DimensionPoint;
import epsilonlab.privacy.mean.NoisePoint;
import epsilonlab.report.figure.FigureTable;
import epsilonlab.report.figure.LineChart;
import java.util.List;
import org.junit.jupiter.api.Test;

class MeanChartsTest {
  private static Estimate estimate(double mean, double deviation) {
    return new Estimate(mean, deviation, 100);
  }

  private static NoisePoint noise(double variance, double norm, double accuracy) {
    return new NoisePoint(variance, estimate(norm, 0.25), estimate(accuracy, 0.05));
  }

  private static double cell(FigureTable table, int row, String column) {
    return (double) table.rows().get(row).get(table.header().indexOf(column));
  }

  /** By the definition: sensitivity 2 sqrt(d) / n over the root of the variance. */
  @Test
  void theScaleAboveSaysWhichEpsilonANoiseGives() {
    int[][] sizes = {{50, 50}, {10, 500}, {1000, 10}, {1, 1}};
    for (int[] size : sizes) {
      LineChart chart =
          MeanCharts.noise(size[0], size[1], List.of(noise(0, 1, 0.7), noise(1, 2, 0.6)));
      List<LineChart.Tick> ticks = chart.scaleAbove().ticks();
      assertEquals(new LineChart.Tick(0, "∞"), ticks.get(0), "without noise");
      assertTrue(ticks.size() >= 3, "n " + size[0] + " d " + size[1] + ": " + ticks);
      for (LineChart.Tick tick : ticks.subList(1, ticks.size())) {
        double epsilon = Double.parseDouble(tick.text());
        double ratio = 2 * Math.sqrt(size[1]) / size[0] / Math.sqrt(tick.x());
        assertEquals(1e-5, GaussianMechanism.delta(epsilon, ratio), 1e-9, tick.toString());
        assertTrue(tick.x() <= 1);
      }
    }
    assertEquals(
        MeanCharts.noise(50, 50, List.of(noise(0, 1, 0.7), noise(1, 2, 0.6))).scaleAbove(),
        MeanCharts.noiseTheory(50, 50, List.of(0.0, 1.0)).scaleAbove());
  }

  @Test
  void bothCurvesAgainstTheDimensionHaveABand() {
    FigureTable table =
        MeanCharts.dimensions(
                50,
                List.of(
                    new DimensionPoint(
                        10, estimate(1, 1), estimate(0.63, 0.04), estimate(0.57, 0.03)),
                    new DimensionPoint(
                        500, estimate(1, 1), estimate(0.98, 0.05), estimate(0.94, 0.02))))
            .toTable();
    assertEquals(0.59, cell(table, 0, "same data minus one deviation"), 1e-12);
    assertEquals(0.67, cell(table, 0, "same data plus one deviation"), 1e-12);
    assertEquals(1, cell(table, 1, "same data plus one deviation"), 1e-12);
    assertEquals(0.54, cell(table, 0, "fresh data minus one deviation"), 1e-12);
    assertEquals(0.96, cell(table, 1, "fresh data plus one deviation"), 1e-12);
  }

  @Test
  void theLengthOfTheNoisyMeanStandsBesideItsFormula() {
    List<NoisePoint> points = List.of(noise(1, 7.1, 0.6), noise(0, 0.99, 0.7));
    FigureTable table = MeanCharts.norm(50, 50, points).toTable();
    assertEquals(0.99, cell(table, 0, MeanCharts.LENGTH));
    assertEquals(7.1, cell(table, 1, MeanCharts.LENGTH));
    assertEquals(1.24, cell(table, 0, "|p| plus one deviation"), 1e-12);
    // root of d / n, and of d (1 / n + 1)
    assertEquals(1, cell(table, 0, MeanCharts.THEORY), 1e-12);
    assertEquals(Math.sqrt(51), cell(table, 1, MeanCharts.THEORY), 1e-12);
    assertEquals(
        Math.sqrt(51),
        cell(MeanCharts.normTheory(50, 50, List.of(0.0, 1.0)).toTable(), 1, MeanCharts.THEORY),
        1e-12);
  }
}
