package epsilonlab.model;

import epsilonlab.engine.HostTensor;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** A network's weights in Java memory: named tensors in the order of the state dict. Immutable. */
public record Weights(Map<String, HostTensor> tensors) {
  public Weights {
    tensors = Collections.unmodifiableMap(new LinkedHashMap<>(tensors));
  }

  /** The names, in order. */
  public Set<String> names() {
    return tensors.keySet();
  }

  /** The tensor of this name, or null. */
  public HostTensor get(String name) {
    return tensors.get(name);
  }
}
