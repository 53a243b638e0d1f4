package epsilonlab.engine;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.pytorch.jni.JniUtils;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/**
 * The one place that decides the device, and the threads that compute on it.
 *
 * <p>Work on a batch is cut into shards of a fixed size. Each shard runs on one compute thread with
 * one PyTorch thread, results come back in the order of the shards, and so they are the same to the
 * last bit for any number of threads, and no thread waits at a barrier for a busy core. Interactive
 * work takes the next free thread before background work does.
 *
 * <p>Whatever arrays a shard makes are closed when it ends, except those that it hands to {@link
 * Tensors#keep}.
 */
public final class Compute implements AutoCloseable {
  /** More compute threads than any machine has cores for. */
  public static final int MOST_THREADS = 1024;

  private static final int MOST_SHARD = 250;

  // the fixed cost of a call is that of about twenty images
  private static final int LEAST_SHARD = 50;

  private static final ThreadLocal<Priority> PRIORITY =
      ThreadLocal.withInitial(() -> Priority.BACKGROUND);

  private final Device device;
  private final String deviceName;
  private final String engineVersion;
  private final NDManager root;
  private final ComputeThreads threads;

  private Compute(Device device, String deviceName, Engine engine, int threads) {
    this.device = device;
    this.deviceName = deviceName;
    this.engineVersion = engine.getVersion();
    this.root = engine.newBaseManager(device);
    this.root.setName("Epsilon Lab");
    this.threads = new ComputeThreads(threads);
  }

  /**
   * Loads the engine (once a process) and starts the compute threads.
   *
   * @param threads the number of compute threads, or 0 for one a core; a GPU always has one
   * @throws LabException if there is no such device, or the engine cannot be loaded
   */
  public static Compute start(DeviceChoice choice, int threads) {
    if (threads < 0 || threads > MOST_THREADS) {
      throw new LabException(
          "The number of threads is " + threads + ", but must be from 1 to " + MOST_THREADS + ".");
    }
    Engine engine = EngineLoader.load();
    boolean gpu = engine.getGpuCount() > 0;
    if (choice == DeviceChoice.GPU && !gpu) {
      throw new LabException(
          "There is no GPU that PyTorch can use here; leave --device out, or start the build with"
              + " the profile gpu on a machine with an NVIDIA driver.");
    }
    if (gpu && choice != DeviceChoice.CPU) {
      return new Compute(Device.gpu(), "GPU " + Device.gpu().getDeviceId(), engine, 1);
    }
    int count = threads > 0 ? threads : Runtime.getRuntime().availableProcessors();
    return new Compute(Device.cpu(), "CPU", engine, count);
  }

  /** "CPU", or the GPU. */
  public String deviceName() {
    return deviceName;
  }

  /** The number of compute threads. */
  public int threads() {
    return threads.count();
  }

  /** "PyTorch 2.7.1". */
  public String engine() {
    return "PyTorch " + engineVersion;
  }

  /** For the status bar: "CPU, 2 threads, PyTorch 2.7.1". */
  public String describe() {
    return deviceName
        + (device.isGpu() ? "" : ", " + threads() + (threads() == 1 ? " thread" : " threads"))
        + ", "
        + engine();
  }

  /**
   * How many of so many images one shard holds: large on a GPU, small on a CPU, where several run
   * at once. A few images are two shards, however many threads there are: so a hundred digits are
   * there in half the time.
   */
  public int shardSize(int images) {
    if (device.isGpu()) {
      return 2000;
    }
    return Math.max(LEAST_SHARD, Math.min(MOST_SHARD, (images + 1) / 2));
  }

  /** A manager on the lab's device, for arrays that live on; the caller closes it. */
  public NDManager newManager() {
    return root.newSubManager();
  }

  /** A manager for small arrays that live as long as the process. */
  public NDManager newStaticManager() {
    return EngineLoader.load().newBaseManager(device);
  }

  /** Whether the work is done on a GPU. */
  public boolean isGpu() {
    return device.isGpu();
  }

  /** The number of arrays and managers held for long; steady while work goes on. */
  public int longLivedArrays() {
    return root.getManagedArrays().size();
  }

  /**
   * Runs {@code body} for 0 to {@code count - 1} on the compute threads and waits. The cancellation
   * and the priority of the calling thread hold for the shards too.
   *
   * @return the results, in the order of the shards
   * @throws java.util.concurrent.CancellationException if the work was cancelled
   */
  public <T> List<T> map(int count, IntFunction<T> body) {
    Object[] results = new Object[count];
    threads.run(
        count,
        PRIORITY.get(),
        index -> {
          try (NDScope scope = new NDScope()) {
            scope.suppressNotUsedWarning();
            results[index] = body.apply(index);
          }
        });
    List<T> list = new ArrayList<>(count);
    for (Object result : results) {
      @SuppressWarnings("unchecked") // only body.apply wrote it
      T typed = (T) result;
      list.add(typed);
    }
    return list;
  }

  /** The same for a range of items cut into shards of {@link #shardSize}. */
  public <T> List<T> mapShards(int items, ShardBody<T> body) {
    int size = shardSize(items);
    return map(
        (items + size - 1) / size,
        index -> body.apply(index * size, Math.min(items, (index + 1) * size)));
  }

  /** Work on the items {@code from} (included) to {@code to} (excluded). */
  @FunctionalInterface
  public interface ShardBody<T> {
    /** Does the work of one shard. */
    T apply(int from, int to);
  }

  /** Runs {@code body} on one compute thread and waits. */
  public <T> T call(Supplier<T> body) {
    return map(1, index -> body.get()).get(0);
  }

  /**
   * Runs {@code body} on one compute thread and waits, with as many of PyTorch's own threads as
   * there are compute threads: for one large image, which cannot be cut into shards.
   */
  public <T> T callWide(Supplier<T> body) {
    return call(
        () -> {
          JniUtils.setNumThreads(threads());
          try {
            return body.get();
          } finally {
            JniUtils.setNumThreads(1);
          }
        });
  }

  /** Runs {@code body} on this thread; its work on the compute threads gets this priority. */
  public static void withPriority(Priority priority, Runnable body) {
    Priority before = PRIORITY.get();
    PRIORITY.set(priority);
    try {
      body.run();
    } finally {
      PRIORITY.set(before);
    }
  }

  /** The slope of x squared at 3 by way of the engine's gradients: 6 if all is well. */
  public double selfTest() {
    return call(
        () -> {
          try (NDManager manager = newManager()) {
            NDArray x = Tensors.of(manager, new float[] {3}, 1);
            return (double) Gradients.of(x, leaf -> leaf.square().sum()).getFloat();
          }
        });
  }

  /** Ends the compute threads after what they are doing, and closes every array. */
  @Override
  public void close() {
    threads.close();
    root.close();
  }
}
