package epsilonlab.generative;

import epsilonlab.engine.layer.DropoutLayer;
import epsilonlab.engine.layer.Layer;
import epsilonlab.engine.layer.LeakyRelu;
import epsilonlab.engine.layer.Linear;
import epsilonlab.engine.layer.LinearHeads;
import epsilonlab.engine.layer.Relu;
import epsilonlab.engine.layer.Tanh;
import epsilonlab.model.Weights;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Chains of layers in plain Java and double precision, so that differences can be small. */
final class PlainChain {
  private PlainChain() {}

  static Map<String, double[]> doubles(Weights weights) {
    Map<String, double[]> all = new LinkedHashMap<>();
    weights
        .asMap()
        .forEach(
            (name, tensor) -> {
              double[] values = new double[tensor.values().length];
              for (int i = 0; i < values.length; i++) {
                values[i] = tensor.values()[i];
              }
              all.put(name, values);
            });
    return all;
  }

  /**
   * The output for one row.
   *
   * @param masks of the dropout layers in their order, for this row; none in evaluation
   */
  static double[] forward(
      List<Layer> layers, Map<String, double[]> weights, double[] x, Iterator<double[]> masks) {
    double[] h = x.clone();
    for (Layer layer : layers) {
      if (layer instanceof Linear linear) {
        h = linear(linear, weights, h);
      } else if (layer instanceof LinearHeads heads) {
        double[] input = h;
        h =
            heads.heads().stream()
                .map(head -> linear(head, weights, input))
                .flatMapToDouble(java.util.Arrays::stream)
                .toArray();
      } else if (layer instanceof DropoutLayer) {
        double[] mask = masks.next();
        for (int i = 0; i < h.length; i++) {
          h[i] *= mask[i];
        }
      } else {
        for (int i = 0; i < h.length; i++) {
          h[i] = activation(layer, h[i]);
        }
      }
    }
    return h;
  }

  private static double activation(Layer layer, double value) {
    if (layer instanceof Relu) {
      return Math.max(0, value);
    }
    if (layer instanceof LeakyRelu leaky) {
      return value > 0 ? value : leaky.slope() * value;
    }
    if (layer instanceof Tanh) {
      return Math.tanh(value);
    }
    throw new IllegalArgumentException("no " + layer);
  }

  private static double[] linear(Linear layer, Map<String, double[]> weights, double[] x) {
    double[] weight = weights.get(layer.name() + ".weight");
    double[] out = weights.get(layer.name() + ".bias").clone();
    for (int o = 0; o < out.length; o++) {
      for (int i = 0; i < x.length; i++) {
        out[o] += weight[o * x.length + i] * x[i];
      }
    }
    return out;
  }

  /** -t log s(l) - (1 - t) log(1 - s(l)). */
  static double crossEntropy(double logit, double target) {
    return -target * Math.log(1 / (1 + Math.exp(-logit)))
        - (1 - target) * Math.log(1 / (1 + Math.exp(logit)));
  }
}
