package epsilonlab.ui.lesson;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import epsilonlab.lesson.Question;
import epsilonlab.lesson.fact.Expression;
import epsilonlab.lesson.fact.Format;
import epsilonlab.lesson.fact.Names;
import java.util.List;
import org.junit.jupiter.api.Test;

class CurveGuessTest {
  private final Question.Drawn question =
      new Question.Drawn(
          List.of(0.0, 0.1, 0.2, 0.4),
          0,
          1,
          0.1,
          Format.SHARE,
          "ε",
          "accuracy",
          Expression.parse("attack.curve", new Names()));
  private final CurveGuess guess = new CurveGuess(question);

  @Test
  void thePenMovesTheNearestPointAndFillsWhatItPassesOver() {
    assertFalse(guess.isDrawn());
    assertEquals(0, guess.drawTo(0.04, 1.0));
    assertEquals(3, guess.drawTo(0.39, 0.2));
    // straight from (0, 1) to (0.4, 0.2)
    assertArrayEquals(new double[] {1.0, 0.8, 0.6, 0.2}, guess.y(), 1e-12);
    assertTrue(guess.isDrawn());
    guess.lift();
    guess.drawTo(0.1, 0.5);
    assertArrayEquals(new double[] {1.0, 0.5, 0.6, 0.2}, guess.y(), 1e-12);
  }

  @Test
  void itStaysWithinTheChart() {
    guess.drawTo(-3, 7);
    guess.drawTo(9, -2);
    assertEquals(1, guess.y()[0]);
    assertEquals(0, guess.y()[3]);
    guess.move(3, -1);
    assertEquals(0, guess.y()[3]);
    guess.move(3, 10);
    assertEquals(0.1, guess.y()[3], 1e-12);
    assertTrue(question.accepts(guess.guess()));
  }
}
