package epsilonlab.generative;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import epsilonlab.data.DataSet;
import epsilonlab.data.ImageSet;
import epsilonlab.data.SyntheticDigits;
import epsilonlab.engine.Cancellation;
import epsilonlab.engine.Compute;
import epsilonlab.engine.DeviceChoice;
import epsilonlab.engine.LabException;
import epsilonlab.engine.Seed;
import epsilonlab.engine.Tensors;
import epsilonlab.job.JobContext;
import epsilonlab.model.Network;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SampleQualityTest {
  private static Compute compute;
  // more than one block of the search
  private static DataSet digits;

  @BeforeAll
  static void start() {
    compute = Compute.start(DeviceChoice.CPU, 2);
    digits = SyntheticDigits.generate(4, 4300, 120);
  }

  @AfterAll
  static void stop() {
    compute.close();
  }

  /** Ten times the first ten pixels are the logits. */
  private static final Network FIRST_PIXELS =
      new Network() {
        @Override
        public String name() {
          return "first pixels";
        }

        @Override
        public int classes() {
          return 10;
        }

        @Override
        public NDArray logits(NDArray images) {
          return images
              .reshape(-1, ImageSet.PIXELS)
              .get(":, :10")
              .mul(Tensors.scalar(images.getManager(), 10));
        }
      };

  private static float[] random(int images, long seed) {
    float[] values = new float[images * ImageSet.PIXELS];
    var generator = Seed.of(seed).generator();
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) generator.nextDouble();
    }
    return values;
  }

  private static double distance(float[] a, float[] b) {
    double sum = 0;
    for (int p = 0; p < a.length; p++) {
      sum += Math.pow((double) a[p] - b[p], 2);
    }
    return Math.sqrt(sum);
  }

  @Test
  void nearestNeighboursAreThoseOfBruteForce() {
    float[] queries = Arrays.copyOf(digits.test().images(0, 120), 640 * ImageSet.PIXELS);
    // some noise as well, and more than one block of queries
    float[] noise = random(520, 1);
    System.arraycopy(noise, 0, queries, 120 * ImageSet.PIXELS, noise.length);
    Pictures pictures = new Pictures(queries);
    NearestNeighbours nearest =
        NearestNeighbours.of(compute, queries, digits.train(), fraction -> {});
    assertEquals(640, nearest.count());
    for (int i = 0; i < 640; i += i < 120 ? 4 : 40) {
      float[] image = pictures.image(i);
      int best = 0;
      double least = Double.POSITIVE_INFINITY;
      for (int t = 0; t < digits.train().size(); t++) {
        double d = distance(image, digits.train().image(t));
        if (d < least) {
          least = d;
          best = t;
        }
      }
      assertEquals(least, nearest.distances()[i], 1e-6, "image " + i);
      assertEquals(best, nearest.indices()[i]);
      assertEquals(digits.train().label(best), nearest.labels()[i]);
    }
  }

  @Test
  void aTrainingImageIsItsOwnNearestNeighbour() {
    float[] some = digits.train().images(1990, 2010);
    NearestNeighbours nearest = NearestNeighbours.of(compute, some, digits.train(), fraction -> {});
    for (int i = 0; i < 20; i++) {
      assertEquals(1990 + i, nearest.indices()[i]);
      assertEquals(0, nearest.distances()[i]);
    }
  }

  @Test
  void theSearchIsTheSameOnAnyNumberOfThreadsAndLeavesNothing() {
    float[] queries = digits.test().images(0, 30);
    int before = compute.longLivedArrays();
    NearestNeighbours here = NearestNeighbours.of(compute, queries, digits.train(), fraction -> {});
    assertEquals(before, compute.longLivedArrays());
    try (Compute one = Compute.start(DeviceChoice.CPU, 1)) {
      NearestNeighbours there = NearestNeighbours.of(one, queries, digits.train(), fraction -> {});
      assertArrayEquals(here.indices(), there.indices());
      assertArrayEquals(here.distances(), there.distances());
    }
  }

  @Test
  void theSearchCanBeCancelledAndTellsItsProgress() {
    double[] last = new double[1];
    NearestNeighbours.of(
        compute,
        digits.test().images(0, 2),
        digits.train(),
        fraction -> {
          synchronized (last) {
            last[0] = Math.max(last[0], fraction);
          }
        });
    assertEquals(1, last[0]);
    int before = compute.longLivedArrays();
    Cancellation cancellation = new Cancellation();
    cancellation.during(
        () ->
            assertThrows(
                CancellationException.class,
                () ->
                    NearestNeighbours.of(
                        compute,
                        digits.test().images(0, 100),
                        digits.train(),
                        fraction -> cancellation.cancel())));
    assertEquals(before, compute.longLivedArrays());
  }

  @Test
  void classesAreThoseOfTheClassifier() {
    float[] samples = random(300, 2);
    SampleClasses classes = SampleClasses.of(compute, FIRST_PIXELS, new Pictures(samples));
    int[] counts = new int[10];
    double sum = 0;
    int above = 0;
    for (int i = 0; i < 300; i++) {
      int from = i * ImageSet.PIXELS;
      int best = 0;
      double normaliser = 0;
      for (int c = 0; c < 10; c++) {
        normaliser += Math.exp(10.0 * samples[from + c]);
        best = samples[from + c] > samples[from + best] ? c : best;
      }
      double confidence = Math.exp(10.0 * samples[from + best]) / normaliser;
      assertEquals(best, classes.answers()[i]);
      assertEquals(confidence, classes.confidences()[i], 1e-5);
      counts[best]++;
      sum += confidence;
      above += confidence > 0.6 ? 1 : 0;
    }
    assertTrue(above > 20 && above < 280, "a threshold that parts them");
    assertArrayEquals(counts, classes.counts());
    assertEquals(sum / 300, classes.meanConfidence(), 1e-5);
    assertEquals(above / 300.0, classes.shareAbove(0.6), 1e-12);
    assertEquals(10, classes.classesPresent());
    assertEquals(Optional.empty(), classes.collapse());
  }

  /** So many samples of class 0, 1 and so on. */
  private static SampleClasses withCounts(int... counts) {
    int[] answers = new int[Arrays.stream(counts).sum()];
    int next = 0;
    for (int c = 0; c < counts.length; c++) {
      Arrays.fill(answers, next, next + counts[c], c);
      next += counts[c];
    }
    double[] sure = new double[answers.length];
    Arrays.fill(sure, 1);
    return new SampleClasses(10, answers, sure);
  }

  @Test
  void evennessIsTheEntropyOverItsLargestValue() {
    assertEquals(1, withCounts(7, 7, 7, 7, 7, 7, 7, 7, 7, 7).evenness(), 1e-12);
    assertEquals(0, withCounts(0, 80).evenness(), 1e-12);
    // two halves: ln 2 of ln 10
    assertEquals(Math.log10(2), withCounts(40, 40).evenness(), 1e-12);
    // 1/2, 1/4, 1/4: 1.5 ln 2
    assertEquals(1.5 * Math.log10(2), withCounts(40, 0, 20, 20).evenness(), 1e-12);
    assertEquals(3, withCounts(40, 0, 20, 20).classesPresent());
  }

  @Test
  void modeCollapseHasAnAlarm() {
    assertTrue(withCounts(400, 100, 100, 100, 100, 100, 100).collapse().isEmpty());
    String half = withCounts(501, 99, 100, 100, 100, 50, 50).collapse().orElseThrow();
    assertTrue(half.contains("50 %") && half.contains("class 0"), half);
    assertTrue(withCounts(500, 100, 100, 100, 100, 50, 50).collapse().isEmpty());
    // five classes, and five more below one in a hundred
    String few = withCounts(191, 192, 192, 190, 190, 9, 9, 9, 9, 9).collapse().orElseThrow();
    assertTrue(few.contains("only 5 of 10"), few);
    assertTrue(withCounts(190, 190, 190, 190, 190, 10, 10, 10, 10, 10).collapse().isEmpty());
    // sixteen samples prove nothing
    assertTrue(withCounts(16).collapse().isEmpty());
    assertTrue(withCounts(50).collapse().isPresent());
  }

  @Test
  void copiesLookMemorisedAndNoiseDoesNot() {
    float[] samples = Arrays.copyOf(digits.train().images(7, 11), 8 * ImageSet.PIXELS);
    System.arraycopy(random(4, 3), 0, samples, 4 * ImageSet.PIXELS, 4 * ImageSet.PIXELS);
    int before = compute.longLivedArrays();
    SampleQuality quality =
        new SampleQualityJob(compute, digits, FIRST_PIXELS, new Pictures(samples))
            .run(JobContext.of(event -> {}));
    assertEquals(before, compute.longLivedArrays());
    assertEquals(8, quality.count());
    assertEquals(120, quality.realDistances().length);
    for (int i = 0; i < 4; i++) {
      assertTrue(quality.looksMemorised(i));
      assertEquals(1, quality.closerThan(i));
      assertEquals(7 + i, quality.nearest().indices()[i]);
      assertFalse(quality.looksMemorised(4 + i));
      assertEquals(0, quality.closerThan(4 + i), "uniform noise is nothing like a digit");
    }
    assertEquals(0.5, quality.shareMemorised());
    assertEquals(8, quality.toMap().get("samples"));
  }

  @Test
  void distancesAreReadAgainstThoseOfRealDigits() {
    double[] real = new double[200];
    Arrays.setAll(real, i -> i + 1);
    NearestNeighbours nearest =
        new NearestNeighbours(new int[3], new int[3], new double[] {0.5, 150, 1000});
    SampleQuality quality = new SampleQuality(withCounts(1, 1, 1), nearest, real);
    assertEquals(1, quality.closerThan(0));
    assertEquals(0.25, quality.closerThan(1));
    assertEquals(0, quality.closerThan(2));
    // two of the two hundred lie below it
    assertEquals(3, quality.suspiciousDistance());
    assertEquals(1 / 3.0, quality.shareMemorised(), 1e-12);
    assertEquals(150, quality.medianDistance());
    assertEquals(101, quality.medianRealDistance());
  }

  @Test
  void realDigitsLookNew() {
    SampleQuality quality =
        new SampleQualityJob(
                compute, digits, FIRST_PIXELS, new Pictures(digits.test().images(0, 120)))
            .run(JobContext.of(event -> {}));
    assertEquals(quality.medianRealDistance(), quality.medianDistance());
    assertEquals(1 / 120.0, quality.shareMemorised(), 1e-12);
  }

  @Test
  void noSamplesAreRefused() {
    String said =
        assertThrows(
                LabException.class,
                () ->
                    new SampleQualityJob(compute, digits, FIRST_PIXELS, new Pictures(new float[0])))
            .getMessage();
    assertTrue(said.contains("no samples") && said.endsWith("."), said);
  }
}
