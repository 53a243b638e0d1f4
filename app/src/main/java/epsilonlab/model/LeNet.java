package epsilonlab.model;

import ai.djl.ndarray.NDArray;
import epsilonlab.engine.Layers;
import java.util.List;
import java.util.Map;

/**
 * The network of the EPFL exercise, after LeCun et al. (1998): convolution 5x5x10, pool,
 * convolution 5x5x20, dropout 0.5, pool, 320-50-10 with dropout 0.5.
 */
final class LeNet implements Architecture {
  private static final double DROPOUT = 0.5;

  @Override
  public String id() {
    return "lenet";
  }

  @Override
  public String title() {
    return "LeNet";
  }

  @Override
  public Map<String, long[]> shapes() {
    return new Shapes()
        .convolution("conv1", 1, 10, 5)
        .convolution("conv2", 10, 20, 5)
        .linear("fc1", 320, 50)
        .linear("fc2", 50, 10)
        .map();
  }

  @Override
  public NDArray logits(Parameters w, NDArray images, Dropout dropout) {
    NDArray h = Layers.convolution(images, w.get("conv1.weight"), w.get("conv1.bias"), 1, 0);
    h = Layers.relu(Layers.maxPool2(h));
    h = Layers.convolution(h, w.get("conv2.weight"), w.get("conv2.bias"), 1, 0);
    h = Layers.relu(Layers.maxPool2(dropout.apply(h, DROPOUT)));
    h = Layers.linear(Layers.flatten(h), w.get("fc1.weight"), w.get("fc1.bias"));
    h = dropout.apply(Layers.relu(h), DROPOUT);
    return Layers.linear(h, w.get("fc2.weight"), w.get("fc2.bias"));
  }

  @Override
  public List<LayerSketch> sketch() {
    return List.of(
        LayerSketch.image(),
        LayerSketch.maps(10, 12),
        LayerSketch.maps(20, 4),
        LayerSketch.vector(50),
        LayerSketch.vector(10));
  }
}
