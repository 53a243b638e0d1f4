package epsilonlab.ui.generate.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class LookedAtTest {
  private final LookedAt looked = new LookedAt();

  @Test
  void followsTheTrainingUntilTheUserGoesBack() {
    looked.reached(3, 50);
    assertEquals(3, looked.epoch().get());
    looked.lookAt(2);
    assertFalse(looked.live().get());
    looked.reached(7, 50);
    assertEquals(2, looked.epoch().get(), "stays where the user looks");
    looked.move(4);
    assertEquals(6, looked.epoch().get());
    assertFalse(looked.live().get());
    looked.move(1);
    assertTrue(looked.live().get());
    looked.reached(8, 50);
    assertEquals(8, looked.epoch().get());
  }

  @Test
  void neverLooksWhereNothingIsTrained() {
    looked.reached(5, 50);
    looked.lookAt(40);
    assertEquals(5, looked.epoch().get());
    assertTrue(looked.live().get());
    looked.lookAt(-3);
    assertEquals(0, looked.epoch().get());
    looked.lookAt(4);
    looked.reached(1, 10);
    assertEquals(1, looked.epoch().get(), "another training is shorter");
    assertEquals(10, looked.last().get());
  }
}
