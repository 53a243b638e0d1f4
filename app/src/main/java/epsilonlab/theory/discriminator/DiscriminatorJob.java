package epsilonlab.theory.discriminator;

import epsilonlab.engine.LabException;
import epsilonlab.engine.Seed;
import epsilonlab.job.Job;
import epsilonlab.job.JobContext;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Trains a small network to tell draws from p and q apart, as a GAN's discriminator is trained
 * while the generator rests: it sees samples only, and comes close to D*.
 */
public final class DiscriminatorJob implements Job<DiscriminatorJob.State, DiscriminatorJob.State> {
  /** The steps that suffice. */
  public static final int USUAL_STEPS = 1500;

  private static final int HIDDEN = 16;
  private static final int BATCH = 128;
  private static final int STEPS_BETWEEN_STATES = 25;

  /**
   * How far it is.
   *
   * @param steps of Adam
   * @param d the discriminator by cell, in (0, 1)
   * @param value V(d), exactly, on the densities
   */
  public record State(int steps, double[] d, double value) {}

  private final DiscriminatorGame game;
  private final int steps;
  private final Seed seed;

  /**
   * Keeps what it needs.
   *
   * @param steps at least 1
   */
  public DiscriminatorJob(DiscriminatorGame game, int steps, Seed seed) {
    if (steps < 1) {
      throw new LabException("The number of steps is " + steps + ", but must be at least 1.");
    }
    this.game = game;
    this.steps = steps;
    this.seed = seed;
  }

  @Override
  public String name() {
    return "Train a discriminator";
  }

  /** Reports its state now and then; what is cancelled ends with the state of then. */
  @Override
  public State run(JobContext<State> context) {
    return run(
        state -> {
          context.progress((double) state.steps() / steps);
          context.emit(state);
        },
        () -> {
          context.waitWhilePaused();
          return context.isCancelled();
        });
  }

  /** The same inside another job. */
  State run(Consumer<State> states, BooleanSupplier cancelled) {
    double reach = Math.max(Math.abs(game.p().from()), Math.abs(game.p().to()));
    SmallNetwork network = new SmallNetwork(HIDDEN, reach, seed.split("start").generator());
    SplittableRandom random = seed.split("samples").generator();
    State state = state(0, network);
    states.accept(state);
    for (int step = 1; step <= steps && !cancelled.getAsBoolean(); step++) {
      network.step(game.p().sample(BATCH, random), game.q().sample(BATCH, random));
      if (step % STEPS_BETWEEN_STATES == 0 || step == steps) {
        state = state(step, network);
        states.accept(state);
      }
    }
    return state;
  }

  private State state(int steps, SmallNetwork network) {
    double[] d = new double[game.p().cells()];
    Arrays.setAll(d, k -> network.at(game.p().middle(k)));
    return new State(steps, d, game.value(d));
  }
}
