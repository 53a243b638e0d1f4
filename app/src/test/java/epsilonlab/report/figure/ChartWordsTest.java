package epsilonlab.report.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import epsilonlab.report.CurveChart;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Where a chart writes names, values and its legend: not on one another, nor on a line. */
class ChartWordsTest {
  private static final FigureTheme PROJECTOR = FigureTheme.LIGHT.withText(20);
  private static final double[] EPSILONS = {0, 0.1, 0.2, 0.3, 0.4, 0.5};

  /** Notes what is written and drawn; every letter is half as wide as it is high. */
  private static final class Notes implements Pen {
    final List<Map.Entry<String, Covered.Box>> texts = new ArrayList<>();
    final List<double[][]> lines = new ArrayList<>();

    Covered.Box of(String text) {
      return texts.stream()
          .filter(written -> written.getKey().equals(text))
          .map(Map.Entry::getValue)
          .findFirst()
          .orElseThrow(() -> new AssertionError(text + " is not written"));
    }

    @Override
    public void text(String text, double x, double y, TextStyle style, Anchor anchor, int argb) {
      double wide = textWidth(text, style);
      double left =
          switch (anchor) {
            case LEFT -> x;
            case CENTER -> x - wide / 2;
            case RIGHT -> x - wide;
          };
      // figures and capitals have no descent
      texts.add(Map.entry(text, new Covered.Box(left, y - 0.75 * style.size(), left + wide, y)));
    }

    @Override
    public double textWidth(String text, TextStyle style) {
      return text.length() * style.size() / 2;
    }

    @Override
    public void openLine(double[] xs, double[] ys, int n, Stroke stroke) {
      lines.add(new double[][] {xs.clone(), ys.clone()});
    }

    @Override
    public void fillRect(double x, double y, double width, double height, int argb) {}

    @Override
    public void fillRound(
        double x, double y, double width, double height, double radius, int argb) {}

    @Override
    public void strokeRect(
        double x, double y, double width, double height, double line, int argb) {}

    @Override
    public void line(double x1, double y1, double x2, double y2, Stroke stroke) {}

    @Override
    public void fillPolygon(double[] xs, double[] ys, int n, int argb) {}

    @Override
    public void fillCircle(double x, double y, double radius, int argb) {}

    @Override
    public void strokeCircle(double x, double y, double radius, double line, int argb) {}

    @Override
    public void pushClip(double x, double y, double width, double height) {}

    @Override
    public void popClip() {}

    @Override
    public void drawPixels(
        int[] argb, int columns, int rows, double x, double y, double width, double height) {}
  }

  private static CurveChart.Line line(String name, String network, double... accuracies) {
    return new CurveChart.Line(name, network, 0, EPSILONS, accuracies);
  }

  @Test
  void howMuchOfALineABoxHides() {
    Covered.Box box = new Covered.Box(0, 0, 10, 10);
    assertEquals(10, covered(box, -10, 5, 20, 5), 1e-9);
    assertEquals(Math.sqrt(200), covered(box, -3, -3, 30, 30), 1e-9);
    assertEquals(4, covered(box, 3, 2, 3, 6), 1e-9, "all of it lies inside");
    assertEquals(0, covered(box, -10, 5, -1, 5), 1e-9);
    assertEquals(0, covered(box, 11, 0, 11, 10), 1e-9);
    assertEquals(0, covered(box, -5, 8, 3, 16), 1e-9, "past the corner");
  }

  private static double covered(Covered.Box box, double x1, double y1, double x2, double y2) {
    return Covered.length(List.<double[][]>of(new double[][] {{x1, x2}, {y1, y2}}), box);
  }

  @Test
  void namesGiveWayToTheValueAtTheMarker() {
    List<CurveChart.Line> two =
        List.of(
            line("LeNet", "lenet", 0.98, 0.8, 0.35, 0.1, 0.05, 0.02),
            line("Small CNN", "small-cnn", 0.98, 0.3, 0.05, 0.01, 0, 0));
    for (int i = 0; i <= 50; i++) {
      for (String marked : List.of("LeNet", "Small CNN")) {
        double epsilon = i / 100.0;
        LineChart chart = CurveChart.named(two, 0.5, epsilon, marked);
        Notes notes = new Notes();
        chart.paint(notes, 776, 230, PROJECTOR);
        Series series =
            chart.series.stream().filter(s -> s.name.equals(marked)).findFirst().orElseThrow();
        Covered.Box value = notes.of(chart.y.value(series.at(epsilon)));
        for (String name : List.of("LeNet", "Small CNN")) {
          Covered.Box box = notes.of(name);
          assertFalse(box.meets(value), name + " at " + epsilon + " of " + marked);
          assertEquals(0, Covered.length(notes.lines, box), 1e-9, name + " at " + epsilon);
          assertTrue(box.left() >= 0 && box.right() <= 776 && box.top() >= 0, name);
        }
        assertFalse(notes.of("LeNet").meets(notes.of("Small CNN")), "at " + epsilon);
      }
    }
  }

  @Test
  void namesOfCurvesThatFallTogetherLeaveTheNumbersOfTheAxes() {
    List<CurveChart.Line> two =
        List.of(
            line("small-cnn, FGSM", "small-cnn", 0.98, 0.31, 0.02, 0, 0, 0),
            line("small-cnn, 5 steps", "small-cnn", 0.98, 0.2, 0.01, 0, 0, 0));
    for (double width : new double[] {240, 480, 776}) {
      for (int i = 0; i <= 50; i++) {
        LineChart chart = CurveChart.named(two, 0.5, i / 100.0, "small-cnn, 5 steps");
        Notes notes = new Notes();
        chart.paint(notes, width, 190, PROJECTOR);
        for (CurveChart.Line line : two) {
          Covered.Box box = notes.of(line.name());
          // the axes are written first
          for (String number : List.of("0 %", "50 %", "100 %", "0", "0.1", "0.2")) {
            notes.texts.stream()
                .filter(text -> text.getKey().equals(number))
                .findFirst()
                .ifPresent(text -> assertFalse(box.meets(text.getValue()), line + " " + number));
          }
        }
      }
    }
  }

  @Test
  void whatIsMovedIntoABoxMovesAsLittleAsHasToBe() {
    Covered.Box plot = new Covered.Box(10, 0, 100, 50);
    assertEquals(new Covered.Box(10, 30, 40, 50), new Covered.Box(-5, 40, 25, 60).movedInto(plot));
    assertEquals(new Covered.Box(70, 5, 100, 15), new Covered.Box(80, 5, 110, 15).movedInto(plot));
    assertEquals(new Covered.Box(20, 5, 30, 15), new Covered.Box(20, 5, 30, 15).movedInto(plot));
    assertEquals(10, new Covered.Box(0, 0, 200, 10).movedInto(plot).left(), 1e-9);
  }

  @Test
  void anEmptyChartOnAProjectorSaysWhatCanBeDoneThere() {
    Notes notes = new Notes();
    CurveChart.named(List.of(), 0.5, 0.1, null).paint(notes, 776, 230, PROJECTOR);
    notes.of("No curve yet: press F11, then “Attack 1,000 digits”.");
  }

  @Test
  void theLegendLeavesTheCornersWhereLinesAreInAllOfThem() {
    List<CurveChart.Line> cross =
        List.of(
            line("falls", "lenet", 1, 0.98, 0.5, 0.5, 0.02, 0),
            line("rises", "small-cnn", 0, 0.02, 0.5, 0.5, 0.98, 1));
    Notes notes = new Notes();
    CurveChart.of(cross, 0.5, Double.NaN, null).paint(notes, 304, 200, FigureTheme.LIGHT);
    for (String name : List.of("falls", "rises")) {
      assertEquals(0, Covered.length(notes.lines, notes.of(name)), 1e-9, name);
    }
  }

  @Test
  void manyCurvesThatFallSoonLeaveRoomForAllTheirNames() {
    List<CurveChart.Line> many =
        List.of(
            line("small-cnn, FGSM", "small-cnn", 0.98, 0.31, 0.02, 0, 0, 0),
            line("small-cnn, 5 steps", "small-cnn", 0.98, 0.18, 0, 0, 0, 0),
            line("mlp, FGSM", "mlp", 0.97, 0.07, 0, 0, 0, 0),
            line("mlp, PGD", "mlp", 0.97, 0.04, 0, 0, 0, 0),
            line("mlp, FGSM with memory", "mlp", 0.97, 0.05, 0, 0, 0, 0),
            line("logistic, FGSM", "logistic", 0.92, 0.08, 0, 0, 0, 0));
    Notes notes = new Notes();
    CurveChart.of(many, 0.5, 0.2, null).paint(notes, 304, 200, FigureTheme.LIGHT);
    // the samples of the legend are lines of two points and no curves
    assertEquals(6, notes.lines.size());
    for (CurveChart.Line one : many) {
      assertEquals(0, Covered.length(notes.lines, notes.of(one.name())), 1e-9, one.name());
    }
  }
}
