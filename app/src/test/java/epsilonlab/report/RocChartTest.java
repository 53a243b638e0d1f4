package epsilonlab.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import epsilonlab.privacy.Roc;
import epsilonlab.report.figure.LineChart;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RocChartTest {
  private static final Roc ROC = Roc.of(new double[] {3, 1}, new double[] {2, 1});

  private static List<List<Object>> rows(LineChart chart, String series) {
    return chart.toTable().rows().stream().filter(row -> row.get(0).equals(series)).toList();
  }

  @Test
  void theCurveGoesThroughThePointsOfAllThresholds() {
    LineChart chart = RocChart.linear(Map.of("margin", ROC));
    assertEquals(
        List.of(
            List.of("margin", 0.0, 0.0),
            List.of("margin", 0.0, 0.5),
            List.of("margin", 0.5, 0.5),
            List.of("margin", 1.0, 1.0)),
        rows(chart, "margin"));
    assertTrue(chart.description().contains("guessing, margin"), chart.description());
  }

  @Test
  void thePointStandsWhereItsThresholdLeads() {
    LineChart chart = RocChart.withPoint(RocChart.linear("margin", ROC), ROC.at(2));
    assertEquals(List.of(List.of("threshold", 0.5, 0.5)), rows(chart, "threshold"));
    assertEquals(List.of("across", 0.5, 0.5), rows(chart, "across").get(1));
    assertEquals(List.of("down", 0.5, 0.0), rows(chart, "down").get(0));
  }

  @Test
  void theDiagonalIsStraightOnLogarithmicAxesToo() {
    for (List<Object> row : rows(RocChart.logarithmic(Map.of("margin", ROC)), "guessing")) {
      assertEquals(row.get(1), row.get(2));
    }
  }
}
