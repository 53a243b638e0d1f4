package epsilonlab.training;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DivergenceGuardTest {
  private static void fine(DivergenceGuard guard, double loss, int times) {
    for (int i = 0; i < times; i++) {
      assertTrue(guard.look(loss).isEmpty(), loss + ", time " + i);
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void aLossThatIsNoNumberIsTroubleAtOnce(double loss) {
    assertTrue(new DivergenceGuard(100).look(loss).orElseThrow().contains("finite"));
    DivergenceGuard guard = new DivergenceGuard(100);
    fine(guard, 2.3, 10);
    assertTrue(guard.look(loss).isPresent());
  }

  @Test
  void aLargeLossIsTroubleAfterAnEpoch() {
    DivergenceGuard guard = new DivergenceGuard(5);
    fine(guard, 2, 1);
    fine(guard, 200.1, 4);
    assertTrue(guard.look(200.1).orElseThrow().contains("100 times"));
  }

  @Test
  void aLossThatComesDownInBetweenIsForgiven() {
    DivergenceGuard guard = new DivergenceGuard(5);
    fine(guard, 2, 1);
    for (int i = 0; i < 10; i++) {
      fine(guard, 1e6, 4);
      fine(guard, 199.9, 1);
    }
  }

  @Test
  void aLargeLossFromTheFirstBatchOnIsNoGrowth() {
    fine(new DivergenceGuard(3), 5000, 50);
  }
}
