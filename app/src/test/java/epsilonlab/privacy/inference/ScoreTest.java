package epsilonlab.privacy.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Scores of three answers, the numbers by NumPy and SciPy. */
class ScoreTest {
  private static final Answers ANSWERS =
      new Answers(new double[] {2, -1, 0.5, 0.3, 0.1, 4, -3, 50, 2}, new int[] {0, 1, 1});

  private static void check(Score score, double... expected) {
    double[] found = ANSWERS.scores(score);
    for (int i = 0; i < expected.length; i++) {
      assertEquals(expected[i], found[i], 1e-12, score + " of example " + i);
    }
  }

  @Test
  void everyScoreOfThreeExamples() {
    check(Score.CORRECT, 1, 0, 1);
    check(Score.CONFIDENCE, 1.2985867220172476, 3.101861130618408, 47.99328465151088);
    check(Score.LOSS, -0.24131129665715717, -3.9439838111053693, 0);
    check(Score.MARGIN, 1.5, -3.9, 48);
    check(Score.LOG_ODDS, 1.2985867220172476, -3.9244228459337793, 47.99328465151088);
  }

  @Test
  void aTinyLossKeepsItsDigits() {
    double loss = ANSWERS.scores(Score.LOSS)[2];
    assertEquals(-Math.exp(-47.99328465151088), loss, 1e-30);
    assertTrue(loss < 0);
  }

  @Test
  void logitsFarApartAreFinite() {
    Answers far = new Answers(new double[] {2000, -2000}, new int[] {1});
    assertEquals(-4000, far.scores(Score.LOSS)[0]);
    assertEquals(-4000, far.scores(Score.LOG_ODDS)[0]);
    assertEquals(4000, far.scores(Score.CONFIDENCE)[0]);
  }

  @Test
  void amongEqualLogitsTheFirstIsTheAnswer() {
    Answers equal = new Answers(new double[] {1, 1, 1, 1}, new int[] {0, 1});
    assertTrue(equal.isRight(0));
    assertFalse(equal.isRight(1));
  }
}
