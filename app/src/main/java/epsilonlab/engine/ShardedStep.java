package epsilonlab.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * One step of training on one batch: gradients in shards of a fixed size whose sums are added in a
 * fixed order, then the optimiser. The same bits for any number of threads.
 *
 * <p>The threads that computed the gradients also move the weights: to hand that to the threads
 * anew would cost as much time as a small network's whole step.
 */
public final class ShardedStep {
  private static final long PATIENCE_NANOS = 300_000;

  private final Optimizer optimizer;
  private final double learningRate;
  private final AtomicReferenceArray<Part> parts;
  private final AtomicInteger waiting;
  private final AtomicInteger missing;
  private final AtomicInteger nextSlice = new AtomicInteger();

  /**
   * What one shard contributes.
   *
   * @param sums over its examples, the loss first: a step whose loss is not finite is left out
   * @param gradients one for each weight, in the optimiser's order
   */
  public record Part(double[] sums, List<NDArray> gradients) {}

  /** Computes the gradients of a shard, on a compute thread. */
  @FunctionalInterface
  public interface Body {
    /**
     * Computes them.
     *
     * @param shard from 0 on
     * @param manager owns what lives until the step is done
     */
    Part gradients(int shard, NDManager manager);
  }

  private ShardedStep(Optimizer optimizer, double learningRate, int shards) {
    this.optimizer = optimizer;
    this.learningRate = learningRate;
    this.parts = new AtomicReferenceArray<>(shards);
    this.waiting = new AtomicInteger(shards);
    this.missing = new AtomicInteger(shards);
  }

  /**
   * Does a step.
   *
   * @return the sums over all shards
   */
  public static double[] run(
      Compute compute, Optimizer optimizer, double learningRate, int shards, Body body) {
    ShardedStep step = new ShardedStep(optimizer, learningRate, shards);
    try (NDManager manager = compute.newManager()) {
      compute.map(
          shards,
          shard -> {
            step.waiting.decrementAndGet();
            Part part = body.gradients(shard, manager);
            part.gradients().forEach(gradient -> Tensors.keep(gradient, manager));
            step.after(shard, part);
            return null;
          });
    }
    return step.sums();
  }

  private void after(int shard, Part part) {
    parts.set(shard, part);
    if (missing.decrementAndGet() > 0 && waiting.get() == 0) {
      awaitOthers();
    }
    // whoever comes last does what nobody else has done
    while (missing.get() == 0) {
      int slice = nextSlice.getAndIncrement();
      if (slice >= optimizer.slices()) {
        return;
      }
      move(slice);
    }
  }

  // the others are under way on other threads, and no larger than this one was
  private void awaitOthers() {
    long end = System.nanoTime() + (optimizer.slices() > 1 ? PATIENCE_NANOS : 0);
    while (missing.get() > 0 && System.nanoTime() < end) {
      Thread.onSpinWait();
    }
  }

  private void move(int slice) {
    // a step with a loss that is not finite would destroy the weights
    if (Double.isFinite(sums()[0])) {
      List<List<NDArray>> gradients = new ArrayList<>();
      for (int s = 0; s < parts.length(); s++) {
        gradients.add(parts.get(s).gradients());
      }
      optimizer.step(gradients, slice, learningRate);
    }
  }

  private double[] sums() {
    double[] sums = parts.get(0).sums().clone();
    for (int s = 1; s < parts.length(); s++) {
      double[] more = parts.get(s).sums();
      for (int i = 0; i < sums.length; i++) {
        sums[i] += more[i];
      }
    }
    return sums;
  }
}
