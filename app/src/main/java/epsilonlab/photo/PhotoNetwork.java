package epsilonlab.photo;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import epsilonlab.engine.Compute;
import epsilonlab.engine.LabException;
import epsilonlab.engine.Tensors;
import epsilonlab.engine.TorchScriptNetwork;
import epsilonlab.model.Network;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * A classifier of photos of {@link Photo#SIDE} x {@link Photo#SIDE} pixels that somebody trained
 * elsewhere, with its scaling of the colours and the names of its classes. Loading it runs code of
 * its file.
 */
public final class PhotoNetwork implements Network, AutoCloseable {
  private static final int SIDE = Photo.SIDE;

  private final String name;
  private final Normalization normalization;
  private final ClassNames names;
  private final TorchScriptNetwork network;
  private final NDManager manager;
  private final NDArray mean;
  private final NDArray deviation;
  private final ReadWriteLock use = new ReentrantReadWriteLock();
  private boolean closed;

  private PhotoNetwork(
      Compute compute,
      String name,
      Normalization normalization,
      ClassNames names,
      TorchScriptNetwork network) {
    this.name = name;
    this.normalization = normalization;
    this.names = names;
    this.network = network;
    this.manager = compute.newManager();
    this.mean = kept(normalization.mean());
    this.deviation = kept(normalization.deviation());
  }

  private NDArray kept(float[] colours) {
    return Tensors.keep(Tensors.of(manager, colours, 1, 3, 1, 1), manager);
  }

  /**
   * Loads a network, which runs code of the file: whoever calls this has the user's consent.
   *
   * @param normalization how it wants the colours
   * @param names of its classes
   * @throws LabException if the file is no network, takes no photos of this size, does not return
   *     one number a class, or was saved as for training
   */
  public static PhotoNetwork load(
      Compute compute, NetworkFile file, Normalization normalization, ClassNames names) {
    return compute.call(
        () -> {
          TorchScriptNetwork network =
              TorchScriptNetwork.load(compute, file.bytes())
                  .orElseThrow(() -> NetworkFile.noNetwork(file.path()));
          try {
            try (NDManager trial = compute.newManager()) {
              check(file, network, names, trial);
            }
            return new PhotoNetwork(compute, file.name(), normalization, names, network);
          } catch (RuntimeException | Error failure) {
            network.close();
            throw failure;
          }
        });
  }

  private static void check(
      NetworkFile file, TorchScriptNetwork network, ClassNames names, NDManager trial) {
    NDArray grey = trial.full(new Shape(1, 3, SIDE, SIDE), 0.5f);
    NDArray logits =
        network
            .tryForward(grey)
            .orElseThrow(
                () ->
                    new LabException(
                        "%s does not take a colour picture of %d x %d pixels; choose a network that was traced with torch.rand(1, 3, %d, %d)."
                            .formatted(file.path(), SIDE, SIDE, SIDE, SIDE)));
    Shape shape = logits.getShape();
    if (shape.dimension() != 2 || shape.get(0) != 1) {
      throw new LabException(
          "%s returns an array of shape %s instead of one number a class; choose a classifier."
              .formatted(file.path(), shape));
    }
    if (logits.getDataType() != DataType.FLOAT32) {
      throw new LabException(
          "%s computes in %s; choose a network that computes in float32 (call .float() in Python before torch.jit.trace)."
              .formatted(file.path(), logits.getDataType().name().toLowerCase(Locale.ROOT)));
    }
    if (shape.get(1) != names.size()) {
      throw new LabException(
          "%s knows %d classes, but %s names %d; name a file with one class name a line."
              .formatted(file.path(), shape.get(1), names.source(), names.size()));
    }
    if (isInTraining(network, grey, logits)) {
      throw new LabException(
          file.path()
              + " was saved as for training, so its answer to a picture depends on chance or on other"
              + " pictures; call .eval() in Python before torch.jit.trace.");
    }
  }

  /** Whether dropout or the statistics of the batch were traced into it. */
  private static boolean isInTraining(TorchScriptNetwork network, NDArray grey, NDArray logits) {
    double tolerance = 1e-3 * (1e-3 + logits.abs().max().getFloat());
    if (differs(network.forward(grey), logits, tolerance)) {
      return true;
    }
    NDArray pair = grey.concat(grey.mul(0.2f), 0);
    // a network may be made for one picture at a time
    Optional<NDArray> both = network.tryForward(pair).filter(out -> out.getShape().get(0) == 2);
    return both.isPresent() && differs(both.get().get("0:1"), logits, tolerance);
  }

  private static boolean differs(NDArray one, NDArray other, double tolerance) {
    return !(one.sub(other).abs().max().getFloat() <= tolerance);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public int classes() {
    return names.size();
  }

  /** The names of its classes. */
  public ClassNames names() {
    return names;
  }

  /** How it gets the colours. */
  public Normalization normalization() {
    return normalization;
  }

  /** The number of its weights; 0 where the file does not tell. */
  public long parameterCount() {
    return network.parameterCount();
  }

  @Override
  public NDArray logits(NDArray images) {
    use.readLock().lock();
    try {
      if (closed) {
        throw new CancellationException("the network was closed");
      }
      return network.forward(
          normalization == Normalization.NONE ? images : images.sub(mean).div(deviation));
    } finally {
      use.readLock().unlock();
    }
  }

  /** Frees its memory; work that still uses it ends as if it were cancelled. */
  @Override
  public void close() {
    use.writeLock().lock();
    try {
      if (!closed) {
        closed = true;
        manager.close();
        network.close();
      }
    } finally {
      use.writeLock().unlock();
    }
  }
}
