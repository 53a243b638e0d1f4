package epsilonlab.privacy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class EstimateTest {
  private static Estimate of(double origin, double... values) {
    Estimate.Sum sum = new Estimate.Sum(origin);
    for (double value : values) {
      sum.add(value);
    }
    return sum.estimate();
  }

  @Test
  void meanAndDeviationByHand() {
    Estimate found = of(0.5, 2, 4, 9);
    assertEquals(5, found.mean(), 1e-12);
    // squares 9 + 1 + 16 over 2
    assertEquals(Math.sqrt(13), found.deviation(), 1e-12);
    assertEquals(Math.sqrt(13 / 3.0), found.standardError(), 1e-12);
  }

  @Test
  void valuesFarFromZeroKeepTheirDeviation() {
    double far = 1e9;
    assertEquals(1, of(far, far - 1, far, far + 1).deviation(), 1e-9);
  }

  @Test
  void oneAndNone() {
    assertEquals(0, of(0, 3).deviation());
    assertTrue(Double.isNaN(of(0, 3).standardError()), "one repeat does not tell its error");
    assertTrue(Double.isNaN(of(0).mean()));
    assertTrue(Double.isNaN(of(0).standardError()));
  }

  @Test
  void sumsOfPartsAreTheSumOfAll() {
    Estimate.Sum first = new Estimate.Sum(1);
    first.add(2);
    Estimate.Sum second = new Estimate.Sum(1);
    second.add(4);
    second.add(9);
    first.add(second);
    assertEquals(of(1, 2, 4, 9), first.estimate());
    assertThrows(IllegalArgumentException.class, () -> first.add(new Estimate.Sum(2)));
  }
}
