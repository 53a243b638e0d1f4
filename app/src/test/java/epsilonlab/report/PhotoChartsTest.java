package epsilonlab.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import epsilonlab.photo.ClassNames;
import epsilonlab.photo.PhotoSettings.Goal;
import epsilonlab.photo.Scores;
import epsilonlab.report.figure.ClassBars;
import epsilonlab.report.figure.ClassBars.Role;
import epsilonlab.report.figure.FigureTable;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PhotoChartsTest {
  private static final ClassNames NAMES =
      new ClassNames("letters", IntStream.range(0, 8).mapToObj(i -> "c" + i).toList());
  private final Scores before = scores(7, 6, 5, 4, 3, 2, 1, 0);
  private final Scores after = scores(3, 6, 0, 0, 0, 0, 5, 9);

  private static Scores scores(float... logits) {
    return new Scores(NAMES, logits);
  }

  @Test
  void newcomersStandBelow() {
    ClassBars bars = PhotoCharts.topFive(before, after);
    List<String> first = bars.groups().get(0).stream().map(ClassBars.Row::name).toList();
    assertEquals(List.of("c0", "c1", "c2", "c3", "c4"), first);
    // c7, c1, c6, c0 are the likeliest after, and two of them are known
    List<ClassBars.Row> second = bars.groups().get(1);
    assertEquals("c7", second.get(0).name());
    assertEquals("c6", second.get(1).name());
    assertEquals(Role.BEFORE, bars.groups().get(0).get(0).role());
    assertEquals(Role.AFTER, second.get(0).role());
    // softmax by hand: 1 / (1 + e^-1 + ... + e^-7)
    double sum = IntStream.range(0, 8).mapToDouble(i -> Math.exp(-i)).sum();
    assertEquals(1 / sum, bars.groups().get(0).get(0).before(), 1e-6);
    assertEquals(1, PhotoCharts.topFive(before, null).groups().size());
    assertEquals(1, PhotoCharts.topFive(before, before).groups().size());
  }

  @Test
  void curvesHoldEveryStepAndTheFlip() {
    List<Scores> trace = List.of(before, before, after);
    Goal goal = new Goal(0, 7);
    FigureTable table = PhotoCharts.probabilities(trace, goal, 40).toTable();
    assertEquals(3, table.rows().size());
    assertEquals(List.of("c7", "c0", "c1"), table.header().subList(1, 4));
    assertEquals(2, PhotoCharts.flip(trace, goal));
    assertTrue(Double.isNaN(PhotoCharts.flip(List.of(before), goal)));
    FigureTable loss = PhotoCharts.loss(trace, goal, 40).toTable();
    // minus the logarithm of softmax: 7 + log(1 + e^-1 + ... + e^-7)
    double sum = IntStream.range(0, 8).mapToDouble(i -> Math.exp(-i)).sum();
    assertEquals(7 + Math.log(sum), (double) loss.rows().get(0).get(1), 1e-6);
  }
}
