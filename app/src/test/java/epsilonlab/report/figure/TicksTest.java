package epsilonlab.report.figure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.api.Test;

class TicksTest {
  private static final double[] QUARTERS = {0, 0.25, 0.5, 0.75, 1};

  @Test
  void wantedTicksGiveWayWhereTheyWouldLieOnEachOther() {
    assertArrayEquals(QUARTERS, Ticks.thinned(QUARTERS, 5));
    assertArrayEquals(new double[] {0, 0.5, 1}, Ticks.thinned(QUARTERS, 4));
    assertArrayEquals(new double[] {0, 0.5, 1}, Ticks.thinned(QUARTERS, 3));
    assertArrayEquals(new double[] {0, 1}, Ticks.thinned(QUARTERS, 2));
    assertArrayEquals(new double[] {0, 1}, Ticks.thinned(QUARTERS, 0), "a scale has two ends");
    assertArrayEquals(new double[] {}, Ticks.thinned(new double[] {}, 0));
  }
}
