package epsilonlab.model;

import ai.djl.ndarray.NDArray;
import epsilonlab.engine.Layers;
import java.util.List;
import java.util.Map;

/**
 * The network of the MNIST challenge of Madry et al. (2018): convolution 5x5x32, pool, convolution
 * 5x5x64, pool, 3136-1024-10.
 */
final class MadryCnn implements Architecture {
  @Override
  public String id() {
    return "madry-cnn";
  }

  @Override
  public String title() {
    return "Madry CNN";
  }

  @Override
  public Map<String, long[]> shapes() {
    return new Shapes()
        .convolution("conv1", 1, 32, 5)
        .convolution("conv2", 32, 64, 5)
        .linear("fc1", 3136, 1024)
        .linear("fc2", 1024, 10)
        .map();
  }

  @Override
  public NDArray logits(Parameters w, NDArray images, Dropout dropout) {
    NDArray h = images;
    h = Layers.relu(Layers.convolution(h, w.get("conv1.weight"), w.get("conv1.bias"), 1, 2));
    h = Layers.maxPool2(h);
    h = Layers.relu(Layers.convolution(h, w.get("conv2.weight"), w.get("conv2.bias"), 1, 2));
    h = Layers.flatten(Layers.maxPool2(h));
    h = Layers.relu(Layers.linear(h, w.get("fc1.weight"), w.get("fc1.bias")));
    return Layers.linear(h, w.get("fc2.weight"), w.get("fc2.bias"));
  }

  @Override
  public List<LayerSketch> sketch() {
    return List.of(
        LayerSketch.image(),
        LayerSketch.maps(32, 14),
        LayerSketch.maps(64, 7),
        LayerSketch.vector(1024),
        LayerSketch.vector(10));
  }
}
