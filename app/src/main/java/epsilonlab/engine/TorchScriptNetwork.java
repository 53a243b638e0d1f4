package epsilonlab.engine;

import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValueUtils;
import ai.djl.pytorch.jni.JniUtils;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;

/**
 * A network that Python saved with {@code torch.jit.save}: a function of one tensor with its code
 * and its weights, differentiable by its input. Such a file holds code that runs when it is loaded
 * and used. Thread-safe; to be used on compute threads.
 *
 * <p>It is switched to evaluation once and stays there: DJL's own way to call it would switch a
 * network with batch normalisation that was saved by {@code torch.jit.script} back to training (see
 * docs/decisions/0018).
 */
public final class TorchScriptNetwork implements AutoCloseable {
  private final NDManager manager;
  private final PtSymbolBlock module;
  private final long parameterCount;

  private TorchScriptNetwork(NDManager manager, PtSymbolBlock module) {
    this.manager = manager;
    this.module = module;
    JniUtils.enableInferenceMode(module);
    module.freezeParameters(true);
    parameterCount =
        module.getParameters().values().stream()
            .mapToLong(parameter -> parameter.getArray().size())
            .sum();
  }

  /**
   * Loads a network onto the lab's device.
   *
   * @param archive the bytes of the file
   * @return nothing if the bytes are no TorchScript that this PyTorch reads
   */
  public static Optional<TorchScriptNetwork> load(Compute compute, byte[] archive) {
    NDManager manager = compute.newManager();
    try (ByteArrayInputStream stream = new ByteArrayInputStream(archive)) {
      // with the device said, for the file may come from a GPU
      PtSymbolBlock module = JniUtils.loadModule((PtNDManager) manager, stream, true, false);
      return Optional.of(new TorchScriptNetwork(manager, module));
    } catch (EngineException | IOException unreadable) {
      manager.close();
      return Optional.empty();
    }
  }

  /** The number of its weights; 0 where they are constants of its code. */
  public long parameterCount() {
    return parameterCount;
  }

  /**
   * What it makes of a tensor, inside or outside a graph.
   *
   * @return nothing if it cannot take a tensor of this shape, or returns something else than one
   *     tensor
   */
  public Optional<NDArray> tryForward(NDArray input) {
    try {
      return Optional.of(forward(input));
    } catch (EngineException | IllegalArgumentException | UnsupportedOperationException refused) {
      return Optional.empty();
    }
  }

  /** What it makes of a tensor of a shape that it is known to take, inside or outside a graph. */
  public NDArray forward(NDArray input) {
    // "training" means here that autograd may record; the module itself stays in evaluation
    NDList output = IValueUtils.forward(module, new NDList(input), true);
    if (output.size() != 1) {
      throw new UnsupportedOperationException("the network returns " + output.size() + " tensors");
    }
    return output.head();
  }

  @Override
  public void close() {
    module.close();
    manager.close();
  }
}
