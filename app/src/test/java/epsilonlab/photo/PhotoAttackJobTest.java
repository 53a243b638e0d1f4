package epsilonlab.photo;

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
import epsilonlab.engine.Compute;
import epsilonlab.engine.DeviceChoice;
import epsilonlab.engine.LabException;
import epsilonlab.job.JobContext;
import epsilonlab.job.JobHandle;
import epsilonlab.job.JobRunner;
import epsilonlab.photo.PhotoSettings.Ending;
import epsilonlab.photo.PhotoVerdict.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Attacks on the small network; what it finds in the pattern is a pizza (class 3), 67 % sure. */
class PhotoAttackJobTest {
  private static final int PIZZA = 3;
  private static final int TRAIN = 4;
  private static Compute compute;
  private static PhotoNetwork network;
  private final List<PhotoStep> steps = new ArrayList<>();

  @BeforeAll
  static void start() {
    compute = Compute.start(DeviceChoice.CPU, 2);
    network = TestFiles.small(compute);
  }

  @AfterAll
  static void stop() {
    network.close();
    compute.close();
  }

  private static PhotoSettings settings(
      Attack attack, Map<String, Double> own, Target target, double epsilon, Ending ending) {
    AttackPlan plan = new AttackPlan(attack, AttackSettings.of(attack, own), target, 0);
    return new PhotoSettings(plan, epsilon, ending);
  }

  private static PhotoSettings pgd(Target target, double epsilon, Ending ending) {
    return settings(PhotoAttacks.PGD, Map.of("steps", 12.0), target, epsilon, ending);
  }

  private PhotoResult attack(PhotoSettings settings) {
    steps.clear();
    return new PhotoAttackJob(compute, network, TestFiles.photo(), settings)
        .run(JobContext.of(steps::add));
  }

  private static double largest(float[] values) {
    double largest = 0;
    for (float value : values) {
      largest = Math.max(largest, Math.abs(value));
    }
    return largest;
  }

  @Test
  void reachesTheTargetInsideTheBall() {
    PhotoResult result = attack(pgd(new Target.Of(TRAIN), 0.3, Ending.ALL_STEPS));
    assertTrue(result.success());
    assertEquals(TRAIN, result.after().answer());
    assertEquals(0.3, largest(result.change()), 1e-6);
    assertEquals(0.3, result.norms().linf(), 1e-6);
    for (float value : result.adversarial()) {
      assertTrue(value >= 0 && value <= 1);
    }
    // every step was told, and the trace holds what was told
    assertEquals(12, result.steps());
    assertEquals(13, steps.size());
    for (int i = 0; i < steps.size(); i++) {
      assertEquals(i, steps.get(i).step());
      assertSame(steps.get(i).scores(), result.trace().get(i));
      assertScoresOf(steps.get(i).values(), steps.get(i).scores());
    }
    assertSame(result.after(), result.trace().get(12));
    assertScoresOf(result.adversarial(), result.after());
    int first = result.firstReached();
    assertTrue(first > 0 && result.trace().get(first).answer() == TRAIN);
    assertTrue(result.trace().subList(0, first).stream().noneMatch(s -> s.answer() == TRAIN));
    PhotoVerdict verdict = PhotoVerdict.of(result);
    assertEquals(Kind.TARGET_REACHED, verdict.kind());
    assertFalse(verdict.stalled());
  }

  private static void assertScoresOf(float[] values, Scores scores) {
    assertArrayEquals(Scores.of(compute, network, values).logits(), scores.logits(), 1e-4f);
  }

  @Test
  void controlsAreTheSavedPictureAndRandomSigns() {
    PhotoResult result = attack(pgd(Target.NONE, 0.2, Ending.ALL_STEPS));
    Photo saved = Photo.of("saved", PictureFile.read(result.png(), "saved"));
    float[] rounded = saved.values();
    for (int i = 0; i < rounded.length; i++) {
      assertEquals(result.adversarial()[i], rounded[i], 0.5 / 255 + 1e-6);
    }
    assertScoresOf(rounded, result.saved());
    assertFalse(result.random().equals(result.before()));
    // as large, and without a direction: it moves the answer less than the attack does
    assertTrue(
        result.random().probability(PIZZA) > result.after().probability(PIZZA), "random signs");
  }

  @Test
  void endsWhenItIsFooledOrSure() {
    PhotoResult all = attack(pgd(new Target.Of(TRAIN), 0.3, Ending.ALL_STEPS));
    PhotoResult fooled = attack(pgd(new Target.Of(TRAIN), 0.3, Ending.FOOLED));
    assertEquals(all.firstReached(), fooled.steps());
    assertEquals(fooled.steps() + 1, steps.size());
    assertTrue(fooled.success());
    assertSame(fooled.after(), fooled.trace().get(fooled.steps()));
    assertScoresOf(fooled.adversarial(), fooled.after());
    PhotoResult sure = attack(pgd(new Target.Of(TRAIN), 0.3, Ending.SURE));
    for (Scores scores : sure.trace().subList(0, sure.steps())) {
      assertTrue(scores.answer() != TRAIN || scores.probability(TRAIN) < 0.99);
    }
  }

  @Test
  void sameSeedGivesTheSameBits() {
    PhotoResult once = attack(pgd(Target.NONE, 0.1, Ending.ALL_STEPS));
    PhotoResult again = attack(pgd(Target.NONE, 0.1, Ending.ALL_STEPS));
    assertArrayEquals(once.adversarial(), again.adversarial());
    assertEquals(once.random(), again.random());
  }

  @Test
  void gradientStepsFollowTheGradient() {
    // one step of learning rate 1 in a ball that does not hinder: x + gradient
    Map<String, Double> one = Map.of("steps", 1.0, "learning-rate", 1.0);
    float[] up =
        attack(settings(PhotoAttacks.GRADIENT, one, Target.NONE, 0.5, Ending.ALL_STEPS)).change();
    // the largest entry of Python's gradient, see PhotoNetworkTest
    assertEquals(-0.00416429853066802, up[91671], 2e-6);
    // towards a target the gradient of that loss is added: compare with its difference quotient
    float[] two =
        attack(settings(PhotoAttacks.GRADIENT, one, new Target.Of(TRAIN), 0.5, Ending.ALL_STEPS))
            .change();
    float[] x = TestFiles.photo().values();
    int at = 0;
    for (int i = 0; i < two.length; i++) {
      if (Math.abs(two[i]) > Math.abs(two[at]) && x[i] > 0.2 && x[i] < 0.8) {
        at = i;
      }
    }
    double h = 0.05;
    double slope = (twoParts(x, at, h) - twoParts(x, at, -h)) / (2 * h);
    assertEquals(1, two[at] / slope, 0.02);
  }

  /** Cross-entropy of the found class minus that of the target, one value moved. */
  private static double twoParts(float[] x, int at, double by) {
    float[] moved = x.clone();
    moved[at] += (float) by;
    Scores scores = Scores.of(compute, network, moved);
    return scores.loss(PIZZA) - scores.loss(TRAIN);
  }

  @Test
  void stalledGradientStepsAreSaid() {
    PhotoResult result =
        attack(
            settings(
                PhotoAttacks.GRADIENT, Map.of("steps", 5.0), Target.NONE, 0.01, Ending.ALL_STEPS));
    // five steps of at most 0.0044 times 1e-3 each
    assertTrue(result.norms().linf() <= 5 * 0.0044 * 1e-3);
    PhotoVerdict verdict = PhotoVerdict.of(result);
    assertTrue(verdict.stalled());
    assertEquals(Kind.UNCHANGED, verdict.kind());
    assertTrue(verdict.sentences().contains("stalled"));
    // it was to end when fooled, and never was
    PhotoResult waiting =
        attack(
            settings(
                PhotoAttacks.GRADIENT, Map.of("steps", 5.0), Target.NONE, 0.01, Ending.FOOLED));
    assertTrue(PhotoVerdict.of(waiting).stalled());
    // what ends early was not held up
    PhotoResult early =
        attack(
            settings(
                PhotoAttacks.GRADIENT,
                Map.of("steps", 50.0, "learning-rate", 20.0),
                Target.NONE,
                1,
                Ending.FOOLED));
    assertTrue(early.success());
    assertFalse(PhotoVerdict.of(early).stalled());
  }

  @Test
  void familyIsSaid() {
    float[] tusker = {5, 1, 0, 0, 0, 0};
    float[] african = {1, 5, 0, 0, 0, 0};
    float[] train = {0, 0, 0, 0, 5, 0};
    assertEquals(Kind.WITHIN_FAMILY, verdict(tusker, african, Target.NONE).kind());
    assertTrue(verdict(tusker, african, Target.NONE).sentences().contains("kinds of elephant"));
    assertEquals(Kind.FOOLED, verdict(tusker, train, Target.NONE).kind());
    assertTrue(
        verdict(african, train, Target.NONE)
            .sentences()
            .contains("an African elephant but a bullet"));
    assertEquals(Kind.ELSEWHERE, verdict(tusker, african, new Target.Of(4)).kind());
    // who wants an African elephant and gets it has what was wanted
    assertEquals(Kind.TARGET_REACHED, verdict(tusker, african, new Target.Of(1)).kind());
    assertEquals(Kind.UNCHANGED, verdict(tusker, tusker, new Target.Of(4)).kind());
  }

  private static PhotoVerdict verdict(float[] before, float[] after, Target target) {
    PhotoSettings settings = pgd(target, 0.1, Ending.ALL_STEPS);
    Scores first = new Scores(TestFiles.NAMES, before);
    Scores last = new Scores(TestFiles.NAMES, after);
    float[] none = new float[0];
    return PhotoVerdict.of(
        new PhotoResult(
            settings,
            settings.goal(first),
            none,
            none,
            first,
            last,
            List.of(first, last),
            new epsilonlab.evaluation.Norms(0.1, 1, 1),
            first,
            last,
            new byte[0]));
  }

  @Test
  void smallestEpsilonSucceedsAndOneBelowFails() {
    PhotoSettings settings = pgd(new Target.Of(TRAIN), 0.3, Ending.ALL_STEPS);
    double least =
        SmallestPhotoEpsilon.find(compute, network, TestFiles.photo(), settings, 0.3).orElseThrow();
    assertTrue(least > 0 && least < 0.3);
    assertTrue(attack(pgd(new Target.Of(TRAIN), least, Ending.FOOLED)).success());
    assertFalse(attack(pgd(new Target.Of(TRAIN), least * 0.9, Ending.FOOLED)).success());
    assertEquals(
        OptionalDouble.empty(),
        SmallestPhotoEpsilon.find(compute, network, TestFiles.photo(), settings, least * 0.9));
  }

  @Test
  void everyOfferedAttackStaysInside() {
    for (Attack attack : PhotoAttacks.ALL) {
      boolean stepped =
          attack.parameters().stream().anyMatch(parameter -> parameter.name().equals("steps"));
      PhotoResult result =
          attack(
              settings(
                  attack,
                  stepped ? Map.of("steps", 4.0) : Map.of(),
                  Target.NONE,
                  0.05,
                  Ending.ALL_STEPS));
      assertTrue(result.norms().linf() <= 0.05 + 1e-6, attack.id());
      assertTrue(result.norms().linf() > 0, attack.id());
      assertEquals(Attacks.ALL.contains(attack), attack != PhotoAttacks.GRADIENT);
    }
  }

  @Test
  void theFoundClassIsNoTarget() {
    String sentence =
        assertThrows(
                LabException.class, () -> attack(pgd(new Target.Of(PIZZA), 0.1, Ending.ALL_STEPS)))
            .getMessage();
    assertTrue(sentence.contains("already sees 'pizza'"), sentence);
  }

  @Test
  void canBeCancelled() throws Exception {
    CountDownLatch began = new CountDownLatch(1);
    try (JobRunner runner = new JobRunner()) {
      PhotoSettings endless =
          settings(PhotoAttacks.PGD, Map.of("steps", 10_000.0), Target.NONE, 0.1, Ending.ALL_STEPS);
      JobHandle<PhotoResult> handle =
          runner.submit(
              new PhotoAttackJob(compute, network, TestFiles.photo(), endless),
              step -> began.countDown());
      began.await();
      handle.cancel();
      assertThrows(CancellationException.class, () -> handle.future().join());
    }
  }

  @Test
  void aLongAttackLeavesNothingBehind() {
    attack(pgd(Target.NONE, 0.1, Ending.ALL_STEPS));
    int before = compute.longLivedArrays();
    attack(pgd(Target.NONE, 0.1, Ending.ALL_STEPS));
    attack(pgd(Target.NONE, 0.1, Ending.FOOLED));
    assertEquals(before, compute.longLivedArrays());
  }
}
