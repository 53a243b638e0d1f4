package epsilonlab.model;

import epsilonlab.engine.layer.Flatten;
import epsilonlab.engine.layer.Layer;
import epsilonlab.engine.layer.Linear;
import epsilonlab.engine.layer.Relu;
import java.util.List;

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
  public List<Layer> layers() {
    return List.of(
        new Flatten(),
        new Linear("fc1", 784, 200),
        new Relu(),
        new Linear("fc2", 200, 100),
        new Relu(),
        new Linear("fc3", 100, 10));
  }

  @Override
  public List<LayerSketch> sketch() {
    return List.of(
        LayerSketch.image(),
        LayerSketch.vector(200),
        LayerSketch.vector(100),
        LayerSketch.vector(10));
  }
}
