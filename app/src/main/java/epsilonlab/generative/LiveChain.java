package epsilonlab.generative;

import ai.djl.ndarray.NDArray;
import epsilonlab.engine.Compute;
import epsilonlab.engine.Seed;
import epsilonlab.engine.layer.Layer;
import epsilonlab.engine.layer.LayerScript;
import epsilonlab.engine.layer.LayerScript.Wanted;
import epsilonlab.model.CompiledLayers;
import epsilonlab.model.Parameters;
import java.util.List;

/** A chain of layers with weights on the device that change as it is trained. */
final class LiveChain {
  private final LayerScript script;
  private final List<NDArray> weights;

  /**
   * @param features that come in
   * @param parameters hold the chain's weights, and may hold others
   */
  LiveChain(Compute compute, List<Layer> layers, int features, Parameters parameters) {
    this.script = CompiledLayers.script(compute, layers, features, 0);
    this.weights =
        layers.stream()
            .flatMap(layer -> layer.weights().keySet().stream())
            .map(parameters::get)
            .toList();
  }

  /** Its weights, in the order of the layers' names. */
  List<NDArray> weights() {
    return weights;
  }

  /** Goes forward in evaluation mode; on a compute thread. */
  NDArray apply(NDArray x) {
    try (LayerScript.Pass pass = script.forward(x, script.prepare(weights))) {
      return pass.logits();
    }
  }

  /** Goes forward in training mode; on a compute thread. */
  LayerScript.TrainingPass train(NDArray x, Seed dropout, Wanted wanted) {
    return script.forwardInTraining(x, weights, dropout, wanted);
  }
}
