package epsilonlab.evaluation.diagnosis;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import epsilonlab.attack.Attack;
import epsilonlab.attack.AttackPlan;
import epsilonlab.attack.AttackSettings;
import epsilonlab.attack.Attacks;
import epsilonlab.attack.Examples;
import epsilonlab.attack.Parameter;
import epsilonlab.attack.Target;
import epsilonlab.data.ImageSet;
import epsilonlab.engine.Compute;
import epsilonlab.engine.DeviceChoice;
import epsilonlab.engine.Seed;
import epsilonlab.engine.Tensors;
import epsilonlab.evaluation.PreparedAttack;
import epsilonlab.model.Classifier;
import epsilonlab.model.Network;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The way of an attack on a network whose logits, losses and gradients are known in closed form.
 */
class TraceTest {
  private static final double SLOPE = 5;
  private static Compute compute;
  private static Classifier network;
  private static ImageSet images;

  @BeforeAll
  static void start() {
    compute = Compute.start(DeviceChoice.CPU, 2);
    network = Rows.network(compute, SLOPE);
    images = Rows.images(20);
  }

  @AfterAll
  static void stop() {
    compute.close();
  }

  private static AttackPlan plan(String attack, Map<String, Double> values) {
    Attack found = Attacks.get(attack);
    return new AttackPlan(found, AttackSettings.of(found, values), Target.NONE, 0);
  }

  private static Trace trace(AttackPlan plan, double epsilon, int index) {
    return new Tracer(compute, network, plan, epsilon).trace(images.slice(index, index + 1), index);
  }

  /** The cross-entropy of a class with this logit against nine with that one. */
  private static double loss(double own, double others) {
    return Math.log(1 + 9 * Math.exp(others - own));
  }

  @Test
  void oneStepInClosedForm() {
    double epsilon = 0.1;
    Trace trace = trace(plan("fgsm", Map.of()), epsilon, 3);
    assertEquals(2, trace.steps().size());
    assertTrue(trace.followsGradients());
    assertEquals(0, trace.vanishing());
    Step first = trace.first();
    double own = SLOPE * Rows.INK;
    assertEquals(loss(own, 0), first.loss(), 1e-6);
    assertEquals(-own, first.margin(), 1e-5);
    // softmax minus one-hot, on 56 pixels a class with weight slope / 56
    double other = Math.exp(-own) / (1 + 9 * Math.exp(-own));
    double norm = SLOPE / 56 * Math.sqrt(56 * (9 * other * other + 81 * other * other));
    assertEquals(1, first.gradientNorm() / norm, 1e-3);
    assertEquals(224 / 784.0, first.zeroGradient(), 1e-9);
    assertEquals(0, first.atBall());
    assertEquals(0, first.atRange(), "the ink goes down, black pixels go up");
    assertEquals(0, first.size());
    Step last = trace.last();
    assertEquals(SLOPE * (2 * epsilon - Rows.INK), last.margin(), 1e-4);
    assertEquals(loss(SLOPE * (Rows.INK - epsilon), SLOPE * epsilon), last.loss(), 1e-4);
    assertEquals(560 / 784.0, last.atBall(), 1e-9);
    assertEquals(epsilon, last.size(), 1e-6);
    assertEquals(3, last.answer());
    assertFalse(last.fooled());
  }

  @Test
  void blackPixelsCannotGetDarker() {
    Classifier upsideDown = Rows.network(compute, -SLOPE);
    Trace trace =
        new Tracer(compute, upsideDown, plan("fgsm", Map.of()), 0.1).trace(images.slice(3, 4), 3);
    // what raises the loss of class 3 is more ink in its rows and less, of none, elsewhere
    assertEquals(504 / 784.0, trace.first().atRange(), 1e-9);
    assertEquals(56 / 784.0, trace.last().atBall(), 1e-9);
  }

  @Test
  void theStepsAreThoseOfShorterAttacks() {
    int steps = 5;
    Trace trace = trace(plan("iterated-fgsm", Map.of("steps", 5.0, "step-size", 0.03)), 0.1, 7);
    assertEquals(steps + 1, trace.steps().size());
    for (int k = 1; k <= steps; k++) {
      AttackPlan shorter = plan("iterated-fgsm", Map.of("steps", (double) k, "step-size", 0.03));
      try (PreparedAttack prepared =
          PreparedAttack.of(compute, network, images.slice(7, 8), i -> 7, shorter)) {
        assertArrayEquals(prepared.images(0.1)[0], trace.images()[k], "after step " + k);
      }
    }
  }

  /** Tries brighter and brighter pictures and ever again a darker one; asks for no gradient. */
  private record Brighter() implements Attack {
    @Override
    public String id() {
      return "brighter";
    }

    @Override
    public String title() {
      return "Brighter";
    }

    @Override
    public String sentence() {
      return "For a test.";
    }

    @Override
    public List<Parameter> parameters() {
      return List.of();
    }

    @Override
    public Prepared prepare(Network victim, Examples examples, AttackSettings settings) {
      return epsilon -> {
        NDArray best = examples.images();
        for (double share : new double[] {0.5, 0, 0.75, 0.25, 1}) {
          NDArray more = examples.uniformNoise("any").muli(0).addi(1).muli(epsilon).muli(share);
          NDArray rows = mask(examples);
          best = examples.images().add(more.mul(rows));
          victim.logits(best);
        }
        return best;
      };
    }

    // the rows of class 0, which are black in the other digits
    private static NDArray mask(Examples examples) {
      float[] mask = new float[784];
      java.util.Arrays.fill(mask, 0, Rows.OWN, 1);
      return Tensors.of(examples.images().getManager(), mask, 1, 1, 28, 28);
    }
  }

  @Test
  void ofAnAttackWithoutGradientsTheBetterQueriesAreShown() {
    Attack brighter = new Brighter();
    AttackPlan plan = new AttackPlan(brighter, AttackSettings.defaults(brighter), Target.NONE, 0);
    Trace trace = trace(plan, 0.8, 5);
    assertFalse(trace.followsGradients());
    double[] margins = trace.steps().stream().mapToDouble(Step::margin).toArray();
    double start = -SLOPE * Rows.INK;
    assertArrayEquals(
        new double[] {start, start + 0.4 * SLOPE, start + 0.6 * SLOPE, start + 0.8 * SLOPE},
        margins,
        1e-4);
    assertTrue(trace.last().fooled());
    assertEquals(0, trace.last().answer());
  }

  @Test
  void aLongWayIsThinned() {
    Trace trace = trace(plan("pgd", Map.of("steps", 3000.0, "step-size", 1e-4)), 0.2, 1);
    assertTrue(trace.steps().size() > 250 && trace.steps().size() <= 516);
    assertArrayEquals(images.image(1), trace.original());
  }

  @Test
  void theSliceHoldsTheWaysEnds() {
    Trace trace = trace(plan("pgd", Map.of("steps", 10.0)), 0.2, 4);
    LossSlice slice = LossSlice.of(compute, network, new Goal(4, -1), trace, 0.2, Seed.of(0));
    assertEquals(0, slice.along()[6], 1e-12);
    assertEquals(1, slice.along()[18], 1e-12);
    assertEquals(0, slice.aside()[12], 1e-12);
    assertEquals(trace.first().loss(), slice.loss()[12][6], 1e-6);
    assertEquals(trace.last().loss(), slice.loss()[12][18], 1e-5);
    assertEquals(trace.last().margin(), slice.margin()[12][18], 1e-5);
    int end = slice.pathAlong().length - 1;
    assertEquals(0, slice.pathAlong()[0], 1e-12);
    assertEquals(1, slice.pathAlong()[end], 1e-9);
    assertEquals(0, slice.pathAside()[end], 1e-9, "the random direction is at right angles");
    assertTrue(Math.abs(slice.pathAside()[1]) < 1);
  }
}
