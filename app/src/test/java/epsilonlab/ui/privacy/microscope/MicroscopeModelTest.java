package epsilonlab.ui.privacy.microscope;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import epsilonlab.privacy.Confusion;
import epsilonlab.report.figure.FigureTable;
import epsilonlab.report.figure.ScoreBins;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MicroscopeModelTest {
  private static final int MEMBERS = 700;
  private static final int OTHERS = 500;

  private final SplittableRandom random = new SplittableRandom(5);

  /** Scores with many ties, as rounded confidences have. */
  private double[] scores(int count, double shift) {
    return IntStream.range(0, count)
        .mapToDouble(i -> Math.rint((shift + random.nextGaussian()) * 4) / 4)
        .toArray();
  }

  private Scores rounded() {
    return Scores.of("score", scores(MEMBERS, 1), scores(OTHERS, 0));
  }

  private static long atLeast(double threshold, double[] scores) {
    return Arrays.stream(scores).filter(score -> score >= threshold).count();
  }

  private static void countsAreThoseOf(Scores scores, MicroscopeModel model) {
    Confusion found = model.confusion().get();
    double at = model.threshold().get();
    assertEquals(atLeast(at, scores.members()), found.found(), "found at " + at);
    assertEquals(atLeast(at, scores.others()), found.accused(), "accused at " + at);
    assertEquals(at, model.histogram().get().threshold());
  }

  @Test
  void countsAreRightAtAnyThreshold() {
    Scores scores = rounded();
    MicroscopeModel model = new MicroscopeModel();
    model.show(scores);
    countsAreThoseOf(scores, model);
    for (int i = 0; i < 2000; i++) {
      model.moveTo(random.nextDouble(-5, 6));
      countsAreThoseOf(scores, model);
    }
    // on a score itself, where "at least" matters
    for (double score : new double[] {-1, -0.5, 0, 0.5, 1, 1.5}) {
      model.moveTo(score);
      assertEquals(score, model.threshold().get());
      countsAreThoseOf(scores, model);
    }
    model.moveToEnd(false);
    countsAreThoseOf(scores, model);
    model.moveToEnd(true);
    countsAreThoseOf(scores, model);
  }

  @Test
  void startsAtTheBestThresholdOfAll() {
    Scores scores = rounded();
    MicroscopeModel model = new MicroscopeModel();
    model.show(scores);
    double best = model.confusion().get().balancedAccuracy();
    double most =
        Arrays.stream(scores.members())
            .map(
                at ->
                    (atLeast(at, scores.members()) / (double) MEMBERS
                            + 1
                            - atLeast(at, scores.others()) / (double) OTHERS)
                        / 2)
            .max()
            .orElseThrow();
    assertEquals(most, best, 1e-12);
  }

  @Test
  void aMovedThresholdStaysAndTheBestOneFollows() {
    MicroscopeModel model = new MicroscopeModel();
    model.show(rounded());
    model.moveTo(0.5);
    Scores other = rounded();
    model.show(other);
    assertTrue(model.moved().get());
    assertEquals(0.5, model.threshold().get());
    countsAreThoseOf(other, model);
    model.moveToBest();
    assertFalse(model.moved().get());
    assertEquals(other.best(), model.threshold().get());
    Scores third = rounded();
    model.show(third);
    assertEquals(third.best(), model.threshold().get());
  }

  @Test
  void tenStepsAreABarAndTheAxisEnds() {
    MicroscopeModel model = new MicroscopeModel();
    Scores scores = rounded();
    model.show(scores);
    ScoreBins bins = scores.bins();
    model.moveTo(bins.edge(5));
    model.moveBy(10);
    assertEquals(bins.edge(6), model.threshold().get(), 1e-9);
    model.moveBy(-1);
    assertEquals(bins.edge(6) - (bins.edge(1) - bins.edge(0)) / 10, model.threshold().get(), 1e-9);
    model.moveBy(1_000_000);
    assertEquals(bins.edge(bins.size()), model.threshold().get(), 1e-9);
    model.moveBy(-1_000_000);
    assertEquals(bins.edge(0), model.threshold().get(), 1e-9);
  }

  @Test
  void thePointStandsOnTheCurve() {
    MicroscopeModel model = new MicroscopeModel();
    Scores scores = rounded();
    model.show(scores);
    model.moveTo(0.5);
    FigureTable table = model.roc().get().toTable();
    List<Object> point = table.rows().get(table.rows().size() - 1);
    assertEquals(atLeast(0.5, scores.others()) / (double) OTHERS, (double) point.get(1), 1e-12);
    assertEquals(atLeast(0.5, scores.members()) / (double) MEMBERS, (double) point.get(2), 1e-12);
  }

  @Test
  void aDragBuildsNoHistogramAnew() {
    MicroscopeModel model = new MicroscopeModel();
    Scores scores = rounded();
    model.show(scores);
    for (int i = 0; i < 50; i++) {
      model.moveBy(1);
      assertSame(scores.bins(), model.histogram().get().bins());
    }
  }

  @Test
  void aBarTellsWhoIsInIt() {
    List<ScoreBar> told = new ArrayList<>();
    MicroscopeModel model = new MicroscopeModel(told::add);
    Scores scores = rounded();
    model.show(scores);
    int all = 0;
    for (int bin = 0; bin < scores.bins().size(); bin++) {
      model.choose(bin);
      ScoreBar bar = told.get(bin);
      assertSame(bar, model.chosen().get());
      double from = bin == 0 ? Double.NEGATIVE_INFINITY : bar.from();
      double to = bin == scores.bins().size() - 1 ? Double.POSITIVE_INFINITY : bar.to();
      assertArrayEquals(
          IntStream.range(0, OTHERS)
              .filter(i -> scores.others()[i] >= from - 1e-9 && scores.others()[i] < to - 1e-9)
              .toArray(),
          bar.others(),
          "bar " + bin);
      assertEquals(scores.bins().members(bin), bar.members().length);
      all += bar.members().length + bar.others().length;
    }
    assertEquals(MEMBERS + OTHERS, all);
    model.choose(-1);
    assertNull(model.chosen().get());
    model.moveTo(scores.bins().edge(7));
    model.chooseNext(0);
    assertEquals(7, model.chosen().get().bin());
    model.chooseNext(-1);
    assertEquals(6, model.chosen().get().bin());
  }

  @Test
  void nobodyCanLookIntoBarsThatHoldNoPictures() {
    MicroscopeModel model = new MicroscopeModel();
    model.show(rounded());
    model.choose(3);
    assertNull(model.chosen().get());
    assertFalse(model.looksIntoBars());
  }

  @Test
  void withoutScoresThereIsNothing() {
    MicroscopeModel model = new MicroscopeModel();
    model.moveTo(1);
    model.moveBy(3);
    model.moveToEnd(true);
    model.moveToBest();
    assertNull(model.confusion().get());
    model.show(rounded());
    model.show(null);
    assertNull(model.histogram().get());
    assertNull(model.roc().get());
    assertTrue(Double.isNaN(model.threshold().get()));
  }

  @Test
  void infiniteScoresAndABestThresholdOfInfinity() {
    double[] in = {0, 0, 0};
    double[] out = {1, 1, Double.POSITIVE_INFINITY};
    MicroscopeModel model = new MicroscopeModel();
    Scores scores = Scores.of("score", in, out);
    model.show(scores);
    countsAreThoseOf(scores, model);
    model.moveBy(-1);
    countsAreThoseOf(scores, model);
    assertTrue(Double.isFinite(model.threshold().get()));
  }
}
