package epsilonlab.model;

import epsilonlab.engine.layer.Convolution;
import epsilonlab.engine.layer.DropoutLayer;
import epsilonlab.engine.layer.Flatten;
import epsilonlab.engine.layer.Layer;
import epsilonlab.engine.layer.Linear;
import epsilonlab.engine.layer.MaxPool2;
import epsilonlab.engine.layer.Relu;
import java.util.List;

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
  public List<Layer> layers() {
    return List.of(
        new Convolution("conv1", 1, 10, 5, 1, 0),
        new MaxPool2(),
        new Relu(),
        new Convolution("conv2", 10, 20, 5, 1, 0),
        new DropoutLayer(DROPOUT),
        new MaxPool2(),
        new Relu(),
        new Flatten(),
        new Linear("fc1", 320, 50),
        new Relu(),
        new DropoutLayer(DROPOUT),
        new Linear("fc2", 50, 10));
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
