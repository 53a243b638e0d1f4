package epsilonlab.model;

import epsilonlab.engine.layer.Convolution;
import epsilonlab.engine.layer.Flatten;
import epsilonlab.engine.layer.Layer;
import epsilonlab.engine.layer.Linear;
import epsilonlab.engine.layer.Relu;
import java.util.List;

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
  public List<Layer> layers() {
    return List.of(
        new Convolution("conv1", 1, 16, 4, 2, 1),
        new Relu(),
        new Convolution("conv2", 16, 32, 4, 2, 1),
        new Relu(),
        new Flatten(),
        new Linear("fc1", 1568, 100),
        new Relu(),
        new Linear("fc2", 100, 10));
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
