package epsilonlab.report.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class DigitWallTest {
  private static DigitWall strip(int count) {
    DigitWall.Tile tile = new DigitWall.Tile(new float[784], "4 → 9", "", DigitWall.State.FOOLED);
    List<DigitWall.Tile> tiles = Collections.nCopies(count, tile);
    return DigitWall.strip(tiles, 2, "Digits");
  }

  @Test
  void aStripThatIsTooLongForAReportHasTwoRows() {
    // a tile is 2 * 28 + 4 = 60 wide, and its caption 20 high
    DigitWall ten = strip(10);
    assertEquals(80, ten.preferredHeight(700, FigureTheme.LIGHT));
    assertEquals(160, ten.preferredHeight(560, FigureTheme.LIGHT));
    // five in a row, (560 - 60) / 4 = 125 from one to the next
    assertEquals(4, ten.tileAt(510, 30, 560, FigureTheme.LIGHT));
    assertEquals(5, ten.tileAt(10, 90, 560, FigureTheme.LIGHT));
    // nine leave 2 pixels between two, too little for captions with icons
    assertEquals(160, strip(9).preferredHeight(560, FigureTheme.LIGHT));
    assertEquals(80, strip(8).preferredHeight(560, FigureTheme.LIGHT));
  }

  @Test
  void aRowForEachEpsilonStaysARow() {
    DigitWall wall = new DigitWall(strip(20).tiles(), 10, 2, "Digits");
    assertEquals(160, wall.preferredHeight(560, FigureTheme.LIGHT));
    assertEquals(10, wall.tileAt(10, 90, 560, FigureTheme.LIGHT));
  }
}
