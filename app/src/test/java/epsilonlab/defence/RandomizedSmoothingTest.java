package epsilonlab.defence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import epsilonlab.data.SyntheticDigits;
import epsilonlab.engine.Compute;
import epsilonlab.engine.DeviceChoice;
import epsilonlab.engine.HostTensor;
import epsilonlab.engine.LabException;
import epsilonlab.engine.Seed;
import epsilonlab.job.JobContext;
import epsilonlab.model.Architectures;
import epsilonlab.model.Classifier;
import epsilonlab.model.Weights;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The statistics against SciPy's, and the certificates against a plane, whose radius is known. */
class RandomizedSmoothingTest {
  private static Compute compute;

  @BeforeAll
  static void start() {
    compute = Compute.start(DeviceChoice.CPU, 2);
  }

  @AfterAll
  static void stop() {
    compute.close();
  }

  /** scipy.stats.beta.ppf(alpha, k, n - k + 1), and 0.25 norm.ppf of it. */
  @ParameterizedTest
  @CsvSource({
    "90, 100, 0.05, 0.8362823767241852, 0.24482324069885197",
    "1, 10, 0.05, 0.005116196891823701, -0.6419688421481429",
    "50, 100, 0.001, 0.34479800642531777, -0.09985084194730723",
    "990, 1000, 0.001, 0.9760361871553114, 0.49450239553529984",
    "99999, 100000, 0.001, 0.9999076696662654, 0.9347816671358392",
    "1000, 1000, 0.001, 0.9931160484209338, 0.6158156536952029",
    "3, 3, 0.05, 0.3684031498640387, -0.08402140573478141"
  })
  void boundsAndRadiiAreThoseOfSciPy(
      int successes, int trials, double alpha, double bound, double radius) {
    assertEquals(bound, Proportion.lowerBound(successes, trials, alpha), 1e-10);
    SmoothingSettings settings = new SmoothingSettings(0.25, 100, trials, alpha);
    assertEquals(radius, settings.radius(successes), 1e-7);
  }

  @Test
  void withoutASuccessNothingIsKnown() {
    assertEquals(0, Proportion.lowerBound(0, 10, 0.05));
    assertEquals(Double.NEGATIVE_INFINITY, new SmoothingSettings(1, 100, 10, 0.05).radius(0));
  }

  /** scipy.stats.binomtest(k, n, 0.5).pvalue. */
  @ParameterizedTest
  @CsvSource({
    "60, 100, 0.05688793364098089",
    "40, 100, 0.05688793364098089",
    "5, 10, 1",
    "10, 10, 0.001953125",
    "7, 10, 0.34375",
    "550, 1000, 0.0017305360849763027"
  })
  void theCoinTestIsSciPys(int successes, int trials, double expected) {
    assertEquals(expected, Proportion.fairCoinPValue(successes, trials), 1e-12);
  }

  /** Answers 1 on one side of a plane at this distance from the grey image, and 0 on the other. */
  private static Classifier plane(double distance) {
    float[] weight = new float[7840];
    float[] bias = new float[10];
    Arrays.fill(bias, -1000);
    double length = Math.sqrt(784);
    for (int i = 0; i < 784; i++) {
      weight[784 + i] = (float) (1 / length);
    }
    bias[0] = (float) (0.5 * length - distance);
    bias[1] = 0;
    Map<String, HostTensor> tensors = new LinkedHashMap<>();
    tensors.put("fc.weight", new HostTensor(weight, 10, 784));
    tensors.put("fc.bias", new HostTensor(bias, 10));
    return new Classifier(compute, "plane", Architectures.get("logistic"), Weights.of(tensors));
  }

  private static float[] grey() {
    float[] grey = new float[784];
    Arrays.fill(grey, 0.5f);
    return grey;
  }

  private static <T> T with(
      Classifier network, SmoothingSettings settings, Function<RandomizedSmoothing, T> body) {
    return compute.call(() -> body.apply(new RandomizedSmoothing(network, settings, 3)));
  }

  @ParameterizedTest
  @CsvSource({"0.5, 0.3", "0.5, 0.8", "1, 1.2", "0.5, -0.3"})
  void aPlaneIsCertifiedNearlyAsFarAsItIsAway(double sigma, double distance) {
    SmoothingSettings settings = new SmoothingSettings(sigma, 100, 5000, 0.001);
    SmoothedAnswer answer = with(plane(distance), settings, s -> s.certify(compute, grey(), 0));
    assertEquals(distance > 0 ? 1 : 0, answer.answer());
    // of a plane the smoothed classifier's radius is the distance itself
    assertTrue(answer.radius() <= Math.abs(distance), answer.toString());
    assertTrue(answer.radius() >= 0.75 * Math.abs(distance), answer.toString());
    int predicted = with(plane(distance), settings, s -> s.predict(compute, grey(), 0));
    assertEquals(answer.answer(), predicted);
  }

  @Test
  void onThePlaneItAbstains() {
    SmoothingSettings settings = new SmoothingSettings(0.5, 100, 1000, 0.001);
    assertEquals(
        new SmoothedAnswer(SmoothedAnswer.ABSTAINED, 0),
        with(plane(0), settings, s -> s.certify(compute, grey(), 0)));
    int predicted = with(plane(0), settings, s -> s.predict(compute, grey(), 0));
    assertEquals(SmoothedAnswer.ABSTAINED, predicted);
  }

  @Test
  void noiseDependsOnTheSeedAndTheImageAlone() {
    SmoothingSettings settings = new SmoothingSettings(0.5, 10, 400, 0.01);
    SmoothedAnswer first = with(plane(0.4), settings, s -> s.certify(compute, grey(), 1));
    assertEquals(first, with(plane(0.4), settings, s -> s.certify(compute, grey(), 1)));
    assertNotEquals(first, with(plane(0.4), settings, s -> s.certify(compute, grey(), 2)));
  }

  @Test
  void accuracyIsTheSameForAnyNumberOfThreads() {
    SmoothingSettings settings = new SmoothingSettings(0.25, 20, 60, 0.01);
    var architecture = Architectures.get("small-cnn");
    var digits = SyntheticDigits.generate(4, 1, 25).test();
    SmoothedAccuracy[] both = new SmoothedAccuracy[2];
    for (int threads = 1; threads <= 2; threads++) {
      try (Compute own = Compute.start(DeviceChoice.CPU, threads)) {
        Classifier network =
            new Classifier(own, "n", architecture, architecture.initialWeights(Seed.of(1)));
        both[threads - 1] =
            new SmoothingJob(own, network, digits, settings, 5).run(JobContext.of(event -> {}));
      }
    }
    assertEquals(both[0], both[1]);
  }

  @Test
  void accuracyCountsRightAnswersThatReachTheRadius() {
    SmoothingSettings settings = new SmoothingSettings(0.1, 10, 100, 0.01);
    SmoothedAccuracy accuracy =
        SmoothedAccuracy.of(
            List.of(
                new SmoothedAnswer(3, 0.15),
                new SmoothedAnswer(3, 0.05),
                new SmoothedAnswer(4, 0.15),
                new SmoothedAnswer(SmoothedAnswer.ABSTAINED, 0)),
            new int[] {3, 3, 3, 3},
            settings);
    // all hundred: 0.1 times the normal quantile of 0.01^(1/100) = 0.955 is 0.1695
    assertEquals(
        List.of(
            new SmoothedAccuracy.Point(0, 0.5),
            new SmoothedAccuracy.Point(0.1, 0.25),
            new SmoothedAccuracy.Point(0.2, 0)),
        accuracy.points());
    assertEquals(0.25, accuracy.abstained());
  }

  @ParameterizedTest
  @CsvSource({
    "0, 100, 0.001", "-1, 100, 0.001", "11, 100, 0.001", "NaN, 100, 0.001",
    "0.5, 0, 0.001", "0.5, 100, 0", "0.5, 100, 0.5", "0.5, 100, NaN"
  })
  void settingsOutOfRangeAreRefused(double sigma, int samples, double alpha) {
    assertThrows(LabException.class, () -> new SmoothingSettings(sigma, 100, samples, alpha));
  }
}
