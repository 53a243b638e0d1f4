package epsilonlab.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Reverse-mode differentiation, the only door to autograd. To be called on a compute thread, from
 * as many at once as there are; each call has its own leaf arrays, so that gradients never
 * accumulate, and closes whatever its graph held.
 */
public final class Gradients {
  private Gradients() {}

  /**
   * The value of a loss and its gradients.
   *
   * @param loss the loss
   * @param gradients one array for each leaf, of its shape, zero where the loss does not depend on
   *     it; owned by the manager of the first leaf
   */
  public record Result(double loss, List<NDArray> gradients) {
    /** The gradient, where there is one leaf. */
    public NDArray gradient() {
      return gradients.get(0);
    }
  }

  /** Whether a graph is being recorded on this thread. */
  public static boolean isRecording() {
    return JniUtils.isGradMode();
  }

  /**
   * The gradient of a scalar loss with respect to {@code x}.
   *
   * @param x any float32 array; it is not changed
   * @param loss from a view of {@code x} to a scalar; every array that it makes is closed
   */
  public static NDArray of(NDArray x, Function<NDArray, NDArray> loss) {
    return differentiate(List.of(x), leaves -> loss.apply(leaves.get(0)), false).gradient();
  }

  /** The loss itself and its gradient with respect to {@code x}. */
  public static Result withLoss(NDArray x, Function<NDArray, NDArray> loss) {
    return differentiate(List.of(x), leaves -> loss.apply(leaves.get(0)), true);
  }

  /** The loss and its gradients with respect to several arrays, such as a network's weights. */
  public static Result of(List<NDArray> arrays, Function<List<NDArray>, NDArray> loss) {
    return differentiate(arrays, loss, true);
  }

  private static Result differentiate(
      List<NDArray> arrays, Function<List<NDArray>, NDArray> loss, boolean readLoss) {
    NDManager owner = arrays.get(0).getManager();
    List<NDArray> gradients = new ArrayList<>(arrays.size());
    try (NDScope scope = new NDScope()) {
      scope.suppressNotUsedWarning();
      List<NDArray> leaves = new ArrayList<>(arrays.size());
      for (NDArray array : arrays) {
        NDArray leaf = array.stopGradient();
        leaf.setRequiresGradient(true);
        leaves.add(leaf);
      }
      NDArray value = backward(leaves, loss);
      for (NDArray leaf : leaves) {
        gradients.add(Tensors.keep(leaf.getGradient(), owner));
      }
      // reading a number waits for the device
      return new Result(readLoss ? value.getFloat() : Double.NaN, gradients);
    } finally {
      // what is kept here belongs to the scope around, which closes it unless it keeps it too
      gradients.forEach(NDScope::register);
    }
  }

  private static NDArray backward(List<NDArray> leaves, Function<List<NDArray>, NDArray> loss) {
    // the process-wide GradientCollector of DJL allows only one thread (notes-djl 10)
    JniUtils.setGradMode(true);
    try {
      NDArray value = loss.apply(leaves);
      if (value.size() != 1) {
        throw new IllegalArgumentException(
            "a loss must be one number, this one has the shape " + value.getShape());
      }
      JniUtils.backward((PtNDArray) value, (PtNDArray) value.onesLike(), false, false);
      return value;
    } finally {
      JniUtils.setGradMode(false);
    }
  }
}
