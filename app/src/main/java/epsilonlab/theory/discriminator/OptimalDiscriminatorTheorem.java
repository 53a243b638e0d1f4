package epsilonlab.theory.discriminator;

import epsilonlab.engine.Cancellation;
import epsilonlab.theory.Claim;
import epsilonlab.theory.Findings;
import epsilonlab.theory.Showing;
import epsilonlab.theory.Theorem;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** D* = p / (p + q) and V(D*) = 2 JSD - log 4, against a search, entropies and trained ones. */
public final class OptimalDiscriminatorTheorem implements Theorem {
  private static final Claim POINTWISE =
      new Claim("pointwise", "D* against a search for the best value at each place", 1e-12);
  private static final Claim VALUE =
      new Claim("value", "V(D*) and 2 JSD - log 4, with the JSD from three entropies", 1e-12);
  private static final Claim NEVER_ABOVE =
      new Claim("never_above", "No random discriminator has a larger V", 1e-12);
  private static final Claim BOUNDS =
      new Claim("bounds", "V(D*) lies between -log 4 and 0, and is -log 4 where q = p", 1e-12);
  private static final Claim TRAINED =
      new Claim(
          "trained",
          "Between two Gaussians, a discriminator with three parameters trained by Newton's method"
              + " becomes D*",
          1e-6);
  private static final Claim TRAINED_VALUE = new Claim("trained_value", "and reaches V(D*)", 1e-10);

  private static final int MOST_CELLS = 60;
  private static final int TRIES = 20;
  private static final int HALVINGS = 200;
  private static final int SHOWN_CELLS = 120;

  @Override
  public String id() {
    return "discriminator";
  }

  @Override
  public String title() {
    return "Optimal discriminator";
  }

  @Override
  public String sentence() {
    return "Against a fixed generator the best discriminator is p / (p + q), and what it achieves"
        + " measures the Jensen-Shannon divergence between real and generated data.";
  }

  @Override
  public List<Claim> claims() {
    return List.of(POINTWISE, VALUE, NEVER_ABOVE, BOUNDS, TRAINED, TRAINED_VALUE);
  }

  @Override
  public void check(SplittableRandom random, Findings findings) {
    int cells = 2 + random.nextInt(MOST_CELLS - 1);
    DiscriminatorGame game =
        new DiscriminatorGame(randomDensity(cells, random), randomDensity(cells, random));
    double[] best = game.best();
    double value = game.value(best);
    for (int k = 0; k < cells; k++) {
      if (game.p().mass()[k] + game.q().mass()[k] > 0) {
        findings.equal(POINTWISE, best[k], search(game.p().mass()[k], game.q().mass()[k]));
      }
    }
    findings.equal(VALUE, game.bestValue(), value);
    findings.equal(VALUE, 2 * divergenceByEntropies(game) - Math.log(4), value);
    for (int i = 0; i < TRIES; i++) {
      double[] other = new double[cells];
      double near = Math.pow(10, -4 * random.nextDouble());
      Arrays.setAll(other, k -> best[k] + near * (random.nextDouble() - best[k]));
      findings.atMost(NEVER_ABOVE, game.value(other), value);
    }
    findings.atMost(BOUNDS, value, 0);
    findings.atMost(BOUNDS, -Math.log(4), value);
    DiscriminatorGame equal = new DiscriminatorGame(game.p(), game.p());
    findings.equal(BOUNDS, -Math.log(4), equal.value(equal.best()));
    checkTrained(random, findings);
  }

  // some cells are empty, in one density or in both
  private static CellDensity randomDensity(int cells, SplittableRandom random) {
    double[] heights = new double[cells];
    Arrays.setAll(heights, k -> random.nextInt(5) == 0 ? 0 : random.nextExponential());
    heights[random.nextInt(cells)] += 0.1;
    return CellDensity.ofHeights(-4, 4, heights);
  }

  // where p log(d) + q log(1 - d) stops rising
  private static double search(double p, double q) {
    double low = 0;
    double high = 1;
    for (int i = 0; i < HALVINGS && low < high; i++) {
      double d = low + (high - low) / 2;
      if (d == low || d == high) {
        break;
      }
      if (p / d > q / (1 - d)) {
        low = d;
      } else {
        high = d;
      }
    }
    return high < 0.5 ? low : high;
  }

  private static double divergenceByEntropies(DiscriminatorGame game) {
    double[] middle = new double[game.p().cells()];
    Arrays.setAll(middle, k -> (game.p().mass()[k] + game.q().mass()[k]) / 2);
    return entropy(middle) - (entropy(game.p().mass()) + entropy(game.q().mass())) / 2;
  }

  private static double entropy(double[] mass) {
    return -Arrays.stream(mass).filter(m -> m > 0).map(m -> m * Math.log(m)).sum();
  }

  private static void checkTrained(SplittableRandom random, Findings findings) {
    DiscriminatorGame game = new DiscriminatorGame(randomBell(random), randomBell(random));
    double[] best = game.best();
    double[] trained = QuadraticDiscriminator.train(game);
    // where no data come, nothing is learnt
    for (int k = 0; k < best.length; k++) {
      if (game.p().mass()[k] + game.q().mass()[k] > 1e-6) {
        findings.equal(TRAINED, best[k], trained[k]);
      }
    }
    findings.equal(TRAINED_VALUE, game.value(best), game.value(trained));
  }

  private static CellDensity randomBell(SplittableRandom random) {
    return CellDensity.gaussian(
        -4, 4, MOST_CELLS, 3 * random.nextDouble() - 1.5, 0.5 + random.nextDouble());
  }

  /** A small network trained on samples, between a bell and a mixture of two. */
  @Override
  public Map<String, Object> show(Showing showing) {
    DiscriminatorGame game = example();
    DiscriminatorJob job = new DiscriminatorJob(game, DiscriminatorJob.USUAL_STEPS, showing.seed());
    DiscriminatorJob.State end =
        job.run(
            state ->
                showing.progress().accept((double) state.steps() / DiscriminatorJob.USUAL_STEPS),
            () -> {
              Cancellation.check();
              return false;
            });
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("jensen_shannon_divergence", game.jensenShannon());
    shown.put("best_value", game.bestValue());
    shown.put("trained_value", end.value());
    shown.put("trained_steps", end.steps());
    return shown;
  }

  /** What the page begins with: real data in two hills, a generator that makes one. */
  public static DiscriminatorGame example() {
    CellDensity real =
        CellDensity.of(
            -4,
            4,
            SHOWN_CELLS,
            x ->
                0.6 * Math.exp(-(x + 1.2) * (x + 1.2) / 0.72)
                    + 0.5 * Math.exp(-(x - 1.6) * (x - 1.6) / 0.5));
    return new DiscriminatorGame(real, CellDensity.gaussian(-4, 4, SHOWN_CELLS, 0.6, 1.1));
  }
}
