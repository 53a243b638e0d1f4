package epsilonlab.model;

import epsilonlab.data.ImageSet;
import epsilonlab.engine.Compute;
import epsilonlab.engine.layer.Layer;
import epsilonlab.engine.layer.LayerScript;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Compiles each chain of layers once a process and kind of device. */
final class CompiledArchitectures {
  private static final Map<Key, LayerScript> SCRIPTS = new ConcurrentHashMap<>();

  private record Key(List<Layer> layers, boolean gpu) {}

  private CompiledArchitectures() {}

  static LayerScript script(Compute compute, Architecture architecture) {
    Key key = new Key(architecture.layers(), compute.isGpu());
    LayerScript known = SCRIPTS.get(key);
    if (known != null) {
      return known;
    }
    // outside the map's lock, since compiling waits for a compute thread
    LayerScript compiled = new LayerScript(compute, key.layers(), 1, ImageSet.SIDE);
    LayerScript first = SCRIPTS.putIfAbsent(key, compiled);
    return first == null ? compiled : first;
  }
}
