package epsilonlab.model;

import epsilonlab.engine.HostTensor;
import epsilonlab.engine.layer.Convolution;
import epsilonlab.engine.layer.Flatten;
import epsilonlab.engine.layer.Layer;
import epsilonlab.engine.layer.Linear;
import epsilonlab.engine.layer.MaxPool2;
import epsilonlab.engine.layer.Relu;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Interval bounds in double precision, one number after the other and by the signs of the weights
 * instead of middle and radius: shares no code and no formula with what it checks.
 */
public final class BoundsByHand {
  private final List<Layer> layers;
  private final Map<String, double[]> weights = new HashMap<>();

  /** For this network with copies of these weights. */
  public BoundsByHand(Architecture architecture, Weights values) {
    layers = architecture.layers();
    for (String name : values.names()) {
      HostTensor tensor = values.get(name);
      double[] copy = new double[tensor.values().length];
      for (int i = 0; i < copy.length; i++) {
        copy[i] = tensor.values()[i];
      }
      weights.put(name, copy);
    }
  }

  /** Values of one image at one layer. */
  public record Box(double[] lower, double[] upper, int channels, int side) {
    Box with(int newChannels, int newSide) {
      int size = newChannels * newSide * newSide;
      return new Box(new double[size], new double[size], newChannels, newSide);
    }
  }

  /** A weight, to be changed. */
  public double[] weight(String name) {
    return weights.get(name);
  }

  /** The images within epsilon in [0, 1]. */
  public static Box around(float[] image, double epsilon) {
    Box box = new Box(new double[784], new double[784], 1, 28);
    for (int i = 0; i < 784; i++) {
      box.lower[i] = Math.max(0, image[i] - epsilon);
      box.upper[i] = Math.min(1, image[i] + epsilon);
    }
    return box;
  }

  /** Bounds of the logits. */
  public Box logits(Box images) {
    return through(layers, images);
  }

  /** Upper bounds of each logit minus the label's. */
  public double[] excess(Box images, int label) {
    Linear last = (Linear) layers.get(layers.size() - 1);
    Box x = through(layers.subList(0, layers.size() - 1), images);
    double[] w = weight(last.name() + ".weight");
    double[] b = weight(last.name() + ".bias");
    double[] excess = new double[last.out()];
    for (int k = 0; k < excess.length; k++) {
      excess[k] = b[k] - b[label];
      for (int i = 0; i < last.in(); i++) {
        double d = w[k * last.in() + i] - w[label * last.in() + i];
        excess[k] += d > 0 ? d * x.upper[i] : d * x.lower[i];
      }
    }
    return excess;
  }

  /** The cross-entropy of a label. */
  public static double crossEntropy(double[] logits, int label) {
    double sum = 0;
    for (double logit : logits) {
      sum += Math.exp(logit - logits[label]);
    }
    return Math.log(sum);
  }

  private Box through(List<Layer> some, Box x) {
    Box h = x;
    for (Layer layer : some) {
      if (layer instanceof Linear linear) {
        h = linear(linear, h);
      } else if (layer instanceof Convolution convolution) {
        h = convolution(convolution, h);
      } else if (layer instanceof MaxPool2) {
        h = maxPool(h);
      } else if (layer instanceof Relu) {
        h = relu(h);
      } else if (layer instanceof Flatten) {
        h = new Box(h.lower, h.upper, h.lower.length, 1);
      }
    }
    return h;
  }

  private static void add(Box to, int at, double weight, Box from, int i) {
    to.lower[at] += weight > 0 ? weight * from.lower[i] : weight * from.upper[i];
    to.upper[at] += weight > 0 ? weight * from.upper[i] : weight * from.lower[i];
  }

  private Box linear(Linear layer, Box x) {
    Box y = x.with(layer.out(), 1);
    double[] w = weight(layer.name() + ".weight");
    double[] b = weight(layer.name() + ".bias");
    for (int k = 0; k < layer.out(); k++) {
      y.lower[k] = b[k];
      y.upper[k] = b[k];
      for (int i = 0; i < layer.in(); i++) {
        add(y, k, w[k * layer.in() + i], x, i);
      }
    }
    return y;
  }

  private Box convolution(Convolution layer, Box x) {
    int side = (x.side + 2 * layer.padding() - layer.kernel()) / layer.stride() + 1;
    Box y = x.with(layer.out(), side);
    double[] w = weight(layer.name() + ".weight");
    double[] b = weight(layer.name() + ".bias");
    for (int at = 0; at < y.lower.length; at++) {
      int out = at / (side * side);
      y.lower[at] = b[out];
      y.upper[at] = b[out];
      int top = at / side % side * layer.stride() - layer.padding();
      int left = at % side * layer.stride() - layer.padding();
      for (int in = 0; in < layer.in(); in++) {
        for (int k = 0; k < layer.kernel() * layer.kernel(); k++) {
          int row = top + k / layer.kernel();
          int column = left + k % layer.kernel();
          if (row >= 0 && row < x.side && column >= 0 && column < x.side) {
            double weight = w[(out * layer.in() + in) * layer.kernel() * layer.kernel() + k];
            add(y, at, weight, x, (in * x.side + row) * x.side + column);
          }
        }
      }
    }
    return y;
  }

  private static Box maxPool(Box x) {
    Box y = x.with(x.channels, x.side / 2);
    for (int at = 0; at < y.lower.length; at++) {
      int channel = at / (y.side * y.side);
      int first = (channel * x.side + at / y.side % y.side * 2) * x.side + at % y.side * 2;
      int[] places = {first, first + 1, first + x.side, first + x.side + 1};
      y.lower[at] = Double.NEGATIVE_INFINITY;
      y.upper[at] = Double.NEGATIVE_INFINITY;
      for (int place : places) {
        y.lower[at] = Math.max(y.lower[at], x.lower[place]);
        y.upper[at] = Math.max(y.upper[at], x.upper[place]);
      }
    }
    return y;
  }

  private static Box relu(Box x) {
    Box y = x.with(x.channels, x.side);
    for (int i = 0; i < y.lower.length; i++) {
      y.lower[i] = Math.max(0, x.lower[i]);
      y.upper[i] = Math.max(0, x.upper[i]);
    }
    return y;
  }
}
