package epsilonlab.model;

import epsilonlab.engine.HostTensor;
import epsilonlab.engine.LabException;
import epsilonlab.engine.Seed;
import epsilonlab.engine.layer.Layer;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * A kind of network with named weights, whatever it is for: what all that train, load and save
 * weights need to know of it. Holds no weights itself.
 */
public interface LayeredNetwork {
  /** The name on the command line and in files, for example "small-cnn". */
  String id();

  /** The name on the screen, for example "Small CNN". */
  String title();

  /** The shape of each weight, in the order of the state dict. */
  Map<String, long[]> shapes();

  /** The shapes of the weights of a chain of layers. */
  static Map<String, long[]> shapes(List<? extends Layer> layers) {
    Map<String, long[]> shapes = new LinkedHashMap<>();
    layers.forEach(layer -> shapes.putAll(layer.weights()));
    return Collections.unmodifiableMap(shapes);
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
