package epsilonlab.theory.discriminator;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import epsilonlab.engine.LabException;
import epsilonlab.engine.Seed;
import epsilonlab.job.JobContext;
import epsilonlab.theory.Vectors;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DiscriminatorGameTest {
  private static DiscriminatorGame game(double[] p, double[] q) {
    return new DiscriminatorGame(CellDensity.ofHeights(0, 1, p), CellDensity.ofHeights(0, 1, q));
  }

  @Test
  void anExampleByHand() {
    DiscriminatorGame game = game(new double[] {1, 3}, new double[] {1, 1});
    assertArrayEquals(new double[] {1 / 3.0, 0.6}, game.best(), 1e-15);
    double expected =
        0.25 * Math.log(1 / 3.0)
            + 0.75 * Math.log(0.6)
            + 0.5 * Math.log(2 / 3.0)
            + 0.5 * Math.log(0.4);
    assertEquals(expected, game.value(game.best()), 1e-15);
    assertEquals(expected, game.bestValue(), 1e-15);
  }

  @Test
  void equalOnesCannotBeToldApartAndDisjointOnesAlways() {
    DiscriminatorGame equal = game(new double[] {2, 1, 0}, new double[] {2, 1, 0});
    assertEquals(0, equal.jensenShannon());
    assertEquals(-Math.log(4), equal.bestValue(), 1e-15);
    assertArrayEquals(new double[] {0.5, 0.5, 0.5}, equal.best());
    DiscriminatorGame disjoint = game(new double[] {1, 0}, new double[] {0, 1});
    assertEquals(Math.log(2), disjoint.jensenShannon(), 1e-15);
    assertEquals(0, disjoint.value(disjoint.best()), 1e-15);
    assertEquals(Double.NEGATIVE_INFINITY, disjoint.value(new double[] {0, 0}));
  }

  /** Against a fine integral of the densities themselves, not of their cells. */
  @Test
  void betweenGaussiansTheDivergenceIsTheIntegral() {
    DiscriminatorGame game =
        new DiscriminatorGame(
            CellDensity.gaussian(-12, 12, 4000, 0, 1), CellDensity.gaussian(-12, 12, 4000, 2, 1));
    double sum = 0;
    double h = 1e-4;
    for (double x = -12; x < 12; x += h) {
      double p = Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI);
      double q = Math.exp(-(x - 2) * (x - 2) / 2) / Math.sqrt(2 * Math.PI);
      sum += h * (p * Math.log(2 * p / (p + q)) + q * Math.log(2 * q / (p + q))) / 2;
    }
    assertEquals(sum, game.jensenShannon(), 1e-7);
    // 1 / (1 + q / p) with log(q / p) = 2 x - 2
    double[] best = game.best();
    for (int k = 1500; k < 2500; k += 10) {
      double x = game.p().middle(k);
      assertEquals(1 / (1 + Math.exp(2 * x - 2)), best[k], 1e-12);
    }
  }

  @Test
  void samplesFallIntoCellsAsOftenAsTheyShould() {
    CellDensity density = CellDensity.ofHeights(-2, 2, new double[] {1, 0, 5, 2});
    double[] drawn = density.sample(80_000, new SplittableRandom(3));
    int[] counts = new int[4];
    for (double x : drawn) {
      counts[(int) Math.floor((x + 2) / density.width())]++;
    }
    assertEquals(0, counts[1]);
    for (int k = 0; k < 4; k++) {
      double expected = 80_000 * density.mass()[k];
      assertEquals(expected, counts[k], 6 * Math.sqrt(expected) + 1e-9);
    }
  }

  @Test
  void theNetworksGradientIsThatOfFiniteDifferences() {
    SplittableRandom random = new SplittableRandom(4);
    SmallNetwork network = new SmallNetwork(5, 4, random);
    double[] real = Vectors.gaussian(20, random);
    double[] generated = Vectors.gaussian(30, random);
    double[] gradient = network.gradient(real, generated);
    for (int i = 0; i < gradient.length; i++) {
      double before = network.parameters()[i];
      network.parameters()[i] = before + 1e-6;
      double ahead = network.value(real, generated);
      network.parameters()[i] = before - 1e-6;
      double behind = network.value(real, generated);
      network.parameters()[i] = before;
      assertEquals(-(ahead - behind) / 2e-6, gradient[i], 1e-8);
    }
  }

  @Test
  void aTrainedNetworkComesCloseToTheBestAndNeverBeatsIt() {
    DiscriminatorGame game = OptimalDiscriminatorTheorem.example();
    List<DiscriminatorJob.State> states = new ArrayList<>();
    DiscriminatorJob.State end =
        new DiscriminatorJob(game, 500, Seed.of(1)).run(JobContext.of(states::add));
    assertEquals(500, end.steps());
    assertEquals(0, states.get(0).steps());
    for (DiscriminatorJob.State state : states) {
      assertTrue(state.value() <= game.bestValue() + 1e-12);
    }
    assertTrue(states.get(0).value() < game.bestValue() - 0.1, "it begins far from it");
    assertEquals(game.bestValue(), end.value(), 0.02);
    double[] best = game.best();
    double apart = 0;
    for (int k = 0; k < best.length; k++) {
      apart += (game.p().mass()[k] + game.q().mass()[k]) / 2 * Math.abs(best[k] - end.d()[k]);
    }
    assertTrue(apart < 0.08, "mean distance " + apart);
    assertArrayEquals(
        end.d(), new DiscriminatorJob(game, 500, Seed.of(1)).run(JobContext.of(e -> {})).d());
  }

  @Test
  void whatIsNoDensityIsRefused() {
    assertThrows(LabException.class, () -> CellDensity.ofHeights(0, 1, new double[3]));
    CellDensity two = CellDensity.ofHeights(0, 1, new double[] {1, 1});
    CellDensity three = CellDensity.ofHeights(0, 1, new double[] {1, 1, 1});
    assertThrows(IllegalArgumentException.class, () -> new DiscriminatorGame(two, three));
    assertEquals(1, Arrays.stream(three.mass()).sum(), 1e-15);
  }
}
