package epsilonlab.evaluation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import epsilonlab.attack.Attack;
import epsilonlab.attack.AttackPlan;
import epsilonlab.attack.AttackSettings;
import epsilonlab.attack.Attacks;
import epsilonlab.attack.Parameter;
import epsilonlab.attack.Target;
import epsilonlab.data.ImageSet;
import epsilonlab.data.SyntheticDigits;
import epsilonlab.engine.Cancellation;
import epsilonlab.engine.Compute;
import epsilonlab.engine.DeviceChoice;
import epsilonlab.engine.LabException;
import epsilonlab.engine.Seed;
import epsilonlab.job.JobContext;
import epsilonlab.model.Architectures;
import epsilonlab.model.Classifier;
import epsilonlab.model.Network;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Many attacks on many images: the same bits however they are run, and nothing left behind. */
class AttackRunsTest {
  private static ImageSet digits;
  private static final List<Classifier> ALIVE = new ArrayList<>();
  private static final Map<Compute, Network> SOURCES = new HashMap<>();
  private Compute compute;

  @BeforeAll
  static void draw() {
    digits = SyntheticDigits.generate(2, 1, 300).test();
  }

  @BeforeEach
  void start() {
    compute = Compute.start(DeviceChoice.CPU, 2);
    // before anybody counts arrays
    source(compute);
  }

  @AfterEach
  void stop() {
    SOURCES.clear();
    ALIVE.clear();
    compute.close();
  }

  static List<Attack> attacks() {
    return Attacks.ALL;
  }

  private static Classifier network(Compute compute, String id) {
    var network = Architectures.get(id);
    Classifier classifier =
        new Classifier(compute, id, network, network.initialWeights(Seed.of(7)));
    // a collected one would take its arrays out of the count
    ALIVE.add(classifier);
    return classifier;
  }

  /** Every attack with little to do, on another network first where it needs one. */
  private static AttackPlan small(Compute compute, Attack attack, Target target, long seed) {
    Map<String, Double> own = new HashMap<>();
    for (Parameter parameter : attack.parameters()) {
      if (parameter.kind() == Parameter.Kind.INTEGER && parameter.initial() > 10) {
        own.put(parameter.name(), Math.max(10, parameter.least()));
      }
    }
    return withSource(
        compute, new AttackPlan(attack, AttackSettings.of(attack, own), target, seed));
  }

  private static Network source(Compute compute) {
    return SOURCES.computeIfAbsent(compute, own -> network(own, "logistic"));
  }

  private static AttackPlan withSource(Compute compute, AttackPlan plan) {
    return plan.attack().needsSource() ? plan.withSource(source(compute)) : plan;
  }

  private record Run(Adversarial adversarial, List<Curve> curves) {}

  private static Run run(int threads, Attack attack) {
    try (Compute own = Compute.start(DeviceChoice.CPU, threads)) {
      Classifier network = network(own, "small-cnn");
      AttackPlan plan = small(own, attack, Target.NONE, 11);
      try (PreparedAttack prepared =
          PreparedAttack.of(own, network, digits.slice(0, 140), i -> i, plan)) {
        Adversarial adversarial = prepared.at(0.15);
        List<Curve> curves =
            new CurveJob(
                    own,
                    List.of(network),
                    List.of(plan),
                    digits.slice(0, 130),
                    List.of(0.1),
                    "curve")
                .run(JobContext.of(point -> {}));
        return new Run(adversarial, curves);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("attacks")
  void theNumberOfThreadsChangesNoBit(Attack attack) {
    Run one = run(1, attack);
    Run more = run(2, attack);
    assertArrayEquals(one.adversarial().images(), more.adversarial().images());
    assertArrayEquals(one.adversarial().probabilities(), more.adversarial().probabilities());
    assertArrayEquals(one.adversarial().answers(), more.adversarial().answers());
    assertArrayEquals(one.adversarial().losses(), more.adversarial().losses());
    assertEquals(one.curves(), more.curves());
  }

  @ParameterizedTest
  @MethodSource("attacks")
  void aLiveAttackGivesWhatAFreshOneGives(Attack attack) {
    Classifier first = network(compute, "small-cnn");
    Classifier second = network(compute, "logistic");
    ImageSet some = digits.slice(0, 4);
    ImageSet others = digits.slice(4, 8);
    AttackPlan plan = small(compute, attack, Target.NONE, 5);
    AttackPlan next = small(compute, attack, aim(attack), 5);
    AttackPlan reseeded = small(compute, attack, Target.NONE, 6);
    int before = compute.longLivedArrays();
    try (LiveAttack live = new LiveAttack(compute)) {
      for (double epsilon : new double[] {0.1, 0.3, 0, 0.1}) {
        for (Network network : List.of(first, second)) {
          for (ImageSet images : List.of(some, others)) {
            for (AttackPlan which : List.of(plan, next, reseeded)) {
              float[][] got =
                  live.use(network, images, i -> i + 40, which, ready -> ready.images(epsilon));
              try (PreparedAttack fresh =
                  PreparedAttack.of(compute, network, images, i -> i + 40, which)) {
                assertArrayEquals(fresh.images(epsilon), got);
              }
            }
          }
        }
      }
    }
    assertEquals(before, compute.longLivedArrays());
  }

  @Test
  void aLiveAttackIsPreparedOnceForManyEpsilons() {
    Counting network = new Counting(network(compute, "small-cnn"));
    ImageSet one = digits.slice(0, 1);
    AttackPlan plan = AttackPlan.defaults(Attacks.get("fgsm"), 0);
    try (LiveAttack live = new LiveAttack(compute)) {
      PreparedAttack first = live.use(network, one, i -> i, plan, ready -> ready);
      int forwards = network.calls.get();
      for (int i = 0; i <= 50; i++) {
        double epsilon = i / 100.0;
        float[][] images =
            live.use(
                network,
                one,
                k -> k,
                plan,
                ready -> {
                  assertSame(first, ready);
                  return ready.images(epsilon);
                });
        assertEquals(784, images[0].length);
      }
      assertEquals(forwards, network.calls.get(), "FGSM's gradient does not depend on epsilon");
    }
  }

  /** Counts forward passes and sees the managers on which the attack's arrays pile up. */
  private static final class Counting implements Network {
    private final Network inner;
    final AtomicInteger calls = new AtomicInteger();
    final Set<ai.djl.ndarray.NDManager> managers = ConcurrentHashMap.newKeySet();
    volatile int failAt = Integer.MAX_VALUE;
    volatile Runnable atCall = () -> {};

    Counting(Network inner) {
      this.inner = inner;
    }

    @Override
    public String name() {
      return inner.name();
    }

    @Override
    public int classes() {
      return inner.classes();
    }

    @Override
    public NDArray logits(NDArray images) {
      managers.add(images.getManager());
      if (calls.incrementAndGet() >= failAt) {
        atCall.run();
      }
      return inner.logits(images);
    }

    int arrays() {
      return managers.stream().mapToInt(manager -> manager.getManagedArrays().size()).sum();
    }
  }

  private static Target aim(Attack attack) {
    return attack.isTargetable() ? Target.NEXT : Target.NONE;
  }

  private AttackPlan fewSteps(Attack attack) {
    Map<String, Double> few = new HashMap<>();
    for (Parameter parameter : attack.parameters()) {
      if (List.of("steps", "queries").contains(parameter.name())) {
        few.put(parameter.name(), 2.0);
      }
    }
    return withSource(
        compute, new AttackPlan(attack, AttackSettings.of(attack, few), aim(attack), 0));
  }

  @ParameterizedTest
  @MethodSource("attacks")
  void aThousandAttacksLeaveNoArray(Attack attack) {
    Counting network = new Counting(network(compute, "logistic"));
    int before = compute.longLivedArrays();
    try (PreparedAttack prepared =
        PreparedAttack.of(compute, network, digits.slice(0, 3), i -> i, fewSteps(attack))) {
      prepared.at(0.1);
      int held = network.arrays();
      int steady = compute.longLivedArrays();
      // one that holds several does several attacks each time
      int runs = attack.parts(fewSteps(attack).settings()).size() > 1 ? 40 : 1000;
      for (int i = 0; i < runs; i++) {
        prepared.at(i / (double) runs);
      }
      assertEquals(held, network.arrays(), "on the shard's own manager");
      assertEquals(steady, compute.longLivedArrays());
    }
    for (int i = 0; i < 100; i++) {
      try (PreparedAttack prepared =
          PreparedAttack.of(compute, network, digits.slice(i, i + 2), k -> k, fewSteps(attack))) {
        prepared.accuracy(0.1);
      }
    }
    assertEquals(before, compute.longLivedArrays());
  }

  /** How often an attack asks the network when nothing goes wrong. */
  private int passes(Classifier inner, Attack attack) {
    Counting network = new Counting(inner);
    new AttackJob(compute, network, digits, 0, fewSteps(attack), 0.1)
        .run(JobContext.of(nothing -> {}));
    return network.calls.get();
  }

  @ParameterizedTest
  @MethodSource("attacks")
  void aFailedAttackLeavesNoArray(Attack attack) {
    Classifier inner = network(compute, "logistic");
    int before = compute.longLivedArrays();
    int passes = Math.min(6, passes(inner, attack));
    for (int failAt = 1; failAt <= passes; failAt++) {
      Counting network = new Counting(inner);
      network.failAt = failAt;
      network.atCall =
          () -> {
            throw new LabException("broken");
          };
      assertThrows(
          LabException.class,
          () ->
              new AttackJob(compute, network, digits, 0, fewSteps(attack), 0.1)
                  .run(JobContext.of(nothing -> {})));
      assertEquals(before, compute.longLivedArrays(), "failed at forward pass " + failAt);
    }
    // the target of the third image is its own class
    Target own = new Target.Of(digits.label(2));
    AttackPlan wrong =
        withSource(compute, new AttackPlan(attack, AttackSettings.defaults(attack), own, 0));
    assertThrows(
        LabException.class,
        () -> PreparedAttack.of(compute, inner, digits.slice(2, 3), i -> i, wrong));
    assertEquals(before, compute.longLivedArrays());
  }

  @ParameterizedTest
  @MethodSource("attacks")
  void aCancelledAttackLeavesNoArray(Attack attack) {
    Classifier inner = network(compute, "logistic");
    int before = compute.longLivedArrays();
    // after the last two, one a shard, there is nothing left to cancel
    int passes = Math.min(4, passes(inner, attack) - 2);
    for (int cancelAt = 1; cancelAt <= passes; cancelAt++) {
      Counting network = new Counting(inner);
      Cancellation cancellation = new Cancellation();
      network.failAt = cancelAt;
      network.atCall = cancellation::cancel;
      cancellation.during(
          () ->
              assertThrows(
                  CancellationException.class,
                  () ->
                      new AttackJob(compute, network, digits, 0, fewSteps(attack), 0.1)
                          .run(JobContext.of(nothing -> {}))));
      assertEquals(before, compute.longLivedArrays(), "cancelled at forward pass " + cancelAt);
    }
    assertEquals(1, compute.call(() -> 1));
  }

  @Test
  void anAttackJobTellsWhatHappenedToEachDigit() {
    Classifier network = network(compute, "mlp");
    AttackPlan plan = AttackPlan.defaults(Attacks.get("fgsm"), 0);
    List<AttackedImage> attacked =
        new AttackJob(compute, network, digits.slice(10, 20), 10, plan, 0.25)
            .run(JobContext.of(nothing -> {}));
    List<Integer> indices = new ArrayList<>();
    for (AttackedImage image : attacked) {
      indices.add(image.index());
      assertEquals(digits.label(image.index()), image.label());
      assertArrayEquals(digits.image(image.index()), image.original());
      assertEquals(largest(image.probabilitiesAfter()), image.answerAfter());
      assertEquals(largest(image.probabilitiesBefore()), image.answerBefore());
      assertEquals(-Math.log(image.probabilitiesBefore()[image.label()]), image.lossBefore(), 1e-4);
      assertEquals(-Math.log(image.probabilitiesAfter()[image.label()]), image.lossAfter(), 1e-4);
      assertEquals(image.answerAfter() != image.label(), image.success());
    }
    assertEquals(List.of(10, 11, 12, 13, 14, 15, 16, 17, 18, 19), indices);
  }

  private static int largest(float[] values) {
    int best = 0;
    for (int i = 1; i < values.length; i++) {
      best = values[i] > values[best] ? i : best;
    }
    return best;
  }

  @Test
  void normsAreThoseOfTheDefinition() {
    Norms norms =
        Norms.between(new float[] {0, 0.5f, 1, 0.25f}, new float[] {0.25f, 0.5f, 0, 0.5f});
    assertEquals(1, norms.linf());
    assertEquals(Math.sqrt(1.125), norms.l2(), 1e-12);
    assertEquals(3, norms.l0());
    assertEquals(new Norms(0, 0, 0), Norms.between(new float[2], new float[2]));
  }

  @Test
  void aCurveNeedsEpsilonsInRange() {
    AttackPlan fgsm = AttackPlan.defaults(Attacks.get("fgsm"), 0);
    for (List<Double> wrong : List.of(List.<Double>of(), List.of(0.1, -1.0), List.of(1.5))) {
      assertTrue(
          assertThrows(
                  LabException.class,
                  () -> new CurveJob(compute, List.of(), List.of(fgsm), digits, wrong, "curve"))
              .getMessage()
              .endsWith("."));
    }
  }
}
