package epsilonlab.engine;

import ai.djl.pytorch.jni.JniUtils;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.function.IntConsumer;

/** A fixed number of threads that take shards of work, interactive ones first. */
final class ComputeThreads implements AutoCloseable {
  private final Thread[] threads;
  private final Map<Priority, Deque<Batch>> queues = new EnumMap<>(Priority.class);
  private boolean closed;

  /** Work on several shards that somebody waits for. */
  private static final class Batch {
    final int count;
    final IntConsumer body;
    final Cancellation cancellation;
    final CountDownLatch done;
    int next;
    volatile Throwable failure;

    Batch(int count, IntConsumer body) {
      this.count = count;
      this.body = body;
      this.cancellation = Cancellation.bound();
      this.done = new CountDownLatch(count);
    }

    void run(int index) {
      try {
        // after a failure or a cancellation the rest is only counted down
        if (failure == null) {
          Cancellation.during(
              cancellation,
              () -> {
                Cancellation.check();
                body.accept(index);
              });
        }
      } catch (Throwable thrown) {
        failure = thrown;
      } finally {
        done.countDown();
      }
    }
  }

  ComputeThreads(int count) {
    for (Priority priority : Priority.values()) {
      queues.put(priority, new ArrayDeque<>());
    }
    threads = new Thread[count];
    for (int i = 0; i < count; i++) {
      threads[i] = new Thread(this::work, "compute-" + i);
      threads[i].setDaemon(true);
      threads[i].start();
    }
  }

  int count() {
    return threads.length;
  }

  void run(int count, Priority priority, IntConsumer body) {
    if (count == 0) {
      return;
    }
    Batch batch = new Batch(count, body);
    if (isOneOfUs(Thread.currentThread())) {
      // a shard that shards again would wait for its own thread
      for (int i = 0; i < count; i++) {
        batch.run(i);
      }
    } else {
      enqueue(batch, priority);
      await(batch);
    }
    rethrow(batch.failure);
  }

  private boolean isOneOfUs(Thread thread) {
    for (Thread own : threads) {
      if (own == thread) {
        return true;
      }
    }
    return false;
  }

  private synchronized void enqueue(Batch batch, Priority priority) {
    if (closed) {
      throw new CancellationException("the lab is closing");
    }
    queues.get(priority).add(batch);
    notifyAll();
  }

  private static void await(Batch batch) {
    boolean interrupted = false;
    while (true) {
      try {
        batch.done.await();
        break;
      } catch (InterruptedException e) {
        // shards may still use native memory of this job: stop them, but wait for them
        interrupted = true;
        if (batch.cancellation != null) {
          batch.cancellation.cancel();
        }
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static void rethrow(Throwable failure) {
    if (failure instanceof RuntimeException runtime) {
      throw runtime;
    }
    if (failure instanceof Error error) {
      throw error;
    }
  }

  private void work() {
    // a fresh thread starts with autograd on (notes-djl D)
    JniUtils.setGradMode(false);
    // OpenMP's is a setting of each thread: with its default, small matrix products would be split
    // over the cores, and their last bit would depend on what this thread did before
    JniUtils.setNumThreads(1);
    // PyTorch takes the process's setting when a thread first asks for its own: let that be now,
    // and not while another one has all threads (Compute.callWide)
    JniUtils.getNumThreads();
    // so is this: it would compile a function anew for each new size of a batch
    JniUtils.setGraphExecutorOptimize(false);
    while (true) {
      Batch batch;
      int index;
      synchronized (this) {
        batch = firstBatch();
        while (batch == null && !closed) {
          try {
            wait();
          } catch (InterruptedException e) {
            return;
          }
          batch = firstBatch();
        }
        if (batch == null) {
          return;
        }
        index = batch.next++;
        if (batch.next == batch.count) {
          Batch taken = batch;
          queues.values().forEach(queue -> queue.remove(taken));
        }
      }
      batch.run(index);
    }
  }

  private Batch firstBatch() {
    for (Deque<Batch> queue : queues.values()) {
      if (!queue.isEmpty()) {
        return queue.peek();
      }
    }
    return null;
  }

  @Override
  public void close() {
    synchronized (this) {
      closed = true;
      notifyAll();
    }
    for (Thread thread : threads) {
      try {
        thread.join(10_000);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }
}
