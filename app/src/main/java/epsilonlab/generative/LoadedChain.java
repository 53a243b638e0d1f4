package epsilonlab.generative;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import epsilonlab.engine.Cancellation;
import epsilonlab.engine.Compute;
import epsilonlab.engine.Gradients;
import epsilonlab.engine.HostTensor;
import epsilonlab.engine.Tensors;
import epsilonlab.engine.layer.Dropout;
import epsilonlab.engine.layer.Layer;
import epsilonlab.engine.layer.LayerScript;
import epsilonlab.model.CompiledLayers;
import epsilonlab.model.Parameters;
import epsilonlab.model.Weights;
import java.lang.ref.Cleaner;
import java.lang.ref.Reference;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A chain of layers with weights on the device, in evaluation mode. Thread-safe; its arrays are
 * freed when nobody refers to it any more.
 */
final class LoadedChain {
  private static final Cleaner CLEANER = Cleaner.create();

  private final Compute compute;
  private final NDManager manager;
  private final int features;
  private final List<Layer> layers;
  private final Parameters parameters;
  private final LayerScript script;
  private final LayerScript.Prepared prepared;

  /**
   * @param features that come in
   * @param weights hold the chain's own, and may hold others
   */
  LoadedChain(Compute compute, List<Layer> layers, int features, Weights weights) {
    this.compute = compute;
    this.features = features;
    this.layers = List.copyOf(layers);
    this.manager = compute.newManager();
    NDManager owned = manager;
    CLEANER.register(this, owned::close);
    this.script = CompiledLayers.script(compute, layers, features, 0);
    List<String> names =
        layers.stream().flatMap(layer -> layer.weights().keySet().stream()).toList();
    Map<String, HostTensor> own = new LinkedHashMap<>();
    names.forEach(name -> own.put(name, weights.get(name)));
    this.parameters = compute.call(() -> Parameters.upload(owned, Weights.of(own)));
    this.prepared =
        compute.call(
            () -> script.prepare(names.stream().map(parameters::get).toList()).keptBy(owned));
  }

  /** Goes forward, inside or outside a graph; on a compute thread. */
  NDArray apply(NDArray x) {
    if (Gradients.isRecording()) {
      NDArray h = x;
      for (Layer layer : layers) {
        h = layer.apply(h, parameters::get, Dropout.NONE);
      }
      return h;
    }
    try (LayerScript.Pass pass = forward(x)) {
      return pass.logits();
    } finally {
      Reference.reachabilityFence(this);
    }
  }

  /** Goes forward, ready to come back; on a compute thread. */
  LayerScript.Pass forward(NDArray x) {
    try {
      return script.forward(x, prepared);
    } finally {
      Reference.reachabilityFence(this);
    }
  }

  /**
   * Comes back from {@link #forward}.
   *
   * @param gradient by what the pass gave
   * @return the one by what went in
   */
  NDArray backward(LayerScript.Pass pass, NDArray gradient) {
    try {
      return pass.inputGradient(gradient);
    } finally {
      Reference.reachabilityFence(this);
    }
  }

  /**
   * Goes forward with rows in Java memory, in shards.
   *
   * @param rows N x features
   * @param read copies what a shard gives to Java memory
   * @return one behind the other
   */
  float[] apply(float[] rows, Function<NDArray, float[]> read) {
    if (rows.length % features != 0) {
      throw new IllegalArgumentException(rows.length + " values are no rows of " + features);
    }
    int count = rows.length / features;
    List<float[]> parts =
        compute.mapShards(
            count,
            (from, to) -> {
              Cancellation.check();
              float[] some = java.util.Arrays.copyOfRange(rows, from * features, to * features);
              return read.apply(apply(Tensors.of(manager, some, to - from, features)));
            });
    int length = parts.stream().mapToInt(part -> part.length).sum();
    float[] all = new float[length];
    int place = 0;
    for (float[] part : parts) {
      System.arraycopy(part, 0, all, place, part.length);
      place += part.length;
    }
    return all;
  }
}
