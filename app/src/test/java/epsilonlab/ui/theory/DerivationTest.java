package epsilonlab.ui.theory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import epsilonlab.ui.theory.page.PageText;
import java.util.List;
import org.junit.jupiter.api.Test;

class DerivationTest {
  private final Derivation derivation =
      new Derivation(
          List.of(
              new PageText.Step("first hint", "a", "because"),
              new PageText.Step("second hint", "b", "because")));

  @Test
  void aHintComesBeforeItsStepAndAStepBeforeTheNextHint() {
    assertTrue(derivation.isHintOpen(0));
    assertFalse(derivation.isStepOpen(0));
    assertTrue(derivation.isNextAStep());
    derivation.next();
    assertTrue(derivation.isStepOpen(0));
    assertFalse(derivation.isHintOpen(1));
    assertEquals(1, derivation.stepsOpen());
    derivation.next();
    assertTrue(derivation.isHintOpen(1));
    assertFalse(derivation.isStepOpen(1));
    derivation.next();
    assertTrue(derivation.isComplete());
    derivation.next();
    assertEquals(2, derivation.stepsOpen());
  }

  @Test
  void allAtOnceAndFromTheStart() {
    derivation.openAll();
    assertTrue(derivation.isStepOpen(1));
    derivation.again();
    assertTrue(derivation.isHintOpen(0));
    assertFalse(derivation.isStepOpen(0));
  }
}
