package epsilonlab.privacy.defence;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import epsilonlab.data.DataSet;
import epsilonlab.data.SyntheticDigits;
import epsilonlab.engine.Compute;
import epsilonlab.engine.DeviceChoice;
import epsilonlab.engine.LabException;
import epsilonlab.engine.Seed;
import epsilonlab.job.JobContext;
import epsilonlab.privacy.Estimate;
import epsilonlab.privacy.inference.Answers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DefenceJobTest {
  private static final int N = 40;
  private static Compute compute;
  private static DataSet digits;

  @BeforeAll
  static void start() {
    compute = Compute.start(DeviceChoice.CPU, 2);
    digits = SyntheticDigits.generate(6, 3 * N, 3 * N);
  }

  @AfterAll
  static void stop() {
    compute.close();
  }

  private static List<DefencePoint> run(Compute with, Map<Defence, List<Double>> strengths) {
    // a little regularisation: the fits are quick, and the same to the last digit shown
    DefenceSettings settings = new DefenceSettings(N, 3, 1, strengths, 2);
    List<DefencePoint> seen = new ArrayList<>();
    List<DefencePoint> result =
        new DefenceJob(with, digits, settings).run(JobContext.of(seen::add));
    assertEquals(seen, result);
    return result;
  }

  private static Map<Defence, List<Double>> each(Object... pairs) {
    Map<Defence, List<Double>> all = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      all.put((Defence) pairs[i], List.of((Double) pairs[i + 1]));
    }
    return all;
  }

  @Test
  void theWeakestStrengthOfEachIsNoDefence() {
    List<DefencePoint> points =
        run(
            compute,
            each(
                Defence.NONE, 0.0,
                Defence.NOISE, 0.0,
                Defence.REGULARISATION, 1.0,
                Defence.EARLY_STOPPING, 1000.0,
                Defence.FEWER_FEATURES, 1.0,
                Defence.LABEL_SMOOTHING, 0.0));
    DefencePoint none = points.get(0);
    assertTrue(none.trainAccuracy().mean() > none.testAccuracy().mean(), "something leaks");
    for (DefencePoint point : points) {
      assertEquals(none.trainAccuracy(), point.trainAccuracy(), point.defence().id());
      assertEquals(none.testAccuracy(), point.testAccuracy(), point.defence().id());
      assertEquals(none.threshold(), point.threshold(), point.defence().id());
    }
  }

  @Test
  void theStrongestStrengthTellsNothing() {
    List<DefencePoint> points =
        run(
            compute,
            each(
                Defence.LABEL_SMOOTHING, 1.0,
                Defence.REGULARISATION, 1e-9,
                Defence.NOISE, 1e6,
                Defence.DP_SGD, 1e5));
    // targets that say nothing leave all weights at 0: everything looks the same
    assertEquals(0.5, points.get(0).threshold().mean(), 1e-12);
    for (DefencePoint point : points) {
      assertEquals(0.5, point.rightOrWrong().mean(), 0.08, point.defence().id());
      assertTrue(point.testAccuracy().mean() < 0.45, point.defence().id());
    }
  }

  @Test
  void tellingOnlyTheAnswerLeavesRightOrWrong() {
    List<DefencePoint> points =
        run(compute, each(Defence.NONE, 0.0, Defence.TOP_ONE, 0.0, Defence.ROUNDING, 0.0));
    DefencePoint none = points.get(0);
    DefencePoint top = points.get(1);
    assertEquals(none.testAccuracy(), top.testAccuracy(), "the answers are the same");
    assertEquals(none.rightOrWrong(), top.threshold(), "a threshold sees right or wrong");
    assertTrue(none.threshold().mean() >= top.threshold().mean(), "confidence tells more");
    assertTrue(none.threshold().mean() >= points.get(2).threshold().mean());
    assertTrue(Double.isInfinite(none.epsilon()));
  }

  @Test
  void errorsAreThoseOfTheMeanOverSplits() {
    DefencePoint point = run(compute, each(Defence.NONE, 0.0)).get(0);
    double[] values = new double[3];
    double mean = 0;
    for (int r = 0; r < 3; r++) {
      Split split =
          new Split(
              compute,
              digits.train().slice(r * N, (r + 1) * N),
              digits.test().slice(r * N, (r + 1) * N),
              1,
              () -> {});
      values[r] = split.ask(split.undefended()).others().accuracy();
      mean += values[r] / 3;
    }
    double squares = 0;
    for (double value : values) {
      squares += Math.pow(value - mean, 2);
    }
    Estimate test = point.testAccuracy();
    assertEquals(mean, test.mean(), 1e-12);
    assertEquals(Math.sqrt(squares / 2 / 3), test.standardError(), 1e-12);
  }

  @Test
  void theSameForAnyNumberOfThreads() {
    Map<Defence, List<Double>> some =
        each(Defence.NOISE, 0.5, Defence.DP_SGD, 1.0, Defence.EARLY_STOPPING, 5.0);
    try (Compute one = Compute.start(DeviceChoice.CPU, 1)) {
      assertEquals(run(one, some), run(compute, some));
    }
  }

  @Test
  void answersAreReadAsTheAttackerSeesThem() {
    double[] logits = {0, Math.log(3), 2, 2, 700, -700};
    Told told = Told.of(new Answers(logits, new int[] {0, 0, 1}));
    assertArrayEquals(new boolean[] {false, true, false}, told.right());
    assertArrayEquals(new double[] {Math.log(0.25), Math.log(0.5), -1400}, told.scores(), 1e-12);
    // 0.25 and 0.5 in tenths; a half goes to the even one
    assertArrayEquals(new double[] {0.2, 0.5, 0}, told.rounded(1).scores(), 1e-12);
    assertEquals(0.25, told.rounded(2).scores()[0], 1e-12);
    assertEquals(0, told.rounded(0).scores()[0], 1e-12);
    assertArrayEquals(new double[] {0, 1, 0}, told.topOnly().scores());
    assertEquals(1 / 3.0, told.accuracy(), 1e-12);
    Told sure = Told.of(new Answers(new double[] {50, 0, 60, 0}, new int[] {0, 0}));
    assertEquals(-Math.exp(-50), sure.scores()[0], 1e-30, "almost sure still differs");
    assertTrue(sure.scores()[0] < sure.scores()[1]);
  }

  @Test
  void poolingTakesTheMeansOfBlocks() {
    SplittableRandom random = Seed.of(1).generator();
    float[] rows = new float[2 * 784];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = (float) random.nextDouble();
    }
    float[] means = Pooling.mean(rows, 4);
    assertEquals(2 * 49, means.length);
    for (int image = 0; image < 2; image++) {
      for (int row = 0; row < 7; row++) {
        for (int column = 0; column < 7; column++) {
          double sum = 0;
          for (int y = 4 * row; y < 4 * row + 4; y++) {
            for (int x = 4 * column; x < 4 * column + 4; x++) {
              sum += rows[image * 784 + y * 28 + x];
            }
          }
          assertEquals(sum / 16, means[image * 49 + row * 7 + column], 1e-6);
        }
      }
    }
    assertArrayEquals(rows, Pooling.mean(rows, 1));
  }

  @Test
  void badSettingsAreSaidInOneSentence() {
    assertEquals(
        "The pixels a side of a block of the defence fewer-features is 3.0, but must be 1, 2, 4, 7,"
            + " 14 or 28.",
        assertThrows(LabException.class, () -> Defence.FEWER_FEATURES.check(3)).getMessage());
    for (Defence defence : Defence.values()) {
      defence.strengths().forEach(defence::check);
    }
    assertThrows(
        LabException.class, () -> new DefenceSettings(N, 1, 1, each(Defence.NONE, 0.0), 0));
    DefenceSettings many = new DefenceSettings(N, 4, 1, each(Defence.NONE, 0.0), 0);
    String sentence =
        assertThrows(LabException.class, () -> new DefenceJob(compute, digits, many)).getMessage();
    assertTrue(sentence.endsWith("so choose n up to 30."), sentence);
  }
}
