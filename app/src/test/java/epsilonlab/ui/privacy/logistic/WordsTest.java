package epsilonlab.ui.privacy.logistic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import epsilonlab.privacy.Estimate;
import epsilonlab.privacy.defence.Defence;
import epsilonlab.privacy.defence.DefencePoint;
import epsilonlab.privacy.inference.MembershipAttack;
import epsilonlab.report.DefencesChart.Leakage;
import java.util.List;
import org.junit.jupiter.api.Test;

class WordsTest {
  private static Reading reading(double found, double accused, double variance) {
    return new Reading(
        new LogisticForm.Chosen(400, Double.POSITIVE_INFINITY, variance, 20, 0),
        MembershipAttack.CORRECT,
        found,
        accused,
        66.7,
        true);
  }

  @Test
  void theFormulaGivesTheAccuracy() {
    Reading now = reading(1, 0.7775, 0);
    assertEquals(0.61125, now.accuracy(), 1e-12);
    assertEquals("½ + gap / 2 = 50 % + 22.25 % / 2", LogisticWords.formula(now));
    assertEquals("½ + gap / 2 = 50 % − 10 % / 2", LogisticWords.formula(reading(0.5, 0.6, 0)));
    assertEquals("½ + gap / 2 = 50 % + 0 % / 2", LogisticWords.formula(reading(0.5, 0.5, 0)));
  }

  @Test
  void plainWordsAreTrueOfTheNumbers() {
    String large = LogisticWords.sentences(reading(1, 0.775, 0));
    assertTrue(large.startsWith("The model knows every image it learned from"), large);
    assertTrue(large.contains("only 77.5\u00a0% of new ones"), large);
    String none = LogisticWords.sentences(reading(0.8, 0.8, 0));
    assertTrue(none.contains("hardly tells them apart"), none);
    String minus = LogisticWords.sentences(reading(0.7, 0.8, 0));
    assertTrue(minus.contains("misleads"), minus);
    String noisy = LogisticWords.sentences(reading(0.9, 0.7, 1));
    assertTrue(noisy.startsWith("With the noise the model gets 90.0\u00a0%"), noisy);
  }

  private static Estimate of(double mean) {
    return new Estimate(mean, 0, 5);
  }

  private static DefencePoint point(Defence defence, double strength, double test, double leak) {
    return new DefencePoint(
        defence, strength, of(1), of(test), of(leak), of(leak), Double.POSITIVE_INFINITY);
  }

  @Test
  void theBestDefenceMayCostTwoPointsAndNoMore() {
    List<DefencePoint> points =
        List.of(
            point(Defence.NONE, 0, 0.77, 0.65),
            point(Defence.NOISE, 1, 0.76, 0.60),
            point(Defence.REGULARISATION, 0.1, 0.755, 0.55),
            point(Defence.FEWER_FEATURES, 14, 0.5, 0.50));
    DefencePoint best =
        DefenceLeakWords.best(points, java.util.Optional.empty(), Leakage.THRESHOLD).orElseThrow();
    assertEquals(Defence.REGULARISATION, best.defence());
    String words = DefenceLeakWords.sentences(points, Leakage.THRESHOLD);
    assertTrue(words.contains("regularisation (C 0.1) helps most"), words);
    assertTrue(words.contains("falls to 55.0 %"), words);
    String alone = DefenceLeakWords.sentences(points.subList(0, 1), Leakage.THRESHOLD);
    assertTrue(alone.endsWith("of new images."), alone);
  }

  @Test
  void luckIsTheTailOfTheBinomialDistribution() {
    // 1 - P(X <= 14) for X ~ B(20, 1/2) is 0.0207
    assertTrue(PlayWords.luck(15).contains("15 or more right in 2.1\u00a0%"), PlayWords.luck(15));
    assertTrue(PlayWords.luck(10).contains("58.8\u00a0%"), PlayWords.luck(10));
    assertTrue(PlayWords.luck(3).contains("nearly always"), PlayWords.luck(3));
  }
}
