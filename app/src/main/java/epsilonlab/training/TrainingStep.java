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
  private final LayerScript script;
  private final List<NDArray> weights;
  private final Optimizer optimizer;
  private final DeviceImages images;

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
      DeviceImages images) {
    this.compute = compute;
    this.shardSize = architecture.trainingShard();
    this.script = architecture.script(compute);
    this.weights = parameters.list(architecture);
    this.optimizer = optimizer;
    this.images = images;
  }

  /**
   * Trains on some images.
   *
   * @param order indices of images on the device, int64
   * @param first the first place in {@code order} to train on
   * @param count how many
   * @param seed for this step's dropout
   */
  Sums on(NDArray order, int first, int count, double learningRate, Seed seed) {
    int shards = (count + shardSize - 1) / shardSize;
    Move move = new Move(shards, learningRate);
    try (NDManager manager = compute.newManager()) {
      compute.map(
          shards,
          s -> {
            int from = first + s * shardSize;
            int end = Math.min(first + count, from + shardSize);
            LayerScript.Lesson lesson =
                script.learn(
                    images.images(),
                    images.labels(),
                    order,
                    from,
                    end,
                    weights,
                    seed.split(s),
                    1.0 / count,
                    manager);
            move.after(s, keep(lesson, manager));
            return null;
          });
    }
    return move.sums(count);
  }

  private static LayerScript.Lesson keep(LayerScript.Lesson lesson, NDManager manager) {
    lesson.gradients().forEach(gradient -> Tensors.keep(gradient, manager));
    return lesson;
  }

  /**
   * Moves the weights when every shard has its gradients, on the threads that computed them: to
   * hand it to the threads anew would cost as much time as a small network's whole step.
   */
  private final class Move {
    private static final long PATIENCE_NANOS = 300_000;

    private final double learningRate;
    private final AtomicReferenceArray<LayerScript.Lesson> lessons;
    private final AtomicInteger missing;
    private final AtomicInteger nextSlice = new AtomicInteger();

    Move(int shards, double learningRate) {
      this.learningRate = learningRate;
      this.lessons = new AtomicReferenceArray<>(shards);
      this.missing = new AtomicInteger(shards);
    }

    void after(int shard, LayerScript.Lesson lesson) {
      lessons.set(shard, lesson);
      if (missing.decrementAndGet() > 0) {
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

    // the other shards are as large as this one and began at the same time, unless a thread was
    // taken away by something more urgent
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
        for (int s = 0; s < lessons.length(); s++) {
          gradients.add(lessons.get(s).gradients());
        }
        optimizer.step(gradients, slice, learningRate);
      }
    }

    Sums sums(int count) {
      double loss = 0;
      long right = 0;
      for (int s = 0; s < lessons.length(); s++) {
        loss += lessons.get(s).loss();
        right += lessons.get(s).right();
      }
      return new Sums(loss, right, count);
    }
  }
}
