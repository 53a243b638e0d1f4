package epsilonlab.model;

import ai.djl.ndarray.NDArray;
import epsilonlab.engine.Layers;
import java.util.List;
import java.util.Map;

/**
 * The MNIST network of Wong and Kolter (2018): convolution 4x4x16 stride 2, convolution 4x4x32
 * stride 2, 1568-100-10.
 */
final class SmallCnn implements Architecture {
  @Override
  public String id() {
    return "small-cnn";
  }

  @Override
  public String title() {
    return "Small CNN";
  }

  @Override
  public Map<String, long[]> shapes() {
    return new Shapes()
        .convolution("conv1", 1, 16, 4)
        .convolution("conv2", 16, 32, 4)
        .linear("fc1", 1568, 100)
        .linear("fc2", 100, 10)
        .map();
  }

  @Override
  public NDArray logits(Parameters w, NDArray images, Dropout dropout) {
    NDArray h = images;
    h = Layers.relu(Layers.convolution(h, w.get("conv1.weight"), w.get("conv1.bias"), 2, 1));
    h = Layers.relu(Layers.convolution(h, w.get("conv2.weight"), w.get("conv2.bias"), 2, 1));
    h = Layers.linear(Layers.flatten(h), w.get("fc1.weight"), w.get("fc1.bias"));
    return Layers.linear(Layers.relu(h), w.get("fc2.weight"), w.get("fc2.bias"));
  }

  @Override
  public List<LayerSketch> sketch() {
    return List.of(
        LayerSketch.image(),
        LayerSketch.maps(16, 14),
        LayerSketch.maps(32, 7),
        LayerSketch.vector(100),
        LayerSketch.vector(10));
  }
}
