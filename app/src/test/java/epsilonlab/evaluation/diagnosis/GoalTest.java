package epsilonlab.evaluation.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class GoalTest {
  private static final float[] LOGITS = {1, 4, 2, -3};

  @Test
  void ofAnyWrongAnswer() {
    Goal goal = new Goal(1, -1);
    double sum = Math.exp(1) + Math.exp(4) + Math.exp(2) + Math.exp(-3);
    assertEquals(Math.log(sum) - 4, goal.loss(LOGITS), 1e-12);
    assertEquals(2 - 4, goal.margin(LOGITS));
    assertFalse(goal.fooled(LOGITS));
    assertTrue(new Goal(0, -1).fooled(LOGITS));
    assertEquals(3, new Goal(0, -1).margin(LOGITS));
  }

  @Test
  void ofACertainAnswer() {
    Goal goal = new Goal(1, 2);
    double sum = Math.exp(1) + Math.exp(4) + Math.exp(2) + Math.exp(-3);
    assertEquals(2 - Math.log(sum), goal.loss(LOGITS), 1e-12);
    assertEquals(2 - 4, goal.margin(LOGITS));
    assertFalse(goal.fooled(LOGITS));
    assertTrue(new Goal(2, 1).fooled(LOGITS));
  }

  @Test
  void largeLogitsDoNotOverflow() {
    float[] large = {1e5f, 2e5f, 0, 0};
    assertEquals(1e5, new Goal(0, -1).loss(large), 1e-6);
    assertEquals(0, new Goal(1, -1).loss(large), 1e-12);
    assertEquals(1, Goal.probabilities(large)[1]);
  }
}
