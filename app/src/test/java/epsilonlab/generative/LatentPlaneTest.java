package epsilonlab.generative;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class LatentPlaneTest {
  private static final double HALF = Math.sqrt(0.5);

  // a cross: 3 along (1, 1, 0, 0) / sqrt 2, 1 along the fourth axis, 0.1 along the third
  private static float[] cross() {
    float arm = (float) (3 * HALF);
    float[][] arms = {{arm, arm, 0, 0}, {0, 0, 0, 1}, {0, 0, 0.1f, 0}};
    float[] points = new float[6 * 4];
    for (int i = 0; i < 12; i++) {
      points[i / 4 * 8 + i % 4] = 5 + arms[i / 4][i % 4];
      points[i / 4 * 8 + 4 + i % 4] = 5 - arms[i / 4][i % 4];
    }
    return points;
  }

  @Test
  void principalAxesAreTheArmsOfACross() {
    LatentPlane plane = LatentPlane.principal(cross(), 4);
    assertArrayEquals(new double[] {5, 5, 5, 5}, plane.origin(), 1e-6);
    assertArrayEquals(new double[] {HALF, HALF, 0, 0}, plane.first(), 1e-6);
    assertArrayEquals(new double[] {0, 0, 0, 1}, plane.second(), 1e-6);
    assertEquals((9 + 1) / (9 + 1 + 0.01), plane.variance(), 1e-6);
    float[] places = plane.project(cross());
    assertEquals(3, places[0], 1e-5);
    assertEquals(0, places[1], 1e-5);
    assertEquals(1, places[5], 1e-5);
  }

  @Test
  void ofManyDimensionsTheIdleOnesAreLeftOut() {
    int latent = 300;
    float[] points = new float[4 * latent];
    points[250] = 2;
    points[latent + 250] = -2;
    points[2 * latent + 7] = 1;
    points[3 * latent + 7] = -1;
    LatentPlane plane = LatentPlane.principal(points, latent);
    assertEquals(1, plane.first()[250], 1e-9);
    assertEquals(1, plane.second()[7], 1e-9);
    assertEquals(1, plane.variance(), 1e-9);
  }

  @Test
  void whatIsLiftedIsProjectedBack() {
    LatentPlane plane = LatentPlane.principal(cross(), 4);
    float[] place = plane.project(plane.lift(-0.7, 1.3));
    assertArrayEquals(new float[] {-0.7f, 1.3f}, place, 1e-5f);
  }

  @Test
  void twoDimensionsAreTheMapItself() {
    float[] points = {1, 2, -3, 0.5f};
    LatentPlane plane = LatentPlane.principal(points, 2);
    assertArrayEquals(points, plane.project(points));
    assertArrayEquals(new float[] {-0.6f, 0.4f}, plane.lift(-0.6, 0.4));
  }

  @Test
  void oneDimensionIsALine() {
    LatentPlane plane = LatentPlane.principal(new float[] {1, 2, 3}, 1);
    assertTrue(plane.isLine());
    assertArrayEquals(new float[] {2, 0}, plane.project(new float[] {2}));
    assertArrayEquals(new float[] {0.5f}, plane.lift(0.5, 9));
  }

  @Test
  void chosenDimensionsLeaveTheOthersInTheMiddle() {
    LatentPlane plane = LatentPlane.dimensions(4, 3, 1);
    assertArrayEquals(new float[] {0, 0.4f, 0, -0.6f}, plane.lift(-0.6, 0.4));
    assertArrayEquals(new float[] {4, 2}, plane.project(new float[] {1, 2, 3, 4}));
    assertThrows(IllegalArgumentException.class, () -> LatentPlane.dimensions(4, 4, 1));
  }

  @Test
  void aWalkBeginsAndEndsExactlyAtItsEnds() {
    float[] from = {0.1f, -3.7f};
    float[] to = {1 / 3f, 2.9f};
    float[] line = Interpolation.line(from, to, 11);
    assertArrayEquals(from, Arrays.copyOfRange(line, 0, 2));
    assertArrayEquals(to, Arrays.copyOfRange(line, 20, 22));
    assertEquals((0.1f + 1 / 3f) / 2, line[10], 1e-6);
    assertEquals(-0.4f, line[11], 1e-6);
    assertThrows(IllegalArgumentException.class, () -> Interpolation.line(from, to, 1));
  }
}
