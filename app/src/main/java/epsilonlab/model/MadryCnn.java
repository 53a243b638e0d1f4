package epsilonlab.model;

import epsilonlab.engine.layer.Convolution;
import epsilonlab.engine.layer.Flatten;
import epsilonlab.engine.layer.Layer;
import epsilonlab.engine.layer.Linear;
import epsilonlab.engine.layer.MaxPool2;
import epsilonlab.engine.layer.Relu;
import java.util.List;

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
  public List<Layer> layers() {
    return List.of(
        new Convolution("conv1", 1, 32, 5, 1, 2),
        new Relu(),
        new MaxPool2(),
        new Convolution("conv2", 32, 64, 5, 1, 2),
        new Relu(),
        new MaxPool2(),
        new Flatten(),
        new Linear("fc1", 3136, 1024),
        new Relu(),
        new Linear("fc2", 1024, 10));
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
