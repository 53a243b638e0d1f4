package epsilonlab.generative;

import epsilonlab.engine.Cancellation;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What may be changed while a GAN is trained: learning rate, steps of the discriminator for one of
 * the generator, and whether the steps come by themselves or one by one, as in GAN Lab (Kahng et
 * al., 2018). Thread-safe.
 */
public final class GanControls {
  /** Who learns from a batch. */
  public enum Turn {
    DISCRIMINATOR,
    GENERATOR,
    /** The discriminator as often as it is set, then the generator. */
    BOTH
  }

  private static final long LOOK_EVERY_MILLIS = 20;

  private final Deque<Turn> wanted = new ArrayDeque<>();
  private double learningRate;
  private int discriminatorSteps;
  private boolean stepping;

  /**
   * @param learningRate of both players
   * @param discriminatorSteps for one of the generator
   */
  public GanControls(double learningRate, int discriminatorSteps) {
    setLearningRate(learningRate);
    setDiscriminatorSteps(discriminatorSteps);
  }

  /** The learning rate of both players. */
  public synchronized double learningRate() {
    return learningRate;
  }

  /** Changes it from the next step on; above 0. */
  public synchronized void setLearningRate(double rate) {
    Limits.learningRate(rate);
    learningRate = rate;
  }

  /** Steps of the discriminator for one of the generator. */
  public synchronized int discriminatorSteps() {
    return discriminatorSteps;
  }

  /** Changes them from the next batch on; 1 to 100. */
  public synchronized void setDiscriminatorSteps(int steps) {
    Limits.require(
        steps >= 1 && steps <= 100, "number of discriminator steps", steps, "from 1 to 100");
    discriminatorSteps = steps;
  }

  /** Whether the training waits for {@link #step} before each batch. */
  public synchronized boolean isStepping() {
    return stepping;
  }

  /** Begins or ends step mode. */
  public synchronized void setStepping(boolean one) {
    stepping = one;
    wanted.clear();
    notifyAll();
  }

  /** Lets one batch be learnt in step mode. */
  public synchronized void step(Turn turn) {
    wanted.add(turn);
    notifyAll();
  }

  /**
   * Who learns from the next batch; waits in step mode.
   *
   * @throws java.util.concurrent.CancellationException if the work is cancelled meanwhile
   */
  synchronized Turn next() {
    while (stepping && wanted.isEmpty()) {
      Cancellation.check();
      try {
        wait(LOOK_EVERY_MILLIS);
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        throw new java.util.concurrent.CancellationException("interrupted");
      }
    }
    return stepping ? wanted.remove() : Turn.BOTH;
  }
}
