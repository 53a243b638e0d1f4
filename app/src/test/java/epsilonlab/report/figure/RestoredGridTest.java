package epsilonlab.report.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RestoredGridTest {
  private static final double WIDTH = 680;
  private static final double HEIGHT = 282;

  private static RestoredGrid.Row row(String name, int count, int answer) {
    return new RestoredGrid.Row(
        name,
        0.5,
        false,
        IntStream.range(0, count)
            .mapToObj(i -> new RestoredGrid.Cell(new float[DigitPixels.COUNT], i, answer))
            .toList());
  }

  private static RestoredGrid grid(int count) {
    return new RestoredGrid(row("Noisy", count, 1), row("Restored", count, -1), 0);
  }

  @Test
  void aClickOnAPictureFindsItsColumnAndOneBesideFindsNone() {
    for (int count : new int[] {1, 2, 5}) {
      RestoredGrid grid = grid(count);
      for (int i = 0; i < count; i++) {
        double[] at = grid.centreOf(i, WIDTH, HEIGHT, FigureTheme.LIGHT);
        assertEquals(i, grid.columnAt(at[0], at[1], WIDTH, HEIGHT, FigureTheme.LIGHT));
        double below = at[1] + HEIGHT / 2;
        assertEquals(i, grid.columnAt(at[0], below, WIDTH, HEIGHT, FigureTheme.LIGHT));
      }
      assertEquals(-1, grid.columnAt(10, 50, WIDTH, HEIGHT, FigureTheme.LIGHT), "the label");
      assertEquals(-1, grid.columnAt(WIDTH + 50, 50, WIDTH, HEIGHT, FigureTheme.LIGHT));
    }
  }

  @Test
  void fiveDigitsOfFourTimesTheirSizeFitTheDesign() {
    RestoredGrid grid = grid(5);
    double[] first = grid.centreOf(0, WIDTH, HEIGHT, FigureTheme.LIGHT);
    // a picture of 112 begins 4 below the edge
    assertEquals(4 + 56, first[1]);
    double last = grid.centreOf(4, WIDTH, HEIGHT, FigureTheme.LIGHT)[0];
    assertTrue(last + 56 + 3.5 <= WIDTH, "the frame of the last is whole");
    assertEquals(HEIGHT, grid.preferredHeight(WIDTH, FigureTheme.LIGHT));
  }

  @Test
  void anAnswerIsWrongOnlyIfBothAreKnown() {
    assertTrue(new RestoredGrid.Cell(null, 7, 3).isWrong());
    assertEquals("7 → 3", new RestoredGrid.Cell(null, 7, 3).caption());
    assertFalse(new RestoredGrid.Cell(null, 7, 7).isWrong());
    assertFalse(new RestoredGrid.Cell(null, -1, 7).isWrong());
    assertEquals("", new RestoredGrid.Cell(null, 7, -1).caption());
  }

  @Test
  void rowsOfDifferentLengthsAreRefused() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new RestoredGrid(row("Noisy", 2, 1), row("Restored", 3, 1), -1));
    assertEquals(List.of(0, 0, 1, -1), grid(2).toTable().rows().get(0));
  }
}
