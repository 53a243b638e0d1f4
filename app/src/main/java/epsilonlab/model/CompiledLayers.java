package epsilonlab.model;

import epsilonlab.engine.Compute;
import epsilonlab.engine.layer.Layer;
import epsilonlab.engine.layer.LayerScript;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Compiles each chain of layers once a process and kind of device. */
public final class CompiledLayers {
  private static final Map<Key, LayerScript> SCRIPTS = new ConcurrentHashMap<>();

  private record Key(List<Layer> layers, int channels, int side, boolean gpu) {}

  private CompiledLayers() {}

  /**
   * The functions of a chain.
   *
   * @param channels of the images, or features of the vectors that come in
   * @param side height and width of the images, 0 for vectors
   */
  public static LayerScript script(Compute compute, List<Layer> layers, int channels, int side) {
    Key key = new Key(List.copyOf(layers), channels, side, compute.isGpu());
    LayerScript known = SCRIPTS.get(key);
    if (known != null) {
      return known;
    }
    // outside the map's lock, since compiling waits for a compute thread
    LayerScript compiled = new LayerScript(compute, key.layers(), channels, side);
    LayerScript first = SCRIPTS.putIfAbsent(key, compiled);
    return first == null ? compiled : first;
  }
}
