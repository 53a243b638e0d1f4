package epsilonlab.report.figure.plane;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PlaneScaleTest {
  private static final PlaneWindow SQUARE = PlaneWindow.equal(-1, 1, -1, 1);

  @Test
  void equalScalesShowMoreOnTheLongerSide() {
    PlaneScale scale = new PlaneScale(SQUARE, 400, 200);
    assertEquals(scale.unitX(), scale.unitY());
    assertEquals(-2, scale.left(), 1e-12);
    assertEquals(2, scale.right(), 1e-12);
    assertEquals(1, scale.top(), 1e-12);
    PlaneScale stretched = new PlaneScale(PlaneWindow.stretched(-1, 1, -1, 1), 400, 200);
    assertEquals(-1, stretched.left(), 1e-12);
    assertEquals(2 * stretched.unitY(), stretched.unitX(), 1e-12);
  }

  @Test
  void thereAndBack() {
    PlaneScale scale = new PlaneScale(PlaneWindow.equal(-0.3, 5, 2, 3.5), 640, 480);
    for (double v : new double[] {-2, 0.1, 3.7}) {
      assertEquals(v, scale.x(scale.px(v)), 1e-12);
      assertEquals(v, scale.y(scale.py(v)), 1e-12);
    }
    assertTrue(scale.py(3) < scale.py(2), "y points down in the picture");
  }

  @Test
  void aHalfPlaneIsCutToWhatIsSeen() {
    PlaneScale scale = new PlaneScale(SQUARE, 200, 200);
    // x + y >= 1 leaves a triangle of area 1/2 of the square of area 4
    assertEquals(0.5, area(scale.clip(1, 1, -1)), 1e-12);
    assertEquals(3.5, area(scale.clip(-1, -1, 1)), 1e-12);
    assertEquals(4, area(scale.clip(0, 0, 1)), 1e-12);
    assertEquals(0, area(scale.clip(1, 0, -7)), 1e-12);
  }

  private static double area(double[][] corners) {
    double twice = 0;
    int n = corners[0].length;
    for (int i = 0; i < n; i++) {
      int j = (i + 1) % n;
      twice += corners[0][i] * corners[1][j] - corners[0][j] * corners[1][i];
    }
    return Math.abs(twice) / 2;
  }

  @Test
  void aLineGoesFromEdgeToEdge() {
    PlaneScale scale = new PlaneScale(SQUARE, 200, 200);
    double[] ends = scale.chord(1, 0.5, -0.3);
    assertEquals(4, ends.length);
    for (int e = 0; e < 2; e++) {
      double x = ends[2 * e];
      double y = ends[2 * e + 1];
      assertEquals(0, x + 0.5 * y - 0.3, 1e-12);
      assertEquals(1, Math.max(Math.abs(x), Math.abs(y)), 1e-12);
    }
    assertEquals(0, scale.chord(1, 0, -5).length);
    assertEquals(0, scale.chord(0, 0, 1).length);
  }
}
