package epsilonlab.model;

import epsilonlab.data.ImageSet;
import epsilonlab.engine.Compute;
import epsilonlab.engine.layer.LayerScript;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Compiles each architecture once a process and kind of device. */
final class CompiledArchitectures {
  private static final Map<Key, LayerScript> SCRIPTS = new ConcurrentHashMap<>();

  private record Key(String architecture, boolean gpu) {}

  private CompiledArchitectures() {}

  static LayerScript script(Compute compute, Architecture architecture) {
    return SCRIPTS.computeIfAbsent(
        new Key(architecture.id(), compute.isGpu()),
        key -> new LayerScript(compute, architecture.layers(), 1, ImageSet.SIDE));
  }
}
