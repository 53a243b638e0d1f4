package epsilonlab.ui.generate.denoise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import epsilonlab.defence.purify.PurifierCurves;
import epsilonlab.defence.purify.PurifierEvent;
import epsilonlab.defence.purify.PurifierSetting;
import epsilonlab.ui.generate.denoise.DefenceWords.Verdict;
import org.junit.jupiter.api.Test;

class DefenceWordsTest {
  private static PurifierCurves curves(double bare, double plain, double adaptive) {
    return DefenceStudy.with(PurifierCurves.EMPTY, new PurifierEvent.Clean(0.98, 0.962))
        .with(new PurifierEvent.Point(PurifierSetting.UNDEFENDED, 0.2, bare))
        .with(new PurifierEvent.Point(PurifierSetting.PLAIN, 0.2, plain))
        .with(new PurifierEvent.Point(PurifierSetting.ADAPTIVE, 0.2, adaptive));
  }

  private static DefenceWords at(double epsilon) {
    return DefenceWords.of(curves(0.0, 0.68, 0.12), epsilon);
  }

  @Test
  void thePictureOfTheDesign() {
    DefenceWords words = at(0.2);
    assertEquals(Verdict.NO_REAL_DEFENCE, words.verdict());
    assertTrue(words.sentences().contains("68.0 points come back"), words.sentences());
    assertTrue(words.sentences().contains("costs 1.8 points"), words.sentences());
  }

  @Test
  void betweenMeasuredPointsTheNumbersAreReadOffTheLineAndCalledAbout() {
    DefenceWords words = at(0.1);
    assertEquals((0.962 + 0.12) / 2, words.adaptive(), 1e-9);
    assertTrue(words.sentences().contains("about "), words.sentences());
    assertEquals(false, words.measured());
  }

  @Test
  void otherNumbersGetOtherVerdicts() {
    assertEquals(Verdict.UNKNOWN, DefenceWords.of(PurifierCurves.EMPTY, 0.2).verdict());
    assertEquals(Verdict.NO_ATTACK, at(0).verdict());
    assertEquals(Verdict.UNKNOWN, at(0.3).verdict(), "not measured so far");
    assertEquals(Verdict.WEAKENED, DefenceWords.of(curves(0, 0.7, 0.4), 0.2).verdict());
    assertEquals(Verdict.HOLDS, DefenceWords.of(curves(0, 0.7, 0.68), 0.2).verdict());
    assertEquals(Verdict.HARMLESS, DefenceWords.of(curves(0.95, 0.95, 0.94), 0.2).verdict());
    assertEquals(Verdict.NO_DEFENCE, DefenceWords.of(curves(0, 0.1, 0.1), 0.2).verdict());
    assertEquals(Verdict.NO_DEFENCE, DefenceWords.of(curves(0.2, 0.21, 0.1), 0.2).verdict());
  }
}
