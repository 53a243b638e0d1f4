package epsilonlab.model;

import ai.djl.ndarray.NDArray;
import epsilonlab.data.ImageSet;
import epsilonlab.engine.Compute;
import epsilonlab.engine.layer.Dropout;
import epsilonlab.engine.layer.Interval;
import epsilonlab.engine.layer.Layer;
import epsilonlab.engine.layer.LayerScript;
import epsilonlab.engine.layer.Linear;
import java.util.List;
import java.util.Map;

/**
 * A kind of network for 28 x 28 images and ten classes: what weights it has and how it computes
 * logits from them. Names and layouts of the weights are those of the PyTorch state dict, so that
 * files go both ways. Holds no weights itself.
 */
public interface Architecture extends LayeredNetwork {
  /** The layers from the images to the logits. */
  List<Layer> layers();

  @Override
  default Map<String, long[]> shapes() {
    return LayeredNetwork.shapes(layers());
  }

  /**
   * Logits, inside or outside a graph.
   *
   * @param weights the arrays by name
   * @param images N x 1 x 28 x 28, in [0, 1]
   * @param dropout applied where the network has dropout layers
   * @return N x 10
   */
  default NDArray logits(Parameters weights, NDArray images, Dropout dropout) {
    NDArray h = images;
    for (Layer layer : layers()) {
      h = layer.apply(h, weights::get, dropout);
    }
    return h;
  }

  /**
   * Bounds of the logits for all images between two bounds, by interval bound propagation in
   * evaluation mode; inside or outside a graph.
   *
   * @param weights the arrays by name
   * @param images N x 1 x 28 x 28
   * @return N x 10
   */
  default Interval bounds(Parameters weights, Interval images) {
    return bounds(layers(), weights, images);
  }

  /**
   * How much each logit can exceed the label's, for any image between two bounds. Sharper than
   * {@link #bounds}, because the last layer is taken together with the comparison (Gowal et al.,
   * 2018, section 3). An image whose excesses are all below 0, but for its label's own, keeps its
   * class whatever happens between the bounds.
   *
   * @param images N x 1 x 28 x 28
   * @param labels N, int64
   * @return N x 10: upper bounds of logit k minus the label's, 0 at the label; inside or outside a
   *     graph
   */
  default NDArray excessBounds(Parameters weights, Interval images, NDArray labels) {
    int last = layers().size() - 1;
    if (!(layers().get(last) instanceof Linear logits)) {
      throw new IllegalStateException("the last layer of a " + id() + " is not linear");
    }
    Interval features = bounds(layers().subList(0, last), weights, images);
    return logits.excessBounds(features, weights::get, labels);
  }

  private static Interval bounds(List<Layer> layers, Parameters weights, Interval images) {
    Interval h = images;
    for (Layer layer : layers) {
      h = layer.bounds(h, weights::get);
    }
    return h;
  }

  /** The layers as compiled functions, which are faster than a graph. */
  default LayerScript script(Compute compute) {
    return CompiledLayers.script(compute, layers(), 1, ImageSet.SIDE);
  }

  /** The layers for a drawing, input first. */
  List<LayerSketch> sketch();

  /** How many images of a training batch one shard holds; see docs/decisions. */
  default int trainingShard() {
    return 64;
  }
}
