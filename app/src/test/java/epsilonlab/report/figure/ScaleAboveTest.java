package epsilonlab.report.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The second scale of an x axis: where its texts stand, and which give way. */
class ScaleAboveTest {
  private static final double LETTER = 7;

  private static LineChart chart(LineChart.Tick... ticks) {
    return LineChart.builder()
        .x(Axis.fixed(0, 1).withTicks(0, 0.5, 1).withLabel("variance"))
        .y(Axis.percent(0, 1))
        .add(new Series("line", new double[] {0, 1}, new double[] {0, 1}, SeriesColours.LENET))
        .scaleAbove(new LineChart.Scale("epsilon", List.of(ticks)))
        .build();
  }

  private static LineChart.Tick tick(double x, String text) {
    return new LineChart.Tick(x, text);
  }

  /** Every text that is painted with its place {x, y}. */
  private static Map<String, double[]> texts(LineChart chart) {
    Map<String, double[]> texts = new LinkedHashMap<>();
    Pen pen =
        (Pen)
            Proxy.newProxyInstance(
                Pen.class.getClassLoader(),
                new Class<?>[] {Pen.class},
                (self, method, arguments) -> {
                  if (method.getName().equals("textWidth")) {
                    return LETTER * ((String) arguments[0]).length();
                  }
                  if (method.getName().equals("text")) {
                    texts.put(
                        (String) arguments[0],
                        new double[] {(double) arguments[1], (double) arguments[2]});
                  }
                  return method.getName().equals("isScreen") ? false : null;
                });
    chart.paint(pen, 400, 300, FigureTheme.LIGHT);
    return texts;
  }

  @Test
  void textsStandOverThePlacesOfTheAxisBelow() {
    Map<String, double[]> texts =
        texts(chart(tick(0, "none"), tick(1, "three"), tick(0.5, "five")));
    // the axis below has the ticks 0, 0.5 and 1
    assertEquals(texts.get("0")[0], texts.get("none")[0], 1);
    assertEquals(texts.get("0.5")[0], texts.get("five")[0], 1);
    assertEquals(texts.get("1")[0], texts.get("three")[0], 1);
    double y = texts.get("five")[1];
    assertTrue(y < texts.get("100 %")[1], "above the plot");
    assertTrue(texts.get("epsilon")[1] < y - 13, "its name stands over it");
    assertTrue(texts.get("epsilon")[1] > 13, "within the picture");
  }

  @Test
  void whatComesLaterGivesWay() {
    Map<String, double[]> texts =
        texts(
            chart(tick(0.5, "first"), tick(0.52, "second"), tick(0.9, "third"), tick(1.2, "out")));
    assertTrue(texts.containsKey("first") && texts.containsKey("third"));
    assertTrue(!texts.containsKey("second"), "no room");
    assertTrue(!texts.containsKey("out"), "beyond the end");
  }

  @Test
  void itStaysWhenAMarkerMoves() {
    LineChart chart = chart(tick(0.5, "five"));
    assertEquals(chart.scaleAbove(), chart.withMarker(0.3).scaleAbove());
    LineChart without = LineChart.builder().add(chart.series.get(0)).build();
    assertTrue(without.scaleAbove() == null);
  }
}
