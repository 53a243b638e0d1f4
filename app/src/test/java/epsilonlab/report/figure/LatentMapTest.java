package epsilonlab.report.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LatentMapTest {
  private static final double RADIUS = 11;

  private static void cluster(
      float[] pixels, int[] labels, int from, int to, int label, double x, double y) {
    SplittableRandom random = new SplittableRandom(label);
    for (int i = from; i < to; i++) {
      labels[i] = label;
      pixels[2 * i] = (float) (x + 12 * random.nextGaussian());
      pixels[2 * i + 1] = (float) (y + 12 * random.nextGaussian());
    }
  }

  @Test
  void aNumberStandsInItsCluster() {
    float[] pixels = new float[600];
    int[] labels = new int[300];
    cluster(pixels, labels, 0, 150, 3, 80, 90);
    cluster(pixels, labels, 150, 300, 8, 300, 200);
    List<ClassDiscs.Disc> discs = ClassDiscs.place(pixels, labels, 420, 372, RADIUS);
    assertEquals(2, discs.size());
    assertEquals(3, discs.get(0).label());
    assertEquals(0, Math.hypot(discs.get(0).x() - 80, discs.get(0).y() - 90), 12);
    assertEquals(0, Math.hypot(discs.get(1).x() - 300, discs.get(1).y() - 200), 12);
  }

  @Test
  void numbersOfMixedClassesAreClearOfEachOtherAndOfTheEdge() {
    float[] pixels = new float[2000];
    int[] labels = new int[1000];
    for (int label = 0; label < 10; label++) {
      cluster(pixels, labels, 100 * label, 100 * label + 100, label, 5, 5);
    }
    List<ClassDiscs.Disc> discs = ClassDiscs.place(pixels, labels, 420, 372, RADIUS);
    assertTrue(discs.size() >= 2, "there is room for some");
    for (ClassDiscs.Disc one : discs) {
      assertTrue(one.x() >= RADIUS && one.y() >= RADIUS, "within the picture");
      for (ClassDiscs.Disc other : discs) {
        double apart = Math.hypot(one.x() - other.x(), one.y() - other.y());
        assertTrue(one == other || apart >= 2 * RADIUS, "clear of each other");
      }
    }
  }

  @Test
  void aNumberGoesWhereItsClassIsAlone() {
    // class 1 is as dense in the crowd as apart from it
    float[] pixels = new float[1200];
    int[] labels = new int[600];
    cluster(pixels, labels, 0, 200, 1, 100, 100);
    cluster(pixels, labels, 200, 400, 2, 100, 100);
    cluster(pixels, labels, 400, 600, 1, 300, 250);
    ClassDiscs.Disc one = ClassDiscs.place(pixels, labels, 420, 372, RADIUS).get(0);
    assertEquals(1, one.label());
    assertEquals(0, Math.hypot(one.x() - 300, one.y() - 250), 15);
  }

  @Test
  void aWindowHasOneScaleAndItsWayBack() {
    MapWindow window = MapWindow.around(new float[] {-4.2f, -1, 4.4f, 2});
    assertEquals(new MapWindow(-4.5, 4.5, -3, 3), window);
    double scale = 420 / 9.0;
    assertEquals(scale, window.scale(420, 372), 1e-9);
    double x = window.toPictureX(1.5, 420, 372);
    double y = window.toPictureY(1.5, 420, 372);
    assertEquals(210 + 1.5 * scale, x, 1e-9);
    assertEquals(186 - 1.5 * scale, y, 1e-9);
    assertEquals(1.5, window.toPlaneX(x, 420, 372), 1e-9);
    assertEquals(1.5, window.toPlaneY(y, 420, 372), 1e-9);
  }

  @Test
  void aFewOutliersDoNotMakeTheMapSmall() {
    float[] places = new float[2000];
    places[0] = 80;
    assertEquals(new MapWindow(-3, 3, -3, 3), MapWindow.around(places));
  }

  @Test
  void tilesCoverTheWindowWithSquareCells() {
    MapWindow window = new MapWindow(-4.5, 4.5, -3, 3);
    MapTiles.Grid grid = MapTiles.grid(window, 420, 372);
    assertEquals(15, grid.columns());
    assertEquals(14, grid.rows());
    assertEquals(28, grid.step() * window.scale(420, 372), 1e-9);
    assertEquals(-4.5 + grid.step() / 2, grid.x(0), 1e-9);
    assertEquals(grid.x(0), grid.x(15), 1e-9);
    assertEquals(grid.y(0) - grid.step(), grid.y(15), 1e-9);
    assertEquals(-grid.y(0), grid.y(grid.cells() - 1), 1e-9);
    assertTrue(grid.y(0) + grid.step() / 2 >= window.toPlaneY(0, 420, 372) - 1e-9);
  }

  @Test
  void aPointOfTheBackdropHasTheColourOfItsClass() {
    LatentCloud cloud = new LatentCloud(new float[] {1, 1}, new int[] {4});
    MapBackdrop backdrop = MapBackdrop.points(cloud, 300, 300, 4, FigureTheme.LIGHT);
    assertEquals(1200, backdrop.w());
    int x = (int) (4 * cloud.window().toPictureX(1, 300, 300));
    int y = (int) (4 * cloud.window().toPictureY(1, 300, 300));
    int expected = Colours.mix(FigureTheme.LIGHT.ground(), 0xffe69f00, 0.6);
    int found = backdrop.argb()[y * 1200 + x];
    for (int shift = 0; shift < 24; shift += 8) {
      assertEquals(expected >> shift & 0xff, found >> shift & 0xff, 2);
    }
    assertEquals(FigureTheme.LIGHT.ground(), backdrop.argb()[0]);
  }

  @Test
  void theTableHoldsEveryPoint() {
    LatentCloud cloud = new LatentCloud(new float[] {1, 1, -2, 0.5f}, new int[] {4, 9});
    LatentMap map =
        new LatentMap(
            cloud, null, null, "$z_1$", "$z_2$", new LatentMap.Place(-0.6, 0.4), null, null);
    assertEquals(List.of("test image", "class", "z1", "z2"), map.toTable().header());
    assertEquals(List.of(1, 9, -2.0, 0.5), map.toTable().rows().get(1));
    assertTrue(map.description().contains("−0.60, 0.40"));
  }
}
