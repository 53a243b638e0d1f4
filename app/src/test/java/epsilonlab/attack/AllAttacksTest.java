package epsilonlab.attack;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import epsilonlab.data.ImageSet;
import epsilonlab.data.SyntheticDigits;
import epsilonlab.engine.Compute;
import epsilonlab.engine.DeviceChoice;
import epsilonlab.engine.Seed;
import epsilonlab.engine.Tensors;
import epsilonlab.evaluation.Adversarial;
import epsilonlab.evaluation.PreparedAttack;
import epsilonlab.model.Architectures;
import epsilonlab.model.Classifier;
import java.util.Arrays;
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
  private static Classifier means;

  @BeforeAll
  static void start() {
    compute = Compute.start(DeviceChoice.CPU, 2);
    networks = new HashMap<>();
    for (String id : List.of("logistic", "mlp", "small-cnn")) {
      var network = Architectures.get(id);
      networks.put(id, new Classifier(compute, id, network, network.initialWeights(Seed.of(3))));
    }
    var set = SyntheticDigits.generate(1, 500, IMAGES);
    drawn = set.test();
    means = ClassMeans.of(set.train(), 0.2f).classifier(compute);
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
    Target target = attack.isTargetable() && random.nextBoolean() ? Target.NEXT : Target.NONE;
    AttackSettings settings = AttackSettings.of(attack, values);
    return sourced(new AttackPlan(attack, settings, target, random.nextLong()), "logistic");
  }

  private static AttackPlan sourced(AttackPlan plan, String source) {
    return plan.attack().needsSource() ? plan.withSource(networks.get(source)) : plan;
  }

  /** Nothing, everything, or anything between; mostly little where the norm has a long range. */
  private static double epsilon(Norm norm, SplittableRandom random) {
    double most = norm.most(ImageSet.PIXELS);
    if (random.nextInt(4) == 0) {
      return random.nextBoolean() ? 0 : most;
    }
    double share = random.nextDouble();
    return most * (norm == Norm.LINF ? share : Math.pow(share, 4));
  }

  private static Adversarial attack(
      Classifier network, ImageSet images, AttackPlan plan, double epsilon) {
    try (PreparedAttack prepared = PreparedAttack.of(compute, network, images, i -> i, plan)) {
      return prepared.at(epsilon);
    }
  }

  private static void assertInside(
      float[] original, float[] adversarial, Norm norm, double epsilon, String when) {
    assertEquals(original.length, adversarial.length, when);
    double largest = 0;
    double squares = 0;
    int changed = 0;
    for (int p = 0; p < original.length; p++) {
      float value = adversarial[p];
      // false for NaN too
      assertTrue(value >= 0 && value <= 1, () -> when + ": a pixel of " + value);
      double change = Math.abs(value - (double) original[p]);
      largest = Math.max(largest, change);
      squares += change * change;
      changed += change > 0 ? 1 : 0;
    }
    double size =
        switch (norm) {
          case LINF -> largest;
          case L2 -> Math.sqrt(squares);
          case L0 -> changed;
        };
    // float32 rounds each of 784 pixels
    double slack = norm == Norm.L0 ? 0 : norm == Norm.L2 ? 3e-6 + 1e-6 * epsilon : 1e-6;
    assertTrue(size <= epsilon + slack, () -> when + ": a change of " + size);
  }

  @ParameterizedTest
  @MethodSource("attacks")
  void staysInTheBallAndInTheRange(Attack attack) {
    SplittableRandom random = new SplittableRandom(attack.id().hashCode());
    String[] ids = networks.keySet().stream().sorted().toArray(String[]::new);
    for (int trial = 0; trial < TRIALS; trial++) {
      AttackPlan plan = draw(attack, random);
      double epsilon = epsilon(attack.norm(), random);
      String id = ids[random.nextInt(ids.length)];
      ImageSet images = random.nextBoolean() ? drawn : noise;
      String when = attack.id() + " " + plan.settings() + " at " + epsilon + " on " + id;
      float[][] adversarial = attack(networks.get(id), images, plan, epsilon).images();
      assertEquals(IMAGES, adversarial.length, when);
      for (int i = 0; i < IMAGES; i++) {
        assertInside(images.image(i), adversarial[i], attack.norm(), epsilon, when);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("attacks")
  void eachImageMayHaveItsOwnEpsilon(Attack attack) {
    SplittableRandom random = new SplittableRandom(attack.id().hashCode() + 1);
    for (int trial = 0; trial < 4; trial++) {
      AttackPlan plan = draw(attack, random);
      float[] epsilons = new float[IMAGES];
      for (int i = 0; i < IMAGES; i++) {
        epsilons[i] = (float) epsilon(attack.norm(), random);
      }
      float[] flat =
          compute.call(
              () -> {
                try (NDManager manager = compute.newManager()) {
                  Examples examples = examples(manager, plan);
                  NDArray radius = Tensors.of(manager, epsilons, IMAGES, 1, 1, 1);
                  return attack.prepare(means, examples, plan.settings()).at(radius).toFloatArray();
                }
              });
      for (int i = 0; i < IMAGES; i++) {
        float[] image = Arrays.copyOfRange(flat, i * 784, (i + 1) * 784);
        String when = attack.id() + " " + plan.settings() + " at " + epsilons[i];
        assertInside(drawn.image(i), image, attack.norm(), epsilons[i], when);
      }
    }
  }

  private static Examples examples(NDManager manager, AttackPlan plan) {
    float[] pixels = new float[IMAGES * 784];
    long[] labels = new long[IMAGES];
    long[] targets = new long[IMAGES];
    long[] ids = new long[IMAGES];
    for (int i = 0; i < IMAGES; i++) {
      System.arraycopy(drawn.image(i), 0, pixels, i * 784, 784);
      labels[i] = drawn.label(i);
      targets[i] = (labels[i] + 1) % 10;
      ids[i] = i;
    }
    return new Examples(
        Tensors.of(manager, pixels, IMAGES, 1, 28, 28),
        Tensors.of(manager, labels),
        plan.target() == Target.NONE ? null : Tensors.of(manager, targets),
        ids,
        Seed.of(plan.seed()));
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

  /** The defaults, with no more of anything than takes a moment. */
  private static AttackPlan quick(Attack attack) {
    Map<String, Double> values = new HashMap<>();
    for (Parameter parameter : attack.parameters()) {
      if (parameter.kind() == Parameter.Kind.INTEGER && parameter.initial() > 100) {
        values.put(parameter.name(), Math.max(parameter.least(), 100));
      }
    }
    AttackSettings settings = AttackSettings.of(attack, values);
    AttackPlan plan = new AttackPlan(attack, settings, Target.NONE, 0);
    return attack.needsSource() ? plan.withSource(means) : plan;
  }

  /** By how much the largest of the other probabilities is above the label's, in logarithms. */
  private static double margin(Adversarial adversarial, int i) {
    float[] probabilities = adversarial.probabilities()[i];
    double other = 0;
    for (int c = 0; c < probabilities.length; c++) {
      other = c == drawn.label(i) ? other : Math.max(other, probabilities[c]);
    }
    return Math.log(other / probabilities[drawn.label(i)]);
  }

  /** It fools the network, or what attacks make grow has not become smaller. */
  @ParameterizedTest
  @MethodSource("attacks")
  void doesNoGoodToTheNetwork(Attack attack) {
    double epsilon =
        attack.isMinimumNorm()
            ? attack.norm().most(ImageSet.PIXELS)
            : switch (attack.norm()) {
              case LINF -> 0.1;
              case L2 -> 2;
              case L0 -> 20;
            };
    Adversarial before = attack(means, drawn, quick(attack), 0);
    Adversarial after = attack(means, drawn, quick(attack), epsilon);
    int worse = 0;
    for (int i = 0; i < IMAGES; i++) {
      boolean higher = after.losses()[i] > before.losses()[i] + 1e-5;
      boolean newlyFooled = after.success()[i] && !before.success()[i];
      worse += higher || newlyFooled ? 1 : 0;
      double slack = attack.id().equals("noise") ? 1 : 1e-5;
      boolean noBetter =
          after.success()[i]
              || after.losses()[i] >= before.losses()[i] - slack
              || margin(after, i) >= margin(before, i) - slack;
      assertTrue(noBetter, attack.id() + ", image " + i);
    }
    assertTrue(worse > 0, attack.id() + " does nothing");
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
    Arrays.fill(pixels, (byte) 128);
    ImageSet grey = ImageSet.ofBytes(pixels, new byte[many]);
    float[][] all;
    try (PreparedAttack prepared = PreparedAttack.of(compute, network, grey, i -> i, plan)) {
      all = prepared.images(0.3);
    }
    Set<Integer> different = new HashSet<>();
    for (float[] image : all) {
      different.add(Arrays.hashCode(image));
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
    assertNotEquals(Arrays.hashCode(all[0]), Arrays.hashCode(other.images()[0]));
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
