package epsilonlab.model;

import ai.djl.ndarray.NDArray;
import epsilonlab.engine.Compute;
import epsilonlab.engine.HostTensor;
import epsilonlab.engine.LabException;
import epsilonlab.engine.Seed;
import epsilonlab.engine.layer.Dropout;
import epsilonlab.engine.layer.Interval;
import epsilonlab.engine.layer.Layer;
import epsilonlab.engine.layer.LayerScript;
import epsilonlab.engine.layer.Linear;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * A kind of network for 28 x 28 images and ten classes: what weights it has and how it computes
 * logits from them. Names and layouts of the weights are those of the PyTorch state dict, so that
 * files go both ways. Holds no weights itself.
 */
public interface Architecture {
  /** The name on the command line and in files, for example "small-cnn". */
  String id();

  /** The name on the screen, for example "Small CNN". */
  String title();

  /** The layers from the images to the logits. */
  List<Layer> layers();

  /** The shape of each weight, in the order of the state dict. */
  default Map<String, long[]> shapes() {
    Map<String, long[]> shapes = new LinkedHashMap<>();
    layers().forEach(layer -> shapes.putAll(layer.weights()));
    return Collections.unmodifiableMap(shapes);
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
    return CompiledArchitectures.script(compute, this);
  }

  /** The layers for a drawing, input first. */
  List<LayerSketch> sketch();

  /** How many images of a training batch one shard holds; see docs/decisions. */
  default int trainingShard() {
    return 64;
  }

  /** The number of weights in all. */
  default long parameterCount() {
    return shapes().values().stream().mapToLong(HostTensor::count).sum();
  }

  /**
   * PyTorch's default initialisation: weight and bias uniform in ±1 / sqrt(fan-in of the weight).
   */
  default Weights initialWeights(Seed seed) {
    Map<String, HostTensor> tensors = new LinkedHashMap<>();
    double bound = 0;
    for (Map.Entry<String, long[]> entry : shapes().entrySet()) {
      long[] shape = entry.getValue();
      if (shape.length > 1) {
        bound = 1 / Math.sqrt(HostTensor.count(shape) / (double) shape[0]);
      }
      SplittableRandom random = seed.split(entry.getKey()).generator();
      float[] values = new float[(int) HostTensor.count(shape)];
      for (int i = 0; i < values.length; i++) {
        values[i] = (float) ((2 * random.nextDouble() - 1) * bound);
      }
      tensors.put(entry.getKey(), new HostTensor(values, shape));
    }
    return Weights.of(tensors);
  }

  /**
   * Checks that weights belong to this network.
   *
   * @param where what to call them in the error, for example the file's name
   * @throws LabException that says which weight is missing, strange or of another shape
   */
  default void validate(String where, Weights weights) {
    for (Map.Entry<String, long[]> entry : shapes().entrySet()) {
      if (!weights.names().contains(entry.getKey())) {
        throw new LabException(
            where
                + " has no "
                + entry.getKey()
                + ", so it is not a "
                + id()
                + "; name its architecture with --model, or choose another file.");
      }
      long[] shape = weights.get(entry.getKey()).shape();
      if (!Arrays.equals(shape, entry.getValue())) {
        throw new LabException(
            where
                + ": "
                + entry.getKey()
                + " has the shape "
                + Arrays.toString(shape)
                + ", but a "
                + id()
                + " needs "
                + Arrays.toString(entry.getValue())
                + "; name its architecture with --model, or choose another file.");
      }
    }
    for (String name : weights.names()) {
      if (!shapes().containsKey(name)) {
        throw new LabException(
            where
                + " holds "
                + name
                + ", which a "
                + id()
                + " does not have; name its architecture with --model, or choose another file.");
      }
    }
  }
}
