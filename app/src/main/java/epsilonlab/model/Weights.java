package epsilonlab.model;

import epsilonlab.engine.HostTensor;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A network's weights by name, float32, in the names and layouts of a PyTorch state dict. Immutable
 * and in order; two of them are equal when they hold the same tensors under the same names, in
 * whatever order.
 */
public final class Weights {
  private final Map<String, HostTensor> tensors;

  private Weights(Map<String, HostTensor> tensors) {
    this.tensors = Collections.unmodifiableMap(new LinkedHashMap<>(tensors));
    if (this.tensors.containsKey(null) || this.tensors.containsValue(null)) {
      throw new IllegalArgumentException("every tensor needs a name and values");
    }
  }

  /** Weights in the order of {@code tensors}. */
  public static Weights of(Map<String, HostTensor> tensors) {
    return new Weights(tensors);
  }

  /** The names in order. */
  public Set<String> names() {
    return tensors.keySet();
  }

  /**
   * One tensor.
   *
   * @throws IllegalArgumentException if there is none of that name
   */
  public HostTensor get(String name) {
    HostTensor tensor = tensors.get(name);
    if (tensor == null) {
      throw new IllegalArgumentException("no tensor " + name + " among " + List.copyOf(names()));
    }
    return tensor;
  }

  /** All tensors in order, unmodifiable. */
  public Map<String, HostTensor> asMap() {
    return tensors;
  }

  /** The number of values in all tensors. */
  public long parameterCount() {
    return tensors.values().stream().mapToLong(tensor -> tensor.values().length).sum();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Weights that && tensors.equals(that.tensors);
  }

  @Override
  public int hashCode() {
    return tensors.hashCode();
  }

  @Override
  public String toString() {
    return "Weights" + tensors;
  }
}
