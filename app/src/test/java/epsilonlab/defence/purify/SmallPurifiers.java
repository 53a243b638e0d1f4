package epsilonlab.defence.purify;

import epsilonlab.engine.Compute;
import epsilonlab.engine.HostTensor;
import epsilonlab.engine.Seed;
import epsilonlab.generative.DenoisingAutoencoder;
import epsilonlab.generative.GenerativeNetwork;
import epsilonlab.generative.Purifier;
import epsilonlab.generative.Vae;
import epsilonlab.model.Weights;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Purifiers with random weights and classifiers by hand. */
final class SmallPurifiers {
  static final GenerativeNetwork AUTOENCODER = new DenoisingAutoencoder(List.of(12, 5, 12));
  static final GenerativeNetwork VAE = new Vae(12, 4);

  private SmallPurifiers() {}

  /** Weights larger than fresh ones, so that what comes out depends on what goes in. */
  static Weights weights(GenerativeNetwork network) {
    Weights fresh = network.initialWeights(Seed.of(8));
    Map<String, HostTensor> larger = new LinkedHashMap<>();
    for (String name : fresh.names()) {
      HostTensor tensor = fresh.get(name);
      float[] values = tensor.values().clone();
      for (int i = 0; i < values.length; i++) {
        values[i] *= 3;
      }
      larger.put(name, new HostTensor(values, tensor.shape()));
    }
    return Weights.of(larger);
  }

  static Purifier of(Compute compute, GenerativeNetwork network) {
    return Purifier.of(compute, network.id(), weights(network));
  }

  static float[] uniform(long seed, int count) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) random.nextDouble();
    }
    return values;
  }

  /** x times the transposed matrix (out x in), plus the bias. */
  static double[] linear(Weights weights, String name, double[] x) {
    float[] matrix = weights.get(name + ".weight").values();
    float[] bias = weights.get(name + ".bias").values();
    double[] y = new double[bias.length];
    for (int o = 0; o < y.length; o++) {
      y[o] = bias[o];
      for (int i = 0; i < x.length; i++) {
        y[o] += (double) matrix[o * x.length + i] * x[i];
      }
    }
    return y;
  }

  static double[] relu(double[] x) {
    double[] y = x.clone();
    for (int i = 0; i < y.length; i++) {
      y[i] = Math.max(0, y[i]);
    }
    return y;
  }

  static double[] sigmoid(double[] x) {
    double[] y = x.clone();
    for (int i = 0; i < y.length; i++) {
      y[i] = 1 / (1 + Math.exp(-y[i]));
    }
    return y;
  }

  /** What the network makes of one image, in double precision by loops in Java. */
  static double[] byHand(GenerativeNetwork network, double[] x) {
    Weights w = weights(network);
    if (network == VAE) {
      double[] means = linear(w, "mean", relu(linear(w, "fc1", x)));
      return sigmoid(linear(w, "fc4", relu(linear(w, "fc3", means))));
    }
    double[] h = x;
    for (String name : List.of("fc1", "fc2", "fc3")) {
      h = relu(linear(w, name, h));
    }
    return sigmoid(linear(w, "fc4", h));
  }
}
