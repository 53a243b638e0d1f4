package epsilonlab.attack;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import epsilonlab.data.ImageSet;
import epsilonlab.data.SyntheticDigits;
import epsilonlab.engine.Compute;
import epsilonlab.engine.DeviceChoice;
import epsilonlab.engine.Seed;
import epsilonlab.evaluation.Adversarial;
import epsilonlab.evaluation.PreparedAttack;
import epsilonlab.model.Architectures;
import epsilonlab.model.Classifier;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every attack, also for those that are added to {@link Attacks} later. */
class AllAttacksTest {
  private static final int TRIALS = 25;
  private static final int IMAGES = 6;

  private static Compute compute;
  private static Map<String, Classifier> networks;
  private static ImageSet drawn;
  private static ImageSet noise;

  @BeforeAll
  static void start() {
    compute = Compute.start(DeviceChoice.CPU, 2);
    networks = new HashMap<>();
    for (String id : List.of("logistic", "mlp", "small-cnn")) {
      var network = Architectures.get(id);
      networks.put(id, new Classifier(compute, id, network, network.initialWeights(Seed.of(3))));
    }
    drawn = SyntheticDigits.generate(1, 1, IMAGES).test();
    byte[] pixels = new byte[IMAGES * 784];
    new java.util.Random(5).nextBytes(pixels);
    noise = ImageSet.ofBytes(pixels, new byte[] {0, 3, 9, 9, 1, 5});
  }

  @AfterAll
  static void stop() {
    compute.close();
  }

  static List<Attack> attacks() {
    return Attacks.ALL;
  }

  private static double draw(Parameter parameter, SplittableRandom random) {
    return switch (parameter.kind()) {
      case SWITCH -> random.nextInt(2);
      case INTEGER, CHOICE ->
          parameter.least()
              + random.nextInt((int) Math.min(5, parameter.most() - parameter.least() + 1));
      case REAL ->
          parameter.isDerived() && random.nextBoolean()
              ? Double.NaN
              : parameter.least()
                  + (parameter.most() - parameter.least()) * (1 - random.nextDouble());
    };
  }

  private static AttackPlan draw(Attack attack, SplittableRandom random) {
    Map<String, Double> values = new HashMap<>();
    for (Parameter parameter : attack.parameters()) {
      double value = draw(parameter, random);
      if (!Double.isNaN(value)) {
        values.put(parameter.name(), value);
      }
    }
    Target target = random.nextBoolean() ? Target.NONE : Target.NEXT;
    return new AttackPlan(attack, AttackSettings.of(attack, values), target, random.nextLong());
  }

  private static Adversarial attack(
      Classifier network, ImageSet images, AttackPlan plan, double epsilon) {
    try (PreparedAttack prepared = PreparedAttack.of(compute, network, images, i -> i, plan)) {
      return prepared.at(epsilon);
    }
  }

  private static void assertInside(
      ImageSet images, float[][] adversarial, double epsilon, String when) {
    assertEquals(images.size(), adversarial.length, when);
    for (int i = 0; i < images.size(); i++) {
      float[] original = images.image(i);
      assertEquals(784, adversarial[i].length, when);
      for (int p = 0; p < 784; p++) {
        float value = adversarial[i][p];
        // false for NaN too; an l2 ball lies inside this one
        boolean inside = Math.abs(value - (double) original[p]) <= epsilon + 1e-6;
        assertTrue(inside && value >= 0 && value <= 1, () -> when + ": a pixel of " + value);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("attacks")
  void staysInTheBallAndInTheRange(Attack attack) {
    SplittableRandom random = new SplittableRandom(attack.id().hashCode());
    String[] ids = networks.keySet().stream().sorted().toArray(String[]::new);
    for (int trial = 0; trial < TRIALS; trial++) {
      AttackPlan plan = draw(attack, random);
      double epsilon = random.nextInt(4) == 0 ? random.nextInt(2) : random.nextDouble();
      String id = ids[random.nextInt(ids.length)];
      ImageSet images = random.nextBoolean() ? drawn : noise;
      String when = attack.id() + " " + plan.settings() + " at " + epsilon + " on " + id;
      assertInside(images, attack(networks.get(id), images, plan, epsilon).images(), epsilon, when);
    }
  }

  @ParameterizedTest
  @MethodSource("attacks")
  void epsilonZeroReturnsTheImage(Attack attack) {
    SplittableRandom random = new SplittableRandom(8);
    for (int trial = 0; trial < 5; trial++) {
      float[][] same = attack(networks.get("mlp"), noise, draw(attack, random), 0).images();
      for (int i = 0; i < IMAGES; i++) {
        assertArrayEquals(noise.image(i), same[i], attack.id());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("attacks")
  void defaultsRaiseTheLoss(Attack attack) {
    Classifier network = networks.get("small-cnn");
    AttackPlan plan = AttackPlan.defaults(attack, 0);
    float[] before = attack(network, drawn, plan, 0).losses();
    float[] after = attack(network, drawn, plan, 0.2).losses();
    for (int i = 0; i < IMAGES; i++) {
      assertTrue(after[i] > before[i], attack.id() + ": " + before[i] + " to " + after[i]);
    }
  }

  @ParameterizedTest
  @MethodSource("attacks")
  void describesItself(Attack attack) {
    assertTrue(attack.id().matches("[a-z][a-z0-9-]*"), attack.id());
    assertEquals(attack, Attacks.get(attack.id()));
    assertTrue(attack.sentence().endsWith(".") && !attack.title().isBlank(), attack.id());
    Set<String> names = new HashSet<>();
    for (Parameter parameter : attack.parameters()) {
      assertTrue(names.add(parameter.name()), parameter.name());
      assertTrue(parameter.sentence().endsWith("."), parameter.name());
      assertEquals(parameter.isDerived(), !parameter.derived().isEmpty(), parameter.name());
      if (!parameter.isDerived()) {
        assertEquals(parameter.initial(), parameter.check(parameter.initial()));
      }
    }
  }

  @Test
  void targetedFgsmLowersTheTargetsLoss() {
    Classifier network = networks.get("mlp");
    AttackPlan plan =
        new AttackPlan(
            Attacks.get("fgsm"), AttackSettings.defaults(Attacks.get("fgsm")), Target.NEXT, 0);
    Adversarial before = attack(network, drawn, plan, 0);
    Adversarial after = attack(network, drawn, plan, 0.05);
    for (int i = 0; i < IMAGES; i++) {
      int wanted = (drawn.label(i) + 1) % 10;
      assertTrue(after.probabilities()[i][wanted] > before.probabilities()[i][wanted]);
      assertEquals(after.answers()[i] == wanted, after.success()[i]);
    }
  }

  private static AttackPlan pgd(Target target, long seed, Object... settings) {
    Map<String, Double> values = new HashMap<>();
    for (int i = 0; i < settings.length; i += 2) {
      values.put((String) settings[i], ((Number) settings[i + 1]).doubleValue());
    }
    Attack pgd = Attacks.get("pgd");
    return new AttackPlan(pgd, AttackSettings.of(pgd, values), target, seed);
  }

  /** An image's objective: fooled counts most, then the loss that the attack wants to grow. */
  private static double[] objective(
      Adversarial adversarial, ImageSet images, Target target, int i) {
    int label = images.label(i);
    double p =
        target == Target.NEXT
            ? -Math.log(adversarial.probabilities()[i][(label + 1) % 10])
            : -Math.log(adversarial.probabilities()[i][label]);
    return new double[] {adversarial.success()[i] ? 1 : 0, target == Target.NEXT ? -p : p};
  }

  @Test
  void moreRestartsAreNeverWeaker() {
    Classifier network = networks.get("small-cnn");
    int improved = 0;
    for (Target target : List.of(Target.NONE, Target.NEXT)) {
      for (long seed = 0; seed < 4; seed++) {
        Adversarial less =
            attack(network, noise, pgd(target, seed, "steps", 2, "restarts", 1), 0.02);
        for (int restarts : new int[] {2, 5}) {
          Adversarial more =
              attack(network, noise, pgd(target, seed, "steps", 2, "restarts", restarts), 0.02);
          for (int i = 0; i < IMAGES; i++) {
            double[] was = objective(less, noise, target, i);
            double[] is = objective(more, noise, target, i);
            boolean weaker = is[0] < was[0] || (is[0] == was[0] && is[1] < was[1] - 1e-5);
            assertFalse(weaker, target + ", seed " + seed + ", image " + i);
            improved += is[0] > was[0] || is[1] > was[1] + 1e-5 ? 1 : 0;
          }
          less = more;
        }
      }
    }
    assertTrue(improved > 20, "restarts change something: " + improved);
  }

  @Test
  void theRandomStartFollowsSeedAndIdAndNothingElse() {
    Classifier network = networks.get("logistic");
    AttackPlan plan = pgd(Target.NONE, 0, "steps", 1, "step-size", 1e-6);
    int many = compute.shardSize(1000) + 40;
    byte[] pixels = new byte[many * 784];
    java.util.Arrays.fill(pixels, (byte) 128);
    ImageSet grey = ImageSet.ofBytes(pixels, new byte[many]);
    float[][] all;
    try (PreparedAttack prepared = PreparedAttack.of(compute, network, grey, i -> i, plan)) {
      all = prepared.images(0.3);
    }
    Set<Integer> different = new HashSet<>();
    for (float[] image : all) {
      different.add(java.util.Arrays.hashCode(image));
    }
    assertEquals(many, different.size(), "each image has a start of its own");
    // the same ids in another order, other shards and other neighbours
    int last = many - 1;
    try (PreparedAttack reversed =
        PreparedAttack.of(compute, network, grey.slice(0, 50), i -> last - i, plan)) {
      float[][] turned = reversed.images(0.3);
      for (int i = 0; i < turned.length; i++) {
        assertArrayEquals(all[last - i], turned[i]);
      }
    }
    Adversarial other =
        attack(network, grey.slice(0, 1), pgd(Target.NONE, 1, "steps", 1, "step-size", 1e-6), 0.3);
    assertNotEquals(
        java.util.Arrays.hashCode(all[0]), java.util.Arrays.hashCode(other.images()[0]));
    // uniform in the ball: the mean of n numbers uniform in [-e, e] has the deviation e / sqrt(3 n)
    double sum = 0;
    double most = 0;
    for (float[] image : all) {
      for (float value : image) {
        sum += value - 128 / 255.0;
        most = Math.max(most, Math.abs(value - 128 / 255.0));
      }
    }
    assertEquals(0, sum / (many * 784), 5 * 0.3 / Math.sqrt(3.0 * many * 784));
    assertEquals(0.3, most, 1e-3);
  }
}
