package epsilonlab.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import epsilonlab.data.DeviceImages;
import epsilonlab.engine.Compute;
import epsilonlab.engine.Optimizer;
import epsilonlab.engine.Seed;
import epsilonlab.engine.Tensors;
import epsilonlab.engine.layer.LayerScript;
import epsilonlab.model.Architecture;
import epsilonlab.model.Parameters;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * One step of training on one batch: the gradient of the mean cross-entropy, in shards of a fixed
 * size whose sums are added in a fixed order, then the optimiser. The same bits for any number of
 * threads.
 */
final class TrainingStep {
  private final Compute compute;
  private final int shardSize;
  private final Shard.Learner learner;
  private final Optimizer optimizer;

  /** Sums over a batch or a part of it. */
  record Sums(double loss, long right, int count) {
    Sums plus(Sums other) {
      return new Sums(loss + other.loss, right + other.right, count + other.count);
    }
  }

  TrainingStep(
      Compute compute,
      Architecture architecture,
      Parameters parameters,
      Optimizer optimizer,
      DeviceImages images,
      AdversarialSettings adversarial) {
    this.compute = compute;
    this.shardSize = architecture.trainingShard();
    this.optimizer = optimizer;
    this.learner =
        new Shard.Learner(
            architecture,
            architecture.script(compute),
            parameters,
            parameters.list(architecture),
            images,
            adversarial);
  }

  /**
   * Trains on some images.
   *
   * @param order indices of images on the device, int64
   * @param first the first place in {@code order} to train on
   * @param count how many
   * @param ramp the part of epsilon that holds now, in [0, 1]
   * @param seed for this step's dropout and the attack's start
   */
  Sums on(NDArray order, int first, int count, double learningRate, double ramp, Seed seed) {
    int shards = (count + shardSize - 1) / shardSize;
    Update update = new Update(shards, learningRate);
    try (NDManager manager = compute.newManager()) {
      compute.map(
          shards,
          s -> {
            update.before();
            int from = first + s * shardSize;
            int end = Math.min(first + count, from + shardSize);
            Shard shard =
                new Shard(learner, order, from, end, 1.0 / count, ramp, seed.split(s), manager);
            LayerScript.BatchGradients batch = learner.settings().method().gradients(shard);
            update.after(s, keep(batch, manager));
            return null;
          });
    }
    return update.sums(count);
  }

  private static LayerScript.BatchGradients keep(
      LayerScript.BatchGradients batch, NDManager manager) {
    batch.gradients().forEach(gradient -> Tensors.keep(gradient, manager));
    return batch;
  }

  /**
   * Moves the weights when every shard has its gradients, on the threads that computed them: to
   * hand it to the threads anew would cost as much time as a small network's whole step.
   */
  private final class Update {
    private static final long PATIENCE_NANOS = 300_000;

    private final double learningRate;
    private final AtomicReferenceArray<LayerScript.BatchGradients> batches;
    private final AtomicInteger waiting;
    private final AtomicInteger missing;
    private final AtomicInteger nextSlice = new AtomicInteger();

    Update(int shards, double learningRate) {
      this.learningRate = learningRate;
      this.batches = new AtomicReferenceArray<>(shards);
      this.waiting = new AtomicInteger(shards);
      this.missing = new AtomicInteger(shards);
    }

    void before() {
      waiting.decrementAndGet();
    }

    void after(int shard, LayerScript.BatchGradients batch) {
      batches.set(shard, batch);
      if (missing.decrementAndGet() > 0 && waiting.get() == 0) {
        awaitOthers();
      }
      // whoever comes last does what nobody else has done
      while (missing.get() == 0) {
        int slice = nextSlice.getAndIncrement();
        if (slice >= optimizer.slices()) {
          return;
        }
        step(slice);
      }
    }

    // the others are under way on other threads, and no larger than this one was
    private void awaitOthers() {
      long end = System.nanoTime() + (optimizer.slices() > 1 ? PATIENCE_NANOS : 0);
      while (missing.get() > 0 && System.nanoTime() < end) {
        Thread.onSpinWait();
      }
    }

    private void step(int slice) {
      // a step with a loss that is not finite would destroy the weights
      if (Double.isFinite(sums(0).loss())) {
        List<List<NDArray>> gradients = new ArrayList<>();
        for (int s = 0; s < batches.length(); s++) {
          gradients.add(batches.get(s).gradients());
        }
        optimizer.step(gradients, slice, learningRate);
      }
    }

    Sums sums(int count) {
      double loss = 0;
      long right = 0;
      for (int s = 0; s < batches.length(); s++) {
        loss += batches.get(s).loss();
        right += batches.get(s).right();
      }
      return new Sums(loss, right, count);
    }
  }
}
