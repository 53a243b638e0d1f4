package epsilonlab.model;

import ai.djl.ndarray.NDArray;
import epsilonlab.engine.Layers;
import java.util.List;
import java.util.Map;

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
  public Map<String, long[]> shapes() {
    return new Shapes().linear("fc", 784, 10).map();
  }

  @Override
  public NDArray logits(Parameters w, NDArray images, Dropout dropout) {
    return Layers.linear(Layers.flatten(images), w.get("fc.weight"), w.get("fc.bias"));
  }

  @Override
  public List<LayerSketch> sketch() {
    return List.of(LayerSketch.image(), LayerSketch.vector(10));
  }

  @Override
  public int trainingShard() {
    return 128;
  }
}
