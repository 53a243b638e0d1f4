package epsilonlab.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import epsilonlab.defence.Alarm;
import epsilonlab.defence.RobustPoint;
import epsilonlab.report.figure.FigureTheme;
import epsilonlab.report.figure.LineChart;
import epsilonlab.training.TrainingMethods;
import java.util.List;
import org.junit.jupiter.api.Test;

class RaceChartTest {
  private static final List<RaceChart.Line> LINES =
      List.of(
          new RaceChart.Line(
              TrainingMethods.STANDARD,
              List.of(new RobustPoint(0, 0.1, 0.05, 0), new RobustPoint(1, 0.98, 0.1, 0))),
          new RaceChart.Line(
              TrainingMethods.get("pgd"), List.of(new RobustPoint(0.5, 0.9, 0.8, 0.7))));

  @Test
  void everyMeasurementStandsInTheTableUnderItsName() {
    LineChart chart = RaceChart.of(LINES, 2, List.of());
    List<List<Object>> rows = chart.toTable().rows();
    assertEquals(List.of("series", "epoch", "accuracy"), chart.toTable().header());
    assertEquals(9, rows.size());
    assertTrue(rows.contains(List.<Object>of("Standard, clean", 1.0, 0.98)));
    assertTrue(rows.contains(List.<Object>of("Standard, against FGSM", 1.0, 0.1)));
    assertTrue(rows.contains(List.<Object>of("PGD, against PGD", 0.5, 0.7)));
  }

  @Test
  void isAsHighAsDesignedAndTellsWhenItIsEmpty() {
    assertEquals(292, RaceChart.of(LINES, 2, List.of()).preferredHeight(680, FigureTheme.LIGHT));
    LineChart empty =
        RaceChart.of(
            List.of(new RaceChart.Line(TrainingMethods.STANDARD, List.of())),
            6,
            List.of(new Alarm(TrainingMethods.get("fgsm"), 2, 0.95, 0)));
    assertEquals("The lines begin with the first measurement.", empty.description());
  }
}
