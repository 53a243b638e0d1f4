package epsilonlab.model;

import ai.djl.ndarray.NDArray;
import epsilonlab.engine.Layers;
import java.util.List;
import java.util.Map;

/** Multilayer perceptron, 784-200-100-10, ReLU. */
final class Mlp implements Architecture {
  @Override
  public String id() {
    return "mlp";
  }

  @Override
  public String title() {
    return "MLP";
  }

  @Override
  public Map<String, long[]> shapes() {
    return new Shapes()
        .linear("fc1", 784, 200)
        .linear("fc2", 200, 100)
        .linear("fc3", 100, 10)
        .map();
  }

  @Override
  public NDArray logits(Parameters w, NDArray images, Dropout dropout) {
    NDArray h = Layers.flatten(images);
    h = Layers.relu(Layers.linear(h, w.get("fc1.weight"), w.get("fc1.bias")));
    h = Layers.relu(Layers.linear(h, w.get("fc2.weight"), w.get("fc2.bias")));
    return Layers.linear(h, w.get("fc3.weight"), w.get("fc3.bias"));
  }

  @Override
  public List<LayerSketch> sketch() {
    return List.of(
        LayerSketch.image(),
        LayerSketch.vector(200),
        LayerSketch.vector(100),
        LayerSketch.vector(10));
  }

  @Override
  public int trainingShard() {
    return 128;
  }
}
