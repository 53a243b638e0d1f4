package epsilonlab.model;

import epsilonlab.engine.layer.Flatten;
import epsilonlab.engine.layer.Layer;
import epsilonlab.engine.layer.Linear;
import java.util.List;

/** Multinomial logistic regression, 784-10. */
final class LogisticRegression implements Architecture {
  @Override
  public String id() {
    return "logistic";
  }

  @Override
  public String title() {
    return "Logistic";
  }

  @Override
  public List<Layer> layers() {
    return List.of(new Flatten(), new Linear("fc", 784, 10));
  }

  @Override
  public List<LayerSketch> sketch() {
    return List.of(LayerSketch.image(), LayerSketch.vector(10));
  }
}
