package epsilonlab.report.figure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class ChartNumbersTest {
  @Test
  void ticksAreRound() {
    assertArrayEquals(new double[] {0, 0.1, 0.2, 0.3, 0.4, 0.5}, Ticks.linear(0, 0.5, 6), 1e-12);
    assertArrayEquals(new double[] {-1, 0, 1, 2}, Ticks.linear(-1.3, 2.4, 5), 1e-12);
    // 10 is beyond the end, and 0 alone would give no scale
    assertArrayEquals(new double[] {0, 5}, Ticks.linear(0, 6, 2), 1e-12);
    assertArrayEquals(new double[] {0.03, 0.1, 0.3, 1, 3}, Ticks.log(0.02, 3, 8), 1e-12);
    assertArrayEquals(new double[] {1e-3, 1e-1, 1e1}, Ticks.log(1e-3, 1e2, 3), 1e-12);
  }

  @Test
  void percentLabelsStandAtTheTopOnly() {
    Axis axis = Axis.percent(0, 1);
    assertArrayEquals(new double[] {0, .25, .5, .75, 1}, axis.ticks(6));
    assertEquals("100 %", axis.text(1, false));
    assertEquals("75", axis.text(0.75, false));
    assertEquals("50 %", axis.text(0.5, true));
    assertEquals("0.25", Axis.fixed(0, 1).text(0.25, false));
    assertEquals(0.5, Axis.fixed(0.01, 1).withLog(true).place(0.1), 1e-12);
  }

  @Test
  void runningRangesOnlyGrow() {
    RunningRange range = new RunningRange();
    assertArrayEquals(new double[] {0, 3}, range.cover(0.2, 2.3, false), 1e-12);
    assertArrayEquals(new double[] {0, 3}, range.cover(0.2, 0.4, false), 1e-12);
    assertArrayEquals(new double[] {0, 4}, range.cover(0.1, 3.1, false), 1e-12);
    assertArrayEquals(new double[] {0.03, 3}, range.cover(0.05, 2.3, true), 1e-12);
    assertArrayEquals(new double[] {0.01, 3}, range.cover(0.02, 0.3, true), 1e-12);
  }

  @Test
  void decimationKeepsTheExtremesOfEveryColumn() {
    int n = 10_000;
    Random random = new Random(1);
    double[] xs = new double[n];
    double[] ys = new double[n];
    for (int i = 0; i < n; i++) {
      xs[i] = i * 300.0 / n;
      ys[i] = random.nextGaussian();
    }
    double[] outX = new double[n];
    double[] outY = new double[n];
    int kept = Decimation.byColumn(xs, ys, n, outX, outY);
    assertTrue(kept <= 4 * 300, "kept " + kept);
    for (int column = 0; column < 300; column++) {
      int c = column;
      assertEquals(extremes(xs, ys, n, c), extremes(outX, outY, kept, c), "column " + c);
    }
    for (int i = 1; i < kept; i++) {
      assertTrue(outX[i] > outX[i - 1], "order at " + i);
    }
    double[] sameX = xs.clone();
    double[] sameY = ys.clone();
    assertEquals(kept, Decimation.byColumn(sameX, sameY, n, sameX, sameY));
    assertArrayEquals(Arrays.copyOf(outY, kept), Arrays.copyOf(sameY, kept));
  }

  private static List<Double> extremes(double[] xs, double[] ys, int n, int column) {
    double[] in = new double[n];
    int found = 0;
    for (int i = 0; i < n; i++) {
      if ((int) xs[i] == column) {
        in[found++] = ys[i];
      }
    }
    var seen = DoubleStream.of(in).limit(found).summaryStatistics();
    return List.of(seen.getMin(), seen.getMax(), in[0], in[found - 1]);
  }

  @Test
  void numbersReadAsTheLabWritesThem() {
    assertEquals("99.96 %", Numbers.percent(0.9996));
    assertEquals("74.4 %", Numbers.percent(0.7441));
    assertEquals("0 %", Numbers.percent(0.0004));
    assertEquals("100 %", Numbers.percent(1));
    assertEquals("0.20", Numbers.epsilon(0.2));
    assertEquals("0.173", Numbers.epsilon(0.173));
    assertEquals("−0.3", Numbers.plain(-0.1 - 0.2));
    assertEquals("1000", Numbers.plain(1000));
    assertEquals("1e−9", Numbers.plain(1e-9));
  }

  @Test
  void valuesBetweenPointsAreOnTheLine() {
    Series s = new Series("s", new double[] {0, 0.1, 0.3}, new double[] {1, 0.8, 0.2}, theme -> 0);
    assertEquals(0.5, s.at(0.2), 1e-12);
    assertEquals(0.8, s.at(0.1));
    assertTrue(Double.isNaN(s.at(0.4)));
  }

  @Test
  void tablesQuoteAndEscape() {
    FigureTable table =
        new FigureTable(
            List.of("name", "share"),
            List.of(List.of("a, \"b\"", 0.5), List.of("50 % & more", Double.POSITIVE_INFINITY)));
    assertEquals("name,share\r\n\"a, \"\"b\"\"\",0.5\r\n50 % & more,inf\r\n", table.toCsv());
    assertTrue(table.toLatex().contains("50 \\% \\& more & inf \\\\"));
    assertTrue(table.toLatex().startsWith("\\begin{tabular}{lr}"));
    assertTrue(table.toMarkdown().contains("| --- | ---: |"));
  }

  @Test
  void aChartOfSharedXIsOneTableOfColumns() {
    double[] x = {0, 0.1};
    LineChart chart =
        LineChart.builder()
            .x(Axis.fixed(0, 0.5).withLabel("epsilon"))
            .y(Axis.percent(0, 1))
            .add(new Series("LeNet", x, new double[] {0.98, 0.7}, SeriesColours.LENET))
            .add(new Series("MLP", x, new double[] {0.97, 0.2}, SeriesColours.MLP))
            .build();
    assertEquals("epsilon,LeNet,MLP\r\n0,0.98,0.97\r\n0.1,0.7,0.2\r\n", chart.toTable().toCsv());
  }
}
