package epsilonlab.defence.purify;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import epsilonlab.attack.Attack;
import epsilonlab.attack.AttackPlan;
import epsilonlab.attack.AttackSettings;
import epsilonlab.attack.Attacks;
import epsilonlab.attack.Target;
import epsilonlab.data.ImageSet;
import epsilonlab.data.SyntheticDigits;
import epsilonlab.engine.Cancellation;
import epsilonlab.engine.Compute;
import epsilonlab.engine.DeviceChoice;
import epsilonlab.engine.LabException;
import epsilonlab.engine.Seed;
import epsilonlab.generative.GenerativeNetwork;
import epsilonlab.generative.Noise;
import epsilonlab.generative.NoiseKind;
import epsilonlab.generative.Purifier;
import epsilonlab.job.JobContext;
import epsilonlab.model.Architectures;
import epsilonlab.model.Classifier;
import epsilonlab.model.Predictions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the jobs measure of purifiers, where the answer is known. */
class PurifierJobsTest {
  private static final AttackPlan PGD = plan("pgd", Map.of("steps", 10.0));
  private static Compute compute;
  private static ImageSet digits;
  private static Classifier classifier;

  @BeforeAll
  static void start() {
    compute = Compute.start(DeviceChoice.CPU, 2);
    digits = SyntheticDigits.generate(4, 1, 30).test();
    var mlp = Architectures.get("mlp");
    classifier = new Classifier(compute, "mlp", mlp, mlp.initialWeights(Seed.of(3)));
  }

  @AfterAll
  static void stop() {
    compute.close();
  }

  static List<GenerativeNetwork> kinds() {
    return PurifiedTest.kinds();
  }

  private static AttackPlan plan(String id, Map<String, Double> settings) {
    Attack attack = Attacks.get(id);
    return new AttackPlan(attack, AttackSettings.of(attack, settings), Target.NONE, 5);
  }

  private static PurifierDefence defence(GenerativeNetwork kind) {
    return new PurifierDefence(
        classifier, SmallPurifiers.of(compute, kind), AdaptiveGradient.EXACT);
  }

  private static PurifierCurves curves(
      PurifierDefence defence, ImageSet images, AttackPlan plan, List<Double> epsilons) {
    return new PurifierCurvesJob(compute, defence, images, plan, epsilons)
        .run(JobContext.of(event -> {}));
  }

  private static List<PurifiedDigit> looked(PurifierDefence defence, double epsilon) {
    return new PurifiedDigitsJob(compute, defence, digits, i -> i, PGD, epsilon)
        .run(JobContext.of(nothing -> {}));
  }

  private static List<Double> accuracies(PurifierCurves curves, PurifierSetting setting) {
    return curves.curve(setting).stream().map(PurifierEvent.Point::accuracy).toList();
  }

  @ParameterizedTest
  @EnumSource
  void theWorldOfTwoPixels(AdaptiveGradient gradient) {
    // the attacker of the classifier moves pixel 1 alone, and the purifier looks at pixel 0
    ImageSet two = OnePixel.digits(new int[] {20, 60, 60, 100}, new int[] {15, 15, 40, 110});
    PurifierDefence defence =
        new PurifierDefence(
            OnePixel.classifier(compute), OnePixel.purifier(compute, 8, -4), gradient);
    PurifierCurves curves =
        curves(defence, two, plan("iterated-fgsm", Map.of()), List.of(0.3, 0.0, 0.1, 0.2, 0.1));
    assertEquals(new PurifierEvent.Clean(1, 1), curves.clean());
    assertEquals(List.of(1.0, 0.5, 0.25, 0.25), accuracies(curves, PurifierSetting.UNDEFENDED));
    assertEquals(List.of(1.0, 1.0, 1.0, 1.0), accuracies(curves, PurifierSetting.PLAIN));
    assertEquals(
        gradient == AdaptiveGradient.EXACT
            ? List.of(1.0, 0.75, 0.75, 0.25)
            : List.of(1.0, 1.0, 1.0, 1.0),
        accuracies(curves, PurifierSetting.ADAPTIVE));
    assertEquals(Optional.of(0.25), curves.accuracy(PurifierSetting.UNDEFENDED, 0.2));
    assertEquals(Optional.empty(), curves.accuracy(PurifierSetting.UNDEFENDED, 0.25));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void withoutAChangeTheCurvesAreTheCleanAccuracies(GenerativeNetwork kind) {
    PurifierDefence defence = defence(kind);
    PurifierCurves curves = curves(defence, digits, PGD, List.of(0.0));
    assertEquals(Predictions.of(compute, classifier, digits).accuracy(), curves.clean().bare());
    assertEquals(List.of(curves.clean().bare()), accuracies(curves, PurifierSetting.UNDEFENDED));
    assertEquals(List.of(curves.clean().purified()), accuracies(curves, PurifierSetting.PLAIN));
    assertEquals(List.of(curves.clean().purified()), accuracies(curves, PurifierSetting.ADAPTIVE));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void theDigitsAddUpToTheCurves(GenerativeNetwork kind) {
    PurifierDefence defence = defence(kind);
    double epsilon = 0.1;
    PurifierCurves curves = curves(defence, digits, PGD, List.of(epsilon));
    List<PurifiedDigit> looked = looked(defence, epsilon);
    for (PurifierSetting setting : PurifierSetting.values()) {
      long right =
          looked.stream().filter(digit -> digit.view(setting).answer() == digit.label()).count();
      assertEquals(
          right / (double) digits.size(), curves.accuracy(setting, epsilon).orElseThrow(), 1e-12);
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void attackedImagesStayInTheBall(GenerativeNetwork kind) {
    PurifierDefence defence = defence(kind);
    List<PurifiedDigit> looked = looked(defence, 0.15);
    double largest = 0;
    for (int i = 0; i < digits.size(); i++) {
      PurifiedDigit digit = looked.get(i);
      assertEquals(digits.label(i), digit.label());
      assertEquals(
          List.of(PurifierSetting.values()),
          digit.views().stream().map(PurifiedDigit.View::setting).toList());
      float[] original = digits.image(i);
      for (PurifiedDigit.View view : digit.views()) {
        for (int p = 0; p < original.length; p++) {
          float pixel = view.attacked()[p];
          assertTrue(pixel >= 0 && pixel <= 1);
          double change = Math.abs(pixel - original[p]);
          assertTrue(change <= 0.15 + 1e-6);
          largest = Math.max(largest, change);
        }
        assertTrue(view.confidence() >= 0.1 - 1e-6 && view.confidence() <= 1 + 1e-6);
        assertEquals(view.setting() == PurifierSetting.UNDEFENDED, view.restored().isEmpty());
        view.restored()
            .ifPresent(
                restored ->
                    assertArrayEquals(
                        defence.purifier().restore(view.attacked()).image(0), restored, 1e-5f));
      }
      assertSame(
          digit.view(PurifierSetting.UNDEFENDED).attacked(),
          digit.view(PurifierSetting.PLAIN).attacked());
    }
    assertTrue(largest > 0.1, "the attack did change them");
  }

  @Test
  void anyNumberOfThreadsGivesTheSameCurves() {
    List<PurifierCurves> all = new ArrayList<>();
    for (int threads : new int[] {1, 3}) {
      try (Compute own = Compute.start(DeviceChoice.CPU, threads)) {
        var mlp = Architectures.get("mlp");
        var defence =
            new PurifierDefence(
                new Classifier(own, "mlp", mlp, mlp.initialWeights(Seed.of(3))),
                SmallPurifiers.of(own, SmallPurifiers.VAE),
                AdaptiveGradient.EXACT);
        all.add(
            new PurifierCurvesJob(own, defence, digits, PGD, List.of(0.05, 0.1))
                .run(JobContext.of(event -> {})));
      }
    }
    assertEquals(all.get(0), all.get(1));
  }

  @Test
  void everyPointIsToldInTurn() {
    List<PurifierEvent> told = new ArrayList<>();
    PurifierCurves result =
        new PurifierCurvesJob(compute, defence(SmallPurifiers.VAE), digits, PGD, List.of(0.1, 0.05))
            .run(JobContext.of(told::add));
    PurifierCurves grown = PurifierCurves.EMPTY;
    for (PurifierEvent event : told) {
      grown = grown.with(event);
    }
    assertEquals(result, grown);
    assertEquals(7, told.size());
    assertEquals(result.clean(), told.get(0));
    assertEquals(
        List.of(0.05, 0.05, 0.05, 0.1, 0.1, 0.1),
        result.points().stream().map(PurifierEvent.Point::epsilon).toList());
  }

  @Test
  void aCancelledJobEnds() {
    Cancellation cancellation = new Cancellation();
    PurifierCurvesJob job =
        new PurifierCurvesJob(
            compute, defence(SmallPurifiers.VAE), digits, PGD, List.of(0.05, 0.1, 0.2));
    List<PurifierEvent> told = new ArrayList<>();
    assertThrows(
        CancellationException.class,
        () ->
            cancellation.during(
                () ->
                    job.run(
                        JobContext.of(
                            event -> {
                              told.add(event);
                              cancellation.cancel();
                            }))));
    assertEquals(1, told.size());
  }

  @Test
  void noiseIsReadWithAndWithoutThePurifier() {
    Purifier purifier = SmallPurifiers.of(compute, SmallPurifiers.AUTOENCODER);
    NoisyDigits none = noisy(purifier, digits, 0, Noise.EXERCISE.of(0));
    NoisyDigits some = noisy(purifier, digits, 0, Noise.EXERCISE.of(0.25));
    NoisyDigits twice = noisy(purifier, digits, 0, Noise.EXERCISE.of(0.5));
    double squares = 0;
    for (int i = 0; i < digits.size(); i++) {
      float[] original = digits.image(i);
      assertArrayEquals(original, none.noisy()[i]);
      for (int p = 0; p < original.length; p++) {
        double one = some.noisy()[i][p] - original[p];
        assertEquals(2 * one, twice.noisy()[i][p] - original[p], 1e-5, "the draws stay");
        squares += one * one;
      }
      assertArrayEquals(purifier.restore(some.noisy()[i]).image(0), some.restored()[i], 1e-5f);
    }
    assertEquals(0.25, Math.sqrt(squares / (784.0 * digits.size())), 0.01);
    Predictions clean = Predictions.of(compute, classifier, digits);
    assertArrayEquals(clean.answers(), none.ofNoisy().answers());
    var defended = new PurifierDefence(classifier, purifier, AdaptiveGradient.EXACT).defended();
    assertArrayEquals(
        Predictions.of(compute, defended, digits).answers(), none.ofRestored().answers());
    // the same digit alone has the same noise
    NoisyDigits alone = noisy(purifier, digits.slice(7, 8), 7, Noise.EXERCISE.of(0.25));
    assertArrayEquals(some.noisy()[7], alone.noisy()[0]);
    NoisyDigits masked = noisy(purifier, digits, 0, new Noise(NoiseKind.MASKING, 1));
    assertEquals(0, masked.noisy()[3][400]);
  }

  private static NoisyDigits noisy(Purifier purifier, ImageSet images, int first, Noise noise) {
    return new NoisyDigitsJob(compute, classifier, purifier, images, i -> first + i, noise, 0)
        .run(JobContext.of(nothing -> {}));
  }

  @ParameterizedTest
  @ValueSource(strings = {"fgm-l2", "carlini-wagner", "transfer", "deepfool-linf"})
  void attacksOfOtherKindsAreRefused(String id) {
    AttackPlan plan = AttackPlan.defaults(Attacks.get(id), 0);
    String said =
        assertThrows(
                LabException.class,
                () -> curves(defence(SmallPurifiers.VAE), digits, plan, List.of(0.1)))
            .getMessage();
    assertTrue(said.contains(id) && said.contains("pgd"), said);
  }

  @Test
  void nothingToDoIsSaidAtOnce() {
    PurifierDefence defence = defence(SmallPurifiers.VAE);
    for (double wrong : new double[] {-0.1, 1.5, Double.NaN}) {
      assertThrows(LabException.class, () -> curves(defence, digits, PGD, List.of(wrong)));
      assertThrows(LabException.class, () -> looked(defence, wrong));
    }
    assertThrows(LabException.class, () -> curves(defence, digits, PGD, List.of()));
    assertThrows(LabException.class, () -> curves(defence, digits.slice(0, 0), PGD, List.of(0.1)));
    assertFalse(
        new PurifierCurvesJob(compute, defence, digits, PGD, List.of(0.1)).name().isBlank());
  }
}
