package epsilonlab.evaluation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import epsilonlab.attack.Attack;
import epsilonlab.attack.AttackPlan;
import epsilonlab.attack.AttackSettings;
import epsilonlab.attack.Attacks;
import epsilonlab.attack.Norm;
import epsilonlab.attack.Target;
import epsilonlab.data.ImageSet;
import epsilonlab.data.SyntheticDigits;
import epsilonlab.engine.Compute;
import epsilonlab.engine.DeviceChoice;
import epsilonlab.engine.HostTensor;
import epsilonlab.engine.LabException;
import epsilonlab.engine.Seed;
import epsilonlab.job.JobContext;
import epsilonlab.model.Architectures;
import epsilonlab.model.Classifier;
import epsilonlab.model.Predictions;
import epsilonlab.model.Reference;
import epsilonlab.model.Weights;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Certificates against a network whose true robustness is known, and against attacks. */
class CertifiedAccuracyTest {
  private static final List<Double> EPSILONS =
      List.of(0.0, 0.002, 0.005, 0.01, 0.02, 0.04, 0.07, 0.1, 0.2, 0.3);

  /** Networks with random weights are hardly sure of anything. */
  private static final List<Double> SMALL_EPSILONS =
      List.of(0.0, 1e-5, 1e-4, 3e-4, 1e-3, 3e-3, 0.01, 0.03, 0.1, 0.3);

  private static final Attack ATTACK = Attacks.get("pgd");
  private static final AttackPlan PGD =
      new AttackPlan(ATTACK, AttackSettings.of(ATTACK, Map.of("steps", 10.0)), Target.NONE, 0);
  private static final int PIXEL = 400;
  private static Compute compute;

  @BeforeAll
  static void start() {
    compute = Compute.start(DeviceChoice.CPU, 2);
  }

  @AfterAll
  static void stop() {
    compute.close();
  }

  /** Answers 1 where the pixel is above the threshold, and 0 below. */
  private static Classifier threshold(double threshold) {
    float[] weight = new float[7840];
    float[] bias = new float[10];
    Arrays.fill(bias, -5);
    weight[784 + PIXEL] = 1;
    bias[0] = (float) threshold;
    bias[1] = 0;
    Map<String, HostTensor> tensors = new LinkedHashMap<>();
    tensors.put("fc.weight", new HostTensor(weight, 10, 784));
    tensors.put("fc.bias", new HostTensor(bias, 10));
    return new Classifier(compute, "threshold", Architectures.get("logistic"), Weights.of(tensors));
  }

  /** Images that differ in one pixel, given in 255ths. */
  private static ImageSet pixels(int[] values, int... labels) {
    byte[] pixels = new byte[values.length * 784];
    byte[] classes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      pixels[i * 784 + PIXEL] = (byte) values[i];
      classes[i] = (byte) labels[i];
    }
    return ImageSet.ofBytes(pixels, classes);
  }

  @Test
  void anImageIsCertifiedAsFarAsItsThresholdIsAway() {
    Classifier network = threshold(0.5);
    // 0.8 and 0.2 are 0.3 away, 0 and 1 are 0.5 away, the last has the wrong answer
    ImageSet images = pixels(new int[] {204, 51, 0, 255, 204}, 1, 0, 0, 1, 0);
    assertArrayEquals(
        new boolean[] {true, true, true, true, false},
        CertifiedAccuracy.each(compute, network, images, 0.299));
    assertArrayEquals(
        new boolean[] {false, false, true, true, false},
        CertifiedAccuracy.each(compute, network, images, 0.301));
    assertArrayEquals(
        new boolean[] {false, false, true, true, false},
        CertifiedAccuracy.each(compute, network, images, 0.499));
    assertEquals(0, CertifiedAccuracy.of(compute, network, images, 0.501));
    assertEquals(0.8, CertifiedAccuracy.of(compute, network, images, 0));
  }

  @Test
  void noPixelLeavesItsRange() {
    ImageSet dark = pixels(new int[] {0, 255}, 0, 0);
    assertEquals(1, CertifiedAccuracy.of(compute, threshold(1.1), dark, 1));
    assertEquals(0, CertifiedAccuracy.of(compute, threshold(0.9), dark, 1));
  }

  @Test
  void aTieIsNotCertified() {
    assertEquals(
        0, CertifiedAccuracy.of(compute, threshold(1), pixels(new int[] {255, 255}, 0, 1), 0));
  }

  @Test
  void anEpsilonOutOfRangeIsRefused() {
    ImageSet one = pixels(new int[] {0}, 0);
    assertThrows(LabException.class, () -> CertifiedAccuracy.of(compute, threshold(1), one, 1.5));
    assertThrows(LabException.class, () -> CertifiedAccuracy.of(compute, threshold(1), one, -0.1));
  }

  static List<String> networks() {
    return Architectures.ALL.stream().map(architecture -> architecture.id()).toList();
  }

  /** Random weights and what they answer as labels, so that there is something to certify. */
  @ParameterizedTest
  @MethodSource("networks")
  void boundsOfRandomNetworksHoldAtTenEpsilons(String id) {
    var architecture = Architectures.get(id);
    Classifier network =
        new Classifier(compute, id, architecture, architecture.initialWeights(Seed.of(2)));
    ImageSet digits = SyntheticDigits.generate(9, 1, 10).test();
    int[] answers = Predictions.of(compute, network, digits).answers();
    byte[] pixels = new byte[10 * 784];
    byte[] labels = new byte[10];
    for (int i = 0; i < 10; i++) {
      labels[i] = (byte) answers[i];
      float[] image = digits.image(i);
      for (int p = 0; p < 784; p++) {
        pixels[i * 784 + p] = (byte) Math.round(image[p] * 255);
      }
    }
    assertBounds(network, ImageSet.ofBytes(pixels, labels), PGD, SMALL_EPSILONS, 1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"logistic", "mlp", "lenet", "small-cnn"})
  void boundsOfTheReferenceModelsHoldAtTenEpsilons(String model) {
    assertBounds(Reference.classifier(compute, model), Reference.mnistTest(20), PGD, EPSILONS, 0.9);
  }

  @Tag("full")
  @ParameterizedTest
  @ValueSource(strings = {"logistic", "mlp", "lenet", "small-cnn"})
  void noAttackGoesBelowTheBounds(String model) {
    Classifier network = Reference.classifier(compute, model);
    for (Attack attack : Attacks.ALL) {
      if (attack.norm() == Norm.LINF && !attack.needsSource()) {
        assertBounds(
            network, Reference.mnistTest(100), AttackPlan.defaults(attack, 0), EPSILONS, 0.9);
      }
    }
  }

  private static void assertBounds(
      Classifier network,
      ImageSet images,
      AttackPlan attack,
      List<Double> epsilons,
      double cleanAtLeast) {
    List<Bound> heard = new ArrayList<>();
    List<Bound> bounds =
        new BoundsJob(compute, network, attack, images, epsilons).run(JobContext.of(heard::add));
    assertEquals(heard, bounds);
    assertEquals(epsilons, bounds.stream().map(Bound::epsilon).toList());
    double before = 1;
    for (Bound bound : bounds) {
      assertTrue(bound.certified() <= bound.strongestAttack(), attack.attack().id() + " " + bound);
      assertTrue(bound.certified() <= before, "a larger ball holds a smaller one: " + bound);
      before = bound.certified();
    }
    double clean = Predictions.of(compute, network, images).accuracy();
    assertTrue(clean >= cleanAtLeast);
    assertEquals(clean, bounds.get(0).strongestAttack());
    assertTrue(bounds.get(1).certified() > 0, "the test says something: " + bounds);
  }

  @Test
  void theBoundOfALinearNetworkIsTheTruth() {
    // its loss has one worst corner of the ball, which every sign step finds for two classes
    Classifier network = threshold(0.5);
    ImageSet images = pixels(new int[] {201, 54, 100, 150, 201}, 1, 0, 0, 1, 0);
    for (Bound bound :
        new BoundsJob(compute, network, PGD, images, EPSILONS).run(JobContext.of(event -> {}))) {
      assertEquals(bound.strongestAttack(), bound.certified(), bound.toString());
    }
  }
}
