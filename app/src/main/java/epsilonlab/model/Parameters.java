package epsilonlab.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import epsilonlab.engine.HostTensor;
import epsilonlab.engine.Tensors;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A network's weights as arrays on the device, by name; whoever made the arrays closes them. */
public final class Parameters {
  private final Map<String, NDArray> arrays;

  private Parameters(Map<String, NDArray> arrays) {
    this.arrays = arrays;
  }

  /** Copies weights to the manager's device, to live as long as the manager. */
  public static Parameters upload(NDManager manager, Weights weights) {
    Map<String, NDArray> arrays = new LinkedHashMap<>();
    for (String name : weights.names()) {
      arrays.put(name, Tensors.keep(array(manager, weights.get(name)), manager));
    }
    return new Parameters(arrays);
  }

  /** The reverse of {@link #list}: these arrays under the names of a network's weights. */
  public static Parameters named(LayeredNetwork network, List<NDArray> list) {
    Map<String, NDArray> arrays = new LinkedHashMap<>();
    Iterator<NDArray> next = list.iterator();
    network.shapes().keySet().forEach(name -> arrays.put(name, next.next()));
    return new Parameters(arrays);
  }

  // PyTorch's kernels are faster with the channels last in memory
  private static NDArray array(NDManager manager, HostTensor tensor) {
    return tensor.shape().length == 4
        ? Tensors.channelsLast(manager, tensor)
        : Tensors.of(manager, tensor);
  }

  /** The array of this name. */
  public NDArray get(String name) {
    return arrays.get(name);
  }

  /** All arrays, in the order of a network's weights, whatever the order in its file was. */
  public List<NDArray> list(LayeredNetwork network) {
    return network.shapes().keySet().stream().map(arrays::get).toList();
  }

  /** Copies the arrays to Java memory. */
  public Weights download() {
    Map<String, HostTensor> tensors = new LinkedHashMap<>();
    arrays.forEach((name, array) -> tensors.put(name, Tensors.toHost(array)));
    return Weights.of(tensors);
  }
}
